"""Playing many altered running orders of one night side by side, all under the night's own luck.

All lanes share the run's seed, and every draw is a function of seed, stream and tick, so a lane
meets the luck that the run met. Lanes join when the sweep reaches the stretch of ticks in which
their change lies, as copies of the run as it stood then: until the change they are the run.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from attrs import field, frozen

from livegame.bots.review.hands import Hands
from livegame.bots.review.order import Mark, Order, Past
from livegame.engine.actions import Beat, Cut
from livegame.engine.chance import CHUNK
from livegame.engine.reducer import TickReport, tick
from livegame.engine.state import ARRAYS, State
from livegame.engine.tables import Ints
from livegame.engine.world import World

NEVER = 10**9
Follow = Callable[[State, State, TickReport], State]


@frozen(eq=False)
class Lane:
    """A running order to be played. `tick` is when it first differs from the run."""

    order: Order
    tick: int

    @property
    def joins(self) -> int:
        """The tick at which it is taken from the run."""
        return self.tick // CHUNK * CHUNK


@frozen(eq=False)
class Stage:
    """Where the lanes are played: the whole night, or the room alone for a first look.

    Attributes:
        copies: so many copies of the run at a tick. follow: the batch after a tick, once
            whatever lies outside of it has had its say (before, after, report).
    """

    world: World
    room: int
    copies: Callable[[int, int], State]
    follow: Follow = field(default=lambda before, after, report: after)


def whole_night(past: Past) -> Stage:
    """All rooms, by the rules themselves."""

    def copies(at: int, count: int) -> State:
        state = past.states[at]
        arrays = {
            name: np.broadcast_to(getattr(state, name), (count, *getattr(state, name).shape[1:]))
            for name in ARRAYS
        }
        return State(seeds=state.seeds * count, tick=at, played=state.played, **arrays)

    return Stage(past.world, past.room, copies)


def play(
    past: Past,
    stage: Stage,
    lanes: Sequence[Lane],
    told: Callable[[int], None] | None = None,
) -> State:
    """Play lanes to the end of the night; the batch that comes back has their order.

    Args:
        past: the run. stage: where. lanes: at least one.
        told: called with the lane-ticks that have gone by since the last call.
    """
    sequence = sorted(range(len(lanes)), key=lambda n: lanes[n].joins)
    crowd = _Crowd(stage, fills=not past.silent)
    waiting = list(sequence)
    now: State | None = None
    at = lanes[sequence[0]].joins
    while at < past.world.ticks:
        joining = 0
        while waiting and lanes[waiting[0]].joins == at:
            crowd.join(lanes[waiting.pop(0)].order, past.marks[at])
            joining += 1
        if joining:
            new = stage.copies(at, joining)
            now = _beside(now, new) if now is not None else new
        assert now is not None
        begun = crowd.act(now)
        after, report = tick(stage.world, begun)
        now = stage.follow(begun, after, report)
        at += 1
        if told:
            told(now.batch)
    assert now is not None
    back = np.empty(len(lanes), dtype=np.int64)
    back[sequence] = np.arange(len(lanes))
    return _reordered(now, back)


def _beside(one: State, other: State) -> State:
    arrays: dict[str, Any] = {
        name: np.concatenate([getattr(one, name), getattr(other, name)]) for name in ARRAYS
    }
    return State(seeds=one.seeds + other.seeds, tick=one.tick, played=one.played, **arrays)


def _reordered(state: State, back: Ints) -> State:
    arrays: dict[str, Any] = {name: getattr(state, name)[back] for name in ARRAYS}
    seeds = tuple(state.seeds[n] for n in back)
    return State(seeds=seeds, tick=state.tick, played=state.played, **arrays)


class _Crowd:
    """The hosts of all lanes: each follows its running order.

    A decision that the rules refuse is passed over, and the next one comes at once. A host whose
    order has run out before the night gives its last beat again, or the one before it, unless the
    run itself ended in silence.
    """

    def __init__(self, stage: Stage, *, fills: bool) -> None:
        """`fills`: a host whose order has run out goes on; else it is silent, as in the run."""
        self.stage, self.fills = stage, fills
        self.hands = Hands(stage.world, stage.room)
        self.orders: list[Order] = []
        self.step: list[int] = []
        self.since: list[int] = []
        self.free: list[int] = []
        self.due = np.empty(0, dtype=np.int64)

    def join(self, order: Order, mark: Mark) -> None:
        self.orders.append(order)
        self.step.append(mark.step)
        self.since.append(mark.since)
        self.free.append(mark.free)
        self.due = np.append(self.due, self._when(len(self.orders) - 1))

    def _when(self, lane: int) -> int:
        """The tick at which a lane's next decision is due."""
        order, at = self.orders[lane], self.step[lane]
        since, free = self.since[lane], self.free[lane]
        if at >= len(order):
            return max(since, free) if self.fills else NEVER
        step = order[at]
        return min(since + step.gap, free) if step.busy else max(since, free) + step.gap

    def act(self, state: State) -> State:
        """Let every host do what is due at this tick."""
        now = state.tick
        here = np.flatnonzero(self.due <= now).tolist()
        while here:
            running = [lane for lane in here if self.step[lane] < len(self.orders[lane])]
            acts = [(lane, self.orders[lane][self.step[lane]].action) for lane in running]
            state, fine = self.hands.take(state, acts)
            for (lane, action), ok in zip(acts, fine, strict=True):
                self.step[lane] += 1
                self.since[lane] = now
                if ok and isinstance(action, Beat):
                    self.free[lane] = now + int(state.left[lane, self.stage.room])
                elif ok and isinstance(action, Cut):
                    self.free[lane] = now
            done = [lane for lane in here if lane not in set(running)]
            state = self._fill(state, done)
            for lane in here:
                self.due[lane] = self._when(lane)
            for lane in done:
                self.due[lane] = max(self.due[lane], now + 1)
            here = [lane for lane in here if self.due[lane] <= now]
        return state

    def _fill(self, state: State, lanes: list[int]) -> State:
        """Hosts with nothing left to do give their last beat again, or the one before it ..."""
        places = {lane: self._beats(lane) for lane in lanes}
        depth = 0
        while open_ := [lane for lane in lanes if depth < len(places[lane])]:
            state, fine = self.hands.take(state, [(n, places[n][depth]) for n in open_])
            for lane, ok in zip(open_, fine, strict=True):
                if ok:
                    self.free[lane] = state.tick + int(state.left[lane, self.stage.room])
            given = {lane for lane, ok in zip(open_, fine, strict=True) if ok}
            lanes = [lane for lane in lanes if lane not in given]
            depth += 1
        return state

    def _beats(self, lane: int) -> list[Beat]:
        """The beats of a lane's order, last first, each once."""
        actions = (step.action for step in reversed(self.orders[lane]))
        return list(dict.fromkeys(a for a in actions if isinstance(a, Beat)))
