"""What a host remembers: how often it has held which pitch on which good."""

import numpy as np

from livegame.bots.expert.sense import Known
from livegame.bots.seat import Seat
from livegame.engine.actions import Beat
from livegame.engine.tables import Floats


class Memory:
    """How worn each pitch is on each good by now [A,G], 0..1: after each use, and after a rest."""

    def __init__(self) -> None:
        self._used: Floats | None = None
        self._since = 0

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
        at = used[pitch, slot : slot + 1] if slot >= 0 else used[pitch]
        at += (1.0 - at) * about.wear[pitch]
