"""The rooms nobody plays: each follows its running order by the same rules as a player's room."""

from typing import Any

import numpy as np

from livegame.engine.actions import Action, Beat, Link, Release, SetPrice
from livegame.engine.beats import start
from livegame.engine.prices import reprice
from livegame.engine.state import State, evolve, pick
from livegame.engine.tables import Ints
from livegame.engine.world import World


def next_cue(world: World, state: State) -> Ints:
    """Place in the running order of each room's next beat [B,R]; sold-out goods are skipped."""
    script = world.scripts
    rooms = np.arange(len(world.roles))
    at = state.cue % script.length
    gone = state.shelf + state.held <= 0
    for _ in range(world.shape[2]):
        good = script.product[rooms, at]
        skip = (good >= 0) & pick(gone, np.maximum(good, 0))
        if not skip.any():
            break
        at = np.where(skip, (at + 1) % script.length, at)
    return at


def _possible(world: World, state: State, pitch: Ints, product: Ints) -> Ints:
    """The pitch itself, or the first free pitch on the room where a player would be refused it:
    no budget, no voice, used up, nothing left of the good, or no pack on its link to launch."""
    table = world.pitches
    done = pick(state.done, pitch)
    slot = np.maximum(product, 0)
    shelf = pick(state.shelf, slot)
    empty = np.where(table.launch.take(pitch) > 0, shelf, shelf + pick(state.held, slot)) <= 0
    denied = (
        (table.cost.take(pitch) > state.budget)
        | (table.voice.take(pitch) * table.ticks.take(pitch) > state.voice)
        | ((table.once.take(pitch) > 0) & (done > 0))
        | ((table.on_product.take(pitch) > 0) & (empty | (product < 0)))
    )
    return np.where(denied, table.fallback, pitch)


def begin_beats(world: World, state: State) -> State:
    """Let every unplayed room whose beat is over begin the next one of its running order."""
    free = state.left == 0
    if state.played:
        free[:, list(state.played)] = False
    if not free.any():
        return state
    script = world.scripts
    rooms = np.arange(len(world.roles))
    at = next_cue(world, state)
    here = free[..., None]
    link = script.link[rooms, at]
    packs = np.where(here, np.minimum(script.release[rooms, at], state.held), 0)
    price = script.price[rooms, at]
    new_link = np.where(here & (link >= 0), link, state.link)
    opened = (new_link > state.link) | ((packs > 0) & (new_link > 0))
    changes: dict[str, Any] = {
        "link": new_link,
        "opened": np.where(opened, state.tick, state.opened),
        "shelf": state.shelf + packs,
        "held": state.held - packs,
        "lot": np.where(packs > 0, state.shelf + packs, state.lot),
    }
    readied = evolve(state, **changes)
    if (here & (price > 0) & (price != state.price)).any():
        readied = reprice(world, readied, np.where(here & (price > 0), price, state.price))
    product = script.product[rooms, at]
    pitch = _possible(world, readied, script.pitch[rooms, at], product)
    return start(world, readied, free, pitch, product, at + 1)


def scripted(world: World, state: State, room: int) -> tuple[Action, ...]:
    """What the running order of a room has its host do now, as actions; empty while busy.

    A played room that follows these has the same night as an unplayed one. For one night only.
    """
    if state.left[0, room] > 0:
        return ()
    script, goods = world.scripts, world.goods[room]
    at = next_cue(world, state)
    here = int(at[0, room])
    actions: list[Action] = []
    for slot, good in enumerate(goods):
        link, price = int(script.link[room, here, slot]), int(script.price[room, here, slot])
        packs = min(int(script.release[room, here, slot]), int(state.held[0, room, slot]))
        if packs > 0:
            actions.append(Release(good.id, packs))
        if link >= 0 and link != int(state.link[0, room, slot]):
            actions.append(Link(good.id, bool(link)))
        if price > 0 and price != int(state.price[0, room, slot]):
            actions.append(SetPrice(good.id, price))
    slot = int(script.product[room, here])
    released = state.shelf.copy()
    released[0, room] += np.minimum(script.release[room, here], state.held[0, room])
    readied = evolve(state, shelf=released)
    rooms = np.arange(len(world.roles))
    wanted, goods_at = script.pitch[rooms, at], script.product[rooms, at]
    pitch = int(_possible(world, readied, wanted, goods_at)[0, room])
    on_product = world.pitches.on_product.take(pitch) > 0
    actions.append(
        Beat(world.pitches.ids[pitch], goods[slot].id if slot >= 0 and on_product else "")
    )
    return tuple(actions)
