"""The honest forecast: what a beat would bring, as a band over the luck that nobody can know.

It runs the same engine on copies of the room under other seeds and other luck, the rivals held
steady. It never sees the night's own seed, so it tells nothing that a host could not know.
"""

from collections.abc import Sequence

import numpy as np
from attrs import evolve as with_fields
from attrs import frozen

from livegame.engine.actions import Beat
from livegame.engine.audience import room_pull
from livegame.engine.beats import start
from livegame.engine.reducer import tick
from livegame.engine.rivals import begin_beats
from livegame.engine.scene import set_scene
from livegame.engine.solo import outside, solo_state, solo_world
from livegame.engine.state import State, evolve
from livegame.engine.tables import Bools, Ints
from livegame.engine.world import World

SAMPLES = 15
AFTER = 60  # show seconds beyond the beat's end that count as its sales
# Share of samples on either side of a band, so that it holds four of five outcomes (measured over
# six hundred beats and more under seeds 3000 to 4147 and 7000 to 7063; the tests hold it on nights
# that had no part in it).
# Viewers and desire are surer than the samples, whose luck is drawn anew although a part of it
# shows already.
TAILS = {"sales": 0.1, "packs": 0.11, "watching": 0.115, "desire": 0.145, "trust": 0.1}
FINE = 10_000  # parts of full desire: luck moves it by a few thousandths only
FIRST_SEED = 2**62  # far from any seed a night is played under

Span = tuple[int, int]


@frozen
class Band:
    """The 10-90 % band of a beat's outcome.

    Attributes:
        sales: fen sold from now until a minute after the beat. packs: of the beat's good.
        watching: change of viewers at the end of the beat. desire: change, in ten-thousandths;
            trust: change, per mille.
    """

    action: Beat
    sales: Span
    packs: Span
    watching: Span
    desire: Span
    trust: Span


def _span(values: Ints, tail: float) -> Span:
    """The band of what samples were drawn from, with a share of them below and above it.

    Of n samples the k-th smallest has k of n + 1 outcomes below it on average; between two of them
    the band's end is interpolated. (The plain quantiles of 15 samples hold 75 % of outcomes.)
    """
    ordered = np.sort(values, kind="stable").astype(np.float64)
    place = np.array([tail, 1.0 - tail]) * (len(ordered) + 1) - 1
    low, high = np.interp(place, np.arange(len(ordered)), ordered)
    return round(float(low)), round(float(high))


def _mean_desire(state: State, slots: Ints) -> Ints:
    """Desire for a slot in each copy, weighted by who watches, in parts of FINE [B]."""
    rows = np.arange(state.batch)
    desire = state.desire[rows, 0, :, slots]
    crowd = state.viewers[:, 0]
    return (desire * crowd).sum(axis=1) * FINE // np.maximum(crowd.sum(axis=1), 1) >> 16


def _with_rivals(world: World, state: State, room: int) -> State:
    """The night under its usual luck, each rival with a beat of its running order."""
    usual = {name: np.zeros_like(getattr(state, name)) for name in ("luck_room", "luck_taste")}
    fresh = evolve(state, seeds=(FIRST_SEED - 1,), played=(room,), **usual)
    return begin_beats(world, fresh)


class _Rivals:
    """The other rooms while the beat runs: one night of theirs, under the usual luck.

    They go on with their running orders, so that the crowd that they draw, and the heat that the
    room is measured against, move as an evening's do; most of all in its first minutes.

    Attributes:
        state: all rooms, each rival with a beat of its own, one tick ahead. pull: theirs together
            in this tick. now: what they do in it.
    """

    def __init__(self, world: World, state: State, room: int) -> None:
        self._world, self._room, self.state = world, room, state
        self.go_on()

    def go_on(self) -> None:
        """One tick of theirs: what they do to the crowd in it, and sell and hear."""
        world, state, room = self._world, self.state, self._room
        pull = room_pull(world, state, set_scene(world, state))[0]
        self.pull = int(pull.sum() - pull[room] + state.rest_pull[0])
        steady = outside(world, state, room)
        if state.tick >= world.ticks:
            return
        after, report = tick(world, state)
        sold, watching = report.sold.fen[0].sum(axis=1), state.viewers[0].sum(axis=1)
        self.now = with_fields(
            steady,
            sales=float(sold.sum() - sold[room]),
            watching=float(watching.sum() - watching[room]),
            comments=float(report.comments[0].sum() - report.comments[0, room]),
        )
        self.state = begin_beats(world, after)


class _Watcher:
    """Collects the figures of each candidate at the moments that count for it."""

    def __init__(self, state: State, slots: Ints, ends: Ints, after: int) -> None:
        self.after, self.slots, self.ends, self.begun = after, slots, ends, state
        rows = state.batch
        self.watching, self.desire, self.trust = (np.zeros(rows, dtype=np.int64) for _ in range(3))
        self.sales, self.packs = (np.zeros(rows, dtype=np.int64) for _ in range(2))

    def note(self, state: State, passed: int) -> None:
        over = self.ends == passed
        if over.any():
            self.watching[over] = (state.viewers - self.begun.viewers).sum(axis=(1, 2))[over]
            self.trust[over] = (state.trust - self.begun.trust)[over, 0] * 1000 >> 16
            gained = _mean_desire(state, self.slots) - _mean_desire(self.begun, self.slots)
            self.desire[over] = gained[over]
        closing = self.ends + self.after == passed
        if closing.any():
            self.close(state, closing)

    def close(self, state: State, which: Bools) -> None:
        rows = np.arange(state.batch)
        fen = (state.sales + state.owed_fen - self.begun.sales - self.begun.owed_fen).sum(
            axis=(1, 2)
        )
        packs = (state.sold + state.owed - self.begun.sold - self.begun.owed)[rows, 0, self.slots]
        self.sales[which], self.packs[which] = fen[which], packs[which]


def forecast(world: World, state: State, room: int, beats: Sequence[Beat]) -> list[Band]:
    """The band of each beat, if it began now; the state stays as it is.

    Args:
        world, state: one night.
        room: whose host asks.
        beats: legal ones.
    """
    if not beats or state.tick >= world.ticks:
        return []
    one = solo_world(world, room)
    seeds = tuple(FIRST_SEED + i for i in range(SAMPLES)) * len(beats)
    begun = _with_rivals(world, state, room)
    rivals = _Rivals(world, begun, room)
    copies = solo_state(world, begun, room, seeds)
    pitches = np.repeat([world.pitches.ids.index(b.pitch) for b in beats], SAMPLES)
    slots = np.repeat([world.slot_of(room, b.product) for b in beats], SAMPLES)
    every = np.ones((len(seeds), 1), dtype=np.bool_)
    now = start(one, copies, every, pitches[:, None], slots[:, None], copies.cue)
    left = world.ticks - state.tick
    ends = np.minimum(world.pitches.ticks[pitches], left)
    after = max(AFTER // world.tick_seconds, 1)
    watcher = _Watcher(now, np.maximum(slots, 0), ends, after)
    horizon = min(int(ends.max()) + after, left)
    for passed in range(1, horizon + 1):
        before, others = now, rivals.now
        now, report = tick(one, now)
        heat = others.heat(one, before, now, report)
        rivals.go_on()
        pull = np.full(now.batch, rivals.pull, dtype=np.int64)
        now = evolve(now, lobby=others.after(now.lobby), heat=heat, rest_pull=pull)
        watcher.note(now, passed)
    cut = ends + after > horizon
    if cut.any():
        watcher.close(now, cut)
    return [
        Band(
            action=beat,
            sales=_span(watcher.sales[part], TAILS["sales"]),
            packs=_span(watcher.packs[part], TAILS["packs"]),
            watching=_span(watcher.watching[part], TAILS["watching"]),
            desire=_span(watcher.desire[part], TAILS["desire"]),
            trust=_span(watcher.trust[part], TAILS["trust"]),
        )
        for beat, part in ((b, slice(i * SAMPLES, (i + 1) * SAMPLES)) for i, b in enumerate(beats))
    ]
