"""What a host remembers: how often it has held which pitch on which good."""

import numpy as np

from livegame.bots.expert.known import Known
from livegame.bots.seat import Seat
from livegame.engine.actions import Beat
from livegame.engine.tables import Floats


class Memory:
    """How worn each pitch is on each good by now [A,G], 0..1: after each use, and after a rest."""

    def __init__(self) -> None:
        self._used: Floats | None = None
        self._since = 0
        self._running: tuple[int, slice, Floats] | None = None

    def worn(self, about: Known, tick: int) -> Floats:
        """As of this tick; do not change what is returned."""
        if self._used is None:
            self._used = np.zeros((len(about.ticks), len(about.usual)))
        self._used *= (1.0 - about.rest) ** (tick - self._since)
        self._since = tick
        return self._used

    def began(self, about: Known, seat: Seat, beat: Beat) -> None:
        """Note a beat that begins now."""
        used = self.worn(about, seat.tick)
        pitch = seat.world.pitches.ids.index(beat.pitch)
        slot = seat.world.slot_of(seat.room, beat.product)
        where = slice(slot, slot + 1) if slot >= 0 else slice(None)
        self._running = pitch, where, used[pitch, where].copy()
        used[pitch, where] += (1.0 - used[pitch, where]) * about.wear[pitch]

    def stopped(self, about: Known, tick: int, done: float) -> None:
        """Note that the beat that was begun last is broken off after a share of its time."""
        if self._running is None:
            return
        pitch, where, before = self._running
        part = 1.0 - (1.0 - about.wear[pitch]) ** done
        self.worn(about, tick)[pitch, where] = before + (1.0 - before) * part
        self._running = None
