"""The rules as a pure function: state and actions in, state and what happened out."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from attrs import frozen

from livegame.engine.actions import Action
from livegame.engine.acts import IllegalAction, act, why_not
from livegame.engine.audience import entering, fit_into, leaving
from livegame.engine.begin import begin
from livegame.engine.choice import chances
from livegame.engine.draws import poisson_part, stacked, tick_words
from livegame.engine.mood import chat_rate, desires, goods_levels, room_levels
from livegame.engine.orders import Sold, lasted, ledger, sell, substitutes, within_checkout
from livegame.engine.rivals import begin_beats
from livegame.engine.sampling import sampled, thin
from livegame.engine.scene import Scene, set_scene
from livegame.engine.state import State, evolve
from livegame.engine.tables import Bools, Floats, Ints
from livegame.engine.world import World

__all__ = ["IllegalAction", "TickReport", "act", "begin", "step", "tick", "why_not"]


@frozen(eq=False)
class TickReport:
    """What a tick brought: counts per room [B,R] and per good [B,R,P].

    Attributes:
        arrived, left, comments: people and comments.
        sold: what was ordered. unpaid: packs of the tick before that nobody paid for.
        launched: links that a launch opened.
        began: rooms that were idle and now have a beat. ended: rooms whose beat is over.
    """

    tick: int
    arrived: Ints
    left: Ints
    comments: Ints
    sold: Sold
    unpaid: Ints
    launched: Bools
    began: Bools
    ended: Bools


def tick(world: World, state: State) -> tuple[State, TickReport]:
    """Advance every room of every night by one tick.

    Raises:
        ValueError: the night is over.
    """
    if state.tick >= world.ticks:
        raise ValueError("the night is over")
    idle = state.left == 0
    state = begin_beats(world, state)
    scene = set_scene(world, state)
    first_raw, second_raw, minds_raw = tick_words(world, state.seeds, state.tick)
    pace, buy = chances(world, state, scene)
    fresh = state.minds[:, 0]
    buying = pace * buy
    from_pool, from_lobby = entering(world, state, scene)
    away = np.full((state.batch, len(world.segments)), world.rates.lobby_leave)
    bought, left, came, moved, gone_home, unpaid, comments = stacked(
        [
            (fresh, buying),
            (state.viewers, leaving(world, state, scene)),
            (state.pool[:, None, :], from_pool),
            (state.lobby[:, None, :], from_lobby),
            (state.lobby, away),
            (state.owed, np.full(state.owed.shape, world.rates.unpaid)),
            poisson_part(chat_rate(world, state)),
        ],
        first_raw,
    )
    came = fit_into(came, state.pool)
    moved = fit_into(moved, state.lobby)
    gone_home = np.minimum(gone_home, state.lobby - moved.sum(axis=1))
    placed = within_checkout(world, bought)
    orders = placed.sum(axis=2)
    more = world.pitches.extra[scene.pitch][..., None] * scene.talked + world.rates.extra
    passed, extra, wander, bounced = stacked(
        [
            (fresh - bought, pace * (1.0 - buy) / (1.0 - buying)),
            (orders, more),
            (left, np.full(left.shape, world.rates.transfer)),
            (came, np.full(came.shape, world.rates.bounce)),
        ],
        second_raw,
    )
    sold = sell(world, state, scene, orders, extra)
    if sold.turned.any():
        sold = _with_substitutes(world, state, scene, buy, sold)
    people = _move_people(state, left, came, moved, gone_home, wander, bounced)
    minds, staying = _move_minds(world, state, scene, people, placed, passed, left, minds_raw)
    desire, used = desires(world, state, scene, staying)
    remaining = np.maximum(state.left - 1, 0)
    new = evolve(
        state,
        tick=state.tick + 1,
        minds=minds,
        refused=_refused(state, passed),
        desire=desire,
        used=used,
        left=remaining,
        pitch=np.where(remaining > 0, state.pitch, 0),
        **people,
        **goods_levels(world, state, scene),
        **room_levels(world, state, scene, sold, comments),
        **ledger(world, state, scene, sold, unpaid),
    )
    report = TickReport(
        tick=state.tick,
        arrived=(came + moved).sum(axis=2),
        left=left.sum(axis=2) + bounced.sum(axis=2),
        comments=comments,
        sold=sold,
        unpaid=unpaid,
        launched=scene.launched,
        began=idle & (state.left > 0),
        ended=(state.left > 0) & (remaining == 0),
    )
    return new, report


def _with_substitutes(world: World, state: State, scene: Scene, buy: Floats, sold: Sold) -> Sold:
    """The tick's sales with those that the turned-away make of other goods."""
    orders, packs = substitutes(world, state, scene, buy, sold)
    total = sold.packs + packs
    also = scene.open & (total == state.shelf) & ~sold.emptied
    return Sold(
        orders=sold.orders + orders,
        packs=total,
        fen=sold.fen + packs * state.price,
        turned=sold.turned,
        emptied=sold.emptied | also,
        tenths=np.where(also, lasted(world, state, scene, total), sold.tenths),
    )


def _move_people(
    state: State, left: Ints, came: Ints, moved: Ints, gone_home: Ints, wander: Ints, bounced: Ints
) -> dict[str, Any]:
    """Everybody's place after the tick; the sum over all places never changes."""
    viewers = state.viewers - left + came - bounced + moved
    watching = viewers.sum(axis=2)
    return {
        "pool": state.pool - came.sum(axis=1),
        "lobby": state.lobby - moved.sum(axis=1) - gone_home + wander.sum(axis=1),
        "home": state.home + gone_home + (left - wander).sum(axis=1) + bounced.sum(axis=1),
        "viewers": viewers,
        "visitors": state.visitors + (came + moved).sum(axis=2),
        "peak": np.maximum(state.peak, watching),
    }


def _move_minds(
    world: World,
    state: State,
    scene: Scene,
    people: dict[str, Any],
    bought: Ints,
    passed: Ints,
    left: Ints,
    raw: np.ndarray[Any, np.dtype[np.uint64]],
) -> tuple[Ints, Floats]:
    """Undecided and decided-against after the tick [B,2,R,K,P], and the share of the room that
    was there before [B,R,K].

    Who leaves is a fair sample of the room, so both counts shrink as in a draw without
    replacement; those who come are undecided about everything.
    """
    viewers = people["viewers"]
    stay = state.viewers - left
    fresh, out = state.minds[:, 0], state.minds[:, 1]
    raw = raw.reshape(state.batch, 3, *fresh.shape[1:])
    again = world.pitches.reopen.take(scene.pitch)[..., None] * scene.talked
    back = thin(out, again[:, :, None, :], raw[:, 2])
    fresh = fresh + back - bought - passed
    out = out + passed - back
    everyone, remain = state.viewers[..., None], stay[..., None]
    minds = np.empty_like(state.minds)
    minds[:, 0] = sampled(fresh, everyone, remain, raw[:, 0])
    minds[:, 1] = sampled(out, everyone - fresh, remain - minds[:, 0], raw[:, 1])
    minds[:, 0] += (viewers - stay)[..., None]
    return minds, stay / np.maximum(viewers, 1)


def _refused(state: State, passed: Ints) -> Ints:
    """The mean price at which those who have decided against a good did so [B,R,P], fen."""
    before, now = state.minds[:, 1].sum(axis=2), passed.sum(axis=2)
    total = np.maximum(before + now, 1)
    mean = (state.refused * before + state.price * now + total // 2) // total
    return np.where(before + now > 0, mean, state.price)


def step(
    world: World, state: State, actions: Sequence[tuple[int, Action]] = ()
) -> tuple[State, TickReport]:
    """Apply (room, action) pairs in order, then advance one tick.

    Raises:
        IllegalAction: an action is not allowed at that moment.
    """
    for room, action in actions:
        state = act(world, state, room, action)
    return tick(world, state)
