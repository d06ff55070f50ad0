"""Playing sequences of beats on copies of a room: the search's part of the engine.

All sequences run side by side as one batch. A copy whose beat is over begins the next one of its
sequence; a copy whose sequence is over is valued at that moment and then no longer counts.
"""

from collections.abc import Sequence

import numpy as np
from attrs import evolve as with_fields

from livegame.bots.seat import Rehearsal, Seat
from livegame.bots.valuing import stored, taken
from livegame.engine.actions import Beat
from livegame.engine.beats import start_at
from livegame.engine.lanes import keep_nights
from livegame.engine.legal import refused
from livegame.engine.reducer import tick
from livegame.engine.state import evolve
from livegame.engine.tables import Bools, Floats, Ints
from livegame.engine.world import World

FIRST_SEED = 2**62 + 2**32  # far from any seed that a night is played or forecast under
ROOM = 0


def worths(
    seat: Seat, plans: Sequence[Sequence[Beat]], samples: int, share: float, price: float
) -> tuple[Floats, Floats]:
    """What each sequence of beats brings on average over sampled luck, and how long it takes.

    Args:
        seat: the moment; every first beat is legal now, later ones are dropped where they are not.
        plans: sequences of at least one beat.
        samples: copies of each.
        share: of the undecided who count as nearly sold at its end.
        price: what a second of show time is worth, fen; a plan pays for the time it takes.

    Returns:
        The gain in fen and the seconds of each plan.
    """
    room = seat.rehearsal(tuple(FIRST_SEED + i for i in range(samples)))
    began = taken(room.world, ROOM, room.state) + stored(room.world, ROOM, room.state, share)
    began = np.tile(began, len(plans))
    each = keep_nights(room.state, list(range(samples)) * len(plans))
    room = with_fields(room, state=each)
    copies = _Copies(room, plans, samples)
    gains = np.zeros(room.state.batch)
    seconds = np.zeros(room.state.batch)
    live = np.ones(room.state.batch, dtype=np.bool_)
    for passed in range(room.left + 1):
        over = copies.begin_next() | (passed == room.left)
        closing = live & over
        if closing.any():
            now = taken(room.world, ROOM, copies.state)
            if passed < room.left:
                now = now + stored(room.world, ROOM, copies.state, share)
            gains[closing] = (now - began)[closing]
            seconds[closing] = passed * room.world.tick_seconds
            live &= ~closing
        if not live.any():
            break
        copies.advance()
    gains -= price * seconds
    shape = (len(plans), samples)
    return gains.reshape(shape).mean(axis=1), seconds.reshape(shape).mean(axis=1)


def at_hand(seat: Seat, share: float) -> float:
    """What the room has taken and stored at this moment, fen: where gains are counted from."""
    room = seat.rehearsal((FIRST_SEED,))
    now = taken(room.world, ROOM, room.state) + stored(room.world, ROOM, room.state, share)
    return float(now[0])


class _Copies:
    """The batch of copies, and how far each is in its sequence."""

    def __init__(self, room: Rehearsal, plans: Sequence[Sequence[Beat]], samples: int) -> None:
        self._world, self._others, self.state = room.world, room.others, room.state
        longest = max(map(len, plans))
        ids = [[_place(room.world, beat) for beat in plan] for plan in plans]
        padded = [plan + [(0, -1)] * (longest - len(plan)) for plan in ids]
        self._plans = np.repeat(np.array(padded, dtype=np.int64), samples, axis=0)
        self._length = np.repeat([len(plan) for plan in plans], samples)
        self._at = np.zeros(len(self._length), dtype=np.int64)

    def begin_next(self) -> Bools:
        """Begin the next beat where one is over; says which copies have none left [B]."""
        free = self.state.left[:, ROOM] == 0
        while True:
            ready = np.flatnonzero(free & (self._at < self._length))
            if not len(ready):
                break
            pitch, slot = self._plans[ready, self._at[ready]].T
            fine = self._allowed(ready, pitch, slot)
            self._at[ready] += 1
            here = ready[fine]
            if len(here):
                self.state = start_at(self._world, self.state, here, pitch[fine], slot[fine],
                                      self.state.cue[here, ROOM])  # fmt: skip
                free[here] = False
        return free

    def _allowed(self, here: Ints, pitch: Ints, slot: Ints) -> Bools:
        """Which of these beats their rooms could begin; a refused one is left out."""
        at = np.maximum(slot, 0)
        shelf, held = self.state.shelf[here, ROOM, at], self.state.held[here, ROOM, at]
        return ~refused(self._world, self.state, here, pitch, slot, shelf, held)

    def advance(self) -> None:
        """One tick of all copies, the rivals as steady as they were."""
        before = self.state
        now, report = tick(self._world, before)
        heat = self._others.heat(self._world, before, now, report)
        self.state = evolve(now, lobby=self._others.after(now.lobby), heat=heat)


def _place(world: World, beat: Beat) -> tuple[int, int]:
    return world.pitches.ids.index(beat.pitch), world.slot_of(ROOM, beat.product)
