"""The rules as a pure function: state and actions in, state and what happened out."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from attrs import frozen

from livegame.engine.actions import Action
from livegame.engine.acts import IllegalAction, act, why_not
from livegame.engine.audience import called, entering, leaving
from livegame.engine.begin import begin
from livegame.engine.chatbot import queued, without_waiting
from livegame.engine.choice import chances
from livegame.engine.constants import NIL, SINGLE, fixed
from livegame.engine.draws import poisson_part, stacked, tick_words
from livegame.engine.milestones import reached
from livegame.engine.mood import chat_rate, desires, goods_levels, room_levels
from livegame.engine.orders import (
    Sold,
    checkout,
    lasted,
    ledger,
    sell,
    substitutes,
    within_checkout,
)
from livegame.engine.presale import unpaid_now
from livegame.engine.rivals import begin_beats
from livegame.engine.samples import luck_of, sampled
from livegame.engine.sampling import thin
from livegame.engine.scene import Scene, set_scene
from livegame.engine.stalls import still_standing
from livegame.engine.state import State, evolve, summed
from livegame.engine.tables import Bools, Floats, Ints
from livegame.engine.teams import joined
from livegame.engine.world import World

_ALL = fixed(1.0)

__all__ = ["IllegalAction", "TickReport", "act", "begin", "step", "tick", "why_not"]


@frozen(eq=False, slots=False)  # made every tick; without slots in half the time
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
    idle = state.left == NIL
    state = begin_beats(world, state)
    scene, busy = set_scene(world, state), state.left > NIL
    first_raw, second_raw, minds_raw = tick_words(world, state.seeds, state.tick)
    pace, buy = chances(world, state, scene)
    pace = pace.take(scene.places.good_of_cell)
    fresh = state.minds[:, 0]
    buying = pace * buy
    from_pool, from_lobby = entering(world, state, scene)
    known, places = world.fixed, scene.places
    if from_pool.shape[2] == 1:  # the same for every segment
        from_pool = from_pool.take(places.room_of_coming)
    bought, left, came, moved, unpaid, comments = stacked(
        [
            (fresh, buying),
            (state.viewers, leaving(world, state, scene)),
            (state.pool.take(places.crowd_of_coming), from_pool),
            (state.lobby.take(places.crowd_of_segment), from_lobby.take(places.room_of_segment)),
            (state.owed, unpaid_now(world, state)),
            poisson_part(chat_rate(world, state, scene.watching)),
        ],
        first_raw,
    )
    came, from_home = called(came, state.pool)
    rooms = came.shape[1] // 2
    came, looked = came[:, :rooms], came[:, rooms:]
    moved, from_between = called(moved, state.lobby)
    between = state.lobby - from_between
    ready = without_waiting(world, state, scene, bought)
    placed, orders = within_checkout(checkout(world, state, scene), ready)
    more = world.pitches.extra[scene.pitch].take(places.room_of_good)
    more *= scene.told
    more += known.rates.extra
    passing = _ALL - buy  # of those who do not buy: who has decided against
    passing *= pace
    passing /= _ALL - buying
    passed, extra, gone_home = stacked(
        [
            (fresh - bought, passing),
            (orders, more),
            (between, known.gone_home),
        ],
        second_raw,
    )
    sold = sell(world, state, scene, orders, extra)
    if np.count_nonzero(sold.turned):
        sold = _with_substitutes(world, state, scene, buy, sold)
    elsewhere = state.pool - from_home, between - gone_home, gone_home
    people, arrived, gone = _move_people(state, scene, (came, moved, looked), left, elsewhere)
    minds, staying = _move_minds(world, state, scene, people, placed, passed, left, minds_raw)
    desire, used = desires(world, state, scene, staying)
    remaining = np.maximum(state.left - SINGLE, NIL)
    goes_on = np.minimum(remaining, SINGLE)
    new = evolve(
        state,
        tick=state.tick + 1,
        minds=minds,
        refused=_refused(state, passed),
        desire=desire,
        used=used,
        left=remaining,
        pitch=state.pitch * goes_on,
        **people,
        **goods_levels(world, state, scene, arrived, gone),
        **room_levels(world, state, scene, sold, comments),
        **ledger(world, state, scene, sold, unpaid),
    )
    new = _elsewhere(world, state, joined(world, state, new, sold.packs), scene)
    report = TickReport(
        tick=state.tick,
        arrived=arrived,
        left=gone,
        comments=comments,
        sold=sold,
        unpaid=unpaid,
        launched=scene.launched,
        began=idle & busy,
        ended=busy & (remaining == NIL),
    )
    return new, report


def _elsewhere(world: World, before: State, after: State, scene: Scene) -> State:
    """The state with what only some nights have: the chatbot's queue, milestones, stalls."""
    changes: dict[str, Any] = {}
    if world.chatbot is not None:
        changes |= queued(world, before, after, scene)
    if world.milestones is not None:
        changes["reached"] = reached(world, after)
    if world.stalls is not None:
        changes["stalls"] = still_standing(world, before, scene)
    return evolve(after, **changes) if changes else after


def _with_substitutes(world: World, state: State, scene: Scene, buy: Floats, sold: Sold) -> Sold:
    """The tick's sales with those that the turned-away make of other goods."""
    orders, packs = substitutes(world, state, scene, buy, sold)
    if not np.count_nonzero(orders):
        return sold
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
    state: State,
    scene: Scene,
    coming: tuple[Ints, Ints, Ints],
    left: Ints,
    elsewhere: tuple[Ints, Ints, Ints],
) -> tuple[dict[str, Any], Ints, Ints]:
    """Everybody's place after the tick; the sum over all places never changes.

    Args:
        state, scene: before.
        coming: people [B,R,K] who come from home to stay, from between rooms, and from home only
            to look in: they are visitors, but go home in the same tick.
        left: people [B,R,K] who leave; they are between rooms then.
        elsewhere: people [B,K] who stay at home, who stay between rooms, and who give that up and
            go home.

    Returns:
        The changes, and how many came to each room and left it [B,R].
    """
    came, moved, looked = coming
    at_home, between, gone_home = elsewhere
    entered = came + moved
    viewers = state.viewers + entered
    viewers -= left
    entered += looked
    arrived, gone = summed(entered, 2), summed(left + looked, 2)
    changes = {
        "pool": at_home,
        "lobby": between + summed(left, 1),
        "home": state.home + gone_home + summed(looked, 1),
        "viewers": viewers,
        "visitors": state.visitors + arrived,
        "peak": np.maximum(state.peak, scene.watching + arrived - gone),
    }
    return changes, arrived, gone


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
    viewers, places = people["viewers"], scene.places
    stay = state.viewers - left
    fresh, out = state.minds[:, 0], state.minds[:, 1]
    raw = raw.reshape(state.batch, 3, *fresh.shape[1:])
    fresh = fresh - bought
    fresh -= passed
    out = out + passed
    reopen = world.pitches.reopen[scene.pitch]
    if np.count_nonzero(reopen):
        again = reopen.take(places.room_of_good) * scene.told
        back = thin(state.minds[:, 1], again.take(places.good_of_cell), raw[:, 2])
        fresh += back
        out -= back
    stayed, came = stay.astype(np.float64), (viewers - stay).astype(np.float64)
    total = state.viewers.astype(np.float64).take(places.segment_of_cell)
    taken = stayed.take(places.segment_of_cell)
    z, bend, u = luck_of(raw[:, :2])
    minds = np.empty(state.minds.shape, dtype=np.int64)
    undecided = fresh.astype(np.float64)
    kept = sampled(undecided, total, taken, (z[:, 0], bend[:, 0], u[:, 0]))
    total -= undecided
    taken -= kept
    lucky = z[:, 1], bend[:, 1], u[:, 1]
    minds[:, 1] = sampled(out.astype(np.float64), total, taken, lucky)
    kept += came.take(places.segment_of_cell)
    minds[:, 0] = kept
    return minds, stayed / np.maximum(viewers, SINGLE).astype(np.float64)


def _refused(state: State, passed: Ints) -> Ints:
    """The mean price at which those who have decided against a good did so [B,R,P], fen."""
    before, now = summed(state.minds[:, 1], 2), summed(passed, 2)
    every = before + now
    total = np.maximum(every, SINGLE)
    mean = state.refused * before
    mean += state.price * (total - before)  # where nobody has, that is the price itself
    mean += total >> SINGLE
    mean //= total
    return mean


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
