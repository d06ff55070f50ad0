"""The rooms nobody plays: each follows its running order by the same rules as a player's room."""

from typing import Any

import numpy as np

from livegame.engine.actions import Action, Beat, Link, Release, SetPrice
from livegame.engine.beats import starting
from livegame.engine.constants import NIL, SINGLE
from livegame.engine.flags import some
from livegame.engine.legal import refused
from livegame.engine.lots import look_again
from livegame.engine.prices import reprice
from livegame.engine.state import State, evolve, put_rows, rows, rows_at
from livegame.engine.tables import Ints
from livegame.engine.world import World


def next_cue(world: World, state: State) -> Ints:
    """Place in the running order of each room's next beat [B,R]; sold-out goods are skipped."""
    every = np.arange(state.cue.size)
    return _next_cue(world, state, every).reshape(state.cue.shape)


def _next_cue(world: World, state: State, here: Ints, left: Ints | None = None) -> Ints:
    """The same for some of the B*R rooms [M].

    `left` are the packs that the rooms have of each good [M,P], where they are counted already.
    """
    script = world.scripts
    room = here % world.fixed.rooms
    length, first = script.length[room], room * world.fixed.cues
    at = state.cue.take(here) % length
    if left is None:
        left = rows_at(state.shelf, here) + rows_at(state.held, here)
    gone = left <= NIL
    own = rows(*gone.shape)
    for _ in range(world.shape[2]):
        good = script.product.take(first + at)
        skip = gone.take(own + np.maximum(good, NIL)) & (good >= NIL)
        if not some(skip):
            break
        at = np.where(skip, (at + SINGLE) % length, at)
    return at


def _possible(
    world: World, state: State, here: Ints, pitch: Ints, product: Ints, shelf: Ints, held: Ints
) -> Ints:
    """The pitch itself, or the first free pitch on the room where a player would be refused it.

    All over some of the B*R rooms [M]; `shelf` and `held` are what they have [M,P].
    """
    slot = rows(*shelf.shape) + np.maximum(product, NIL)
    denied = refused(world, state, here, pitch, product, shelf.take(slot), held.take(slot))
    return np.where(denied, world.pitches.fallback, pitch) if some(denied) else pitch


def begin_beats(world: World, state: State) -> State:
    """Let every unplayed room whose beat is over begin the next one of its running order."""
    free = state.left == NIL
    if state.played:
        free[:, list(state.played)] = False
    here = free.reshape(-1).nonzero()[0]
    if not len(here):
        return state
    script = world.scripts
    shelf, held = rows_at(state.shelf, here), rows_at(state.held, here)
    at = _next_cue(world, state, here, shelf + held)
    cue = here % world.fixed.rooms * world.fixed.cues + at
    changes: dict[str, Any] = {}
    if some(world.fixed.says[cue]):
        state, shelf, held = _set_goods(world, state, here, cue, (shelf, held), changes)
    product = script.product.take(cue)
    pitch = _possible(world, state, here, script.pitch.take(cue), product, shelf, held)
    return evolve(state, **changes, **starting(world, state, here, pitch, product, at + SINGLE))


def _set_goods(
    world: World,
    state: State,
    here: Ints,
    cue: Ints,
    packs: tuple[Ints, Ints],
    changes: dict[str, Any],
) -> tuple[State, Ints, Ints]:
    """Links, releases and prices as the cues have them.

    Args:
        world, state: the moment. here: places of the rooms among all of the batch [M].
        cue: their places in the scripts [M]. packs: on their links and held back [M,P].
        changes: where the changes of links and stock are added.

    Returns:
        The state with the prices, and the packs on the links and held back after it.
    """
    script, (shelf, held) = world.scripts, packs
    was, link = rows_at(state.link, here), rows_at(script.link, cue)
    np.copyto(link, was, where=link < NIL)
    more = np.minimum(rows_at(script.release, cue), held)
    released = more > NIL
    if some(released):
        shelf, held = shelf + more, held - more
        lot = np.where(released, shelf, rows_at(state.lot, here))
        changes["shelf"] = put_rows(state.shelf, here, shelf)
        changes["held"] = put_rows(state.held, here, held)
        changes["lot"] = put_rows(state.lot, here, lot)
        fresh = put_rows(np.zeros_like(state.shelf), here, more)
        state = look_again(world, evolve(state, shelf=changes["shelf"]), fresh)
    opened = (link > was) | (released & (was > NIL))
    if some(opened):
        since = np.where(opened, state.tick, rows_at(state.opened, here))
        changes["opened"] = put_rows(state.opened, here, since)
    if some(link != was):
        changes["link"] = put_rows(state.link, here, link)
    price, old = rows_at(script.price, cue), rows_at(state.price, here)
    if some((price > NIL) & (price != old)):  # prices hang on none of the changes
        asked = put_rows(state.price, here, np.where(price > NIL, price, old))
        base = put_rows(state.base, here, np.where(price > NIL, price, rows_at(state.base, here)))
        state = evolve(reprice(world, state, asked), base=base)
    return state, shelf, held


def scripted(world: World, state: State, room: int) -> tuple[Action, ...]:
    """What the running order of a room has its host do now, as actions; empty while busy.

    A played room that follows these has the same night as an unplayed one. For one night only.
    """
    if state.left[0, room] > 0:
        return ()
    script, goods = world.scripts, world.goods[room]
    place = np.array([room])
    here = int(_next_cue(world, state, place)[0])
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
    wanted, product = script.pitch[room, here, None], script.product[room, here, None]
    shelf, held = state.shelf[0, room, None], state.held[0, room, None]
    released = shelf + np.minimum(script.release[room, here], held)
    pitch = int(_possible(world, state, place, wanted, product, released, held)[0])
    on_product = world.pitches.on_product.take(pitch) > 0
    actions.append(
        Beat(world.pitches.ids[pitch], goods[slot].id if slot >= 0 and on_product else "")
    )
    return tuple(actions)
