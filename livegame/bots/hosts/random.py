"""The host who does anything that is allowed."""

import numpy as np

from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Link, Release


class Random(Host):
    """Any legal beat with equal chance; now and then opens, shuts or restocks a link first."""

    def __init__(self, seed: int) -> None:
        key = np.array([seed, 1_000_003], dtype=np.uint64)
        self._bits = np.random.Philox(key=key)

    def _below(self, count: int) -> int:
        return int(self._bits.random_raw()) % count

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """A random instant action one time in three, then a random beat."""
        before: list[Action] = []
        if self._below(3) == 0:
            good = seat.view.products[self._below(len(seat.view.products))]
            options: list[Action] = [Link(good.id, not good.open)]
            if good.held:
                options.append(Release(good.id, 1 + self._below(good.held)))
            before.append(options[self._below(len(options))])
            if seat.why_not(before[0]):
                before.clear()
        beats = seat.beats
        return (*before, beats[self._below(len(beats))]) if beats else tuple(before)
