"""The honest forecast: what a beat would bring, as a band over the luck that nobody can know.

It runs the same engine on copies of the room under other seeds and other luck, the rivals held
steady. It never sees the night's own seed, so it tells nothing that a host could not know.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from livegame.engine.actions import Beat
from livegame.engine.beats import start
from livegame.engine.reducer import tick
from livegame.engine.solo import outside, solo_state, solo_world
from livegame.engine.state import State, evolve
from livegame.engine.tables import Bools, Ints
from livegame.engine.world import World

SAMPLES = 15
AFTER = 12  # ticks beyond the beat's end that count as its sales
FIRST_SEED = 2**62  # far from any seed a night is played under

Span = tuple[int, int]


@frozen
class Band:
    """The 10-90 % band of a beat's outcome.

    Attributes:
        sales: fen sold from now until a minute after the beat. packs: of the beat's good.
        watching: change of viewers at the end of the beat. desire, trust: change, per mille.
    """

    action: Beat
    sales: Span
    packs: Span
    watching: Span
    desire: Span
    trust: Span


def _span(values: Ints) -> Span:
    ordered = np.sort(values, kind="stable")
    last = len(ordered) - 1
    return int(ordered[round(last * 0.1)]), int(ordered[round(last * 0.9)])


def _mean_desire(state: State, slots: Ints) -> Ints:
    """Desire for a slot in each copy, weighted by who watches, per mille [B]."""
    rows = np.arange(state.batch)
    desire = state.desire[rows, 0, :, slots]
    crowd = state.viewers[:, 0]
    return (desire * crowd).sum(axis=1) * 1000 // np.maximum(crowd.sum(axis=1), 1) >> 16


class _Watcher:
    """Collects the figures of each candidate at the moments that count for it."""

    def __init__(self, state: State, slots: Ints, ends: Ints) -> None:
        self.slots, self.ends, self.begun = slots, ends, state
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
        closing = self.ends + AFTER == passed
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
    copies = solo_state(world, state, room, seeds)
    pitches = np.repeat([world.pitches.ids.index(b.pitch) for b in beats], SAMPLES)
    slots = np.repeat([world.slot_of(room, b.product) for b in beats], SAMPLES)
    every = np.ones((len(seeds), 1), dtype=np.bool_)
    now = start(one, copies, every, pitches[:, None], slots[:, None], copies.cue)
    others = outside(world, state, room)
    left = world.ticks - state.tick
    ends = np.minimum(world.pitches.ticks[pitches], left)
    watcher = _Watcher(now, np.maximum(slots, 0), ends)
    horizon = min(int(ends.max()) + AFTER, left)
    for passed in range(1, horizon + 1):
        before = now
        now, report = tick(one, now)
        heat = others.heat(one, before, now, report)
        now = evolve(now, lobby=others.after(now.lobby), heat=heat)
        watcher.note(now, passed)
    cut = ends + AFTER > horizon
    if cut.any():
        watcher.close(now, cut)
    return [
        Band(
            action=beat,
            sales=_span(watcher.sales[part]),
            packs=_span(watcher.packs[part]),
            watching=_span(watcher.watching[part]),
            desire=_span(watcher.desire[part]),
            trust=_span(watcher.trust[part]),
        )
        for beat, part in ((b, slice(i * SAMPLES, (i + 1) * SAMPLES)) for i, b in enumerate(beats))
    ]
