"""Forecasts made aside, so that nothing on the screen waits for them.

In a thread a forecast shares Python's lock with the painting; in a process of its own it shares
nothing. The process is begun when a forecast is first wanted; where that cannot be, forecasts are
made here. It is given the very world that is played, as bytes: a campaign's evening, which is made
of the day's stock and trust, has no name to compile it by.
"""

import pickle
from collections.abc import Sequence
from functools import lru_cache

from livegame.bots.aside import Aside, AsideError
from livegame.bots.forecast import Band, forecast
from livegame.engine.actions import Beat
from livegame.engine.state import State
from livegame.engine.world import World


class Foreseer:
    """Makes forecasts in a process of its own, one after the other."""

    def __init__(self) -> None:
        self._aside: Aside | None = None
        self._alone = False
        self._packed: tuple[World, bytes] | None = None

    def forecast(self, world: World, state: State, room: int, beats: Sequence[Beat]) -> list[Band]:
        """What `livegame.bots.forecast.forecast` says, from any thread."""
        if not self._alone:
            try:
                packed = self._bytes(world)
                return self._there().submit(_foresee, packed, state, room, beats).result()
            except AsideError:
                self._alone = True
                self.close()
        return forecast(world, state, room, beats)

    def _bytes(self, world: World) -> bytes:
        """A world as the process takes it; that of the show that is on is packed once."""
        packed = self._packed
        if packed is None or packed[0] is not world:
            packed = self._packed = (world, pickle.dumps(world, pickle.HIGHEST_PROTOCOL))
        return packed[1]

    def _there(self) -> Aside:
        if self._aside is None:
            self._aside = Aside(1)
        return self._aside

    def close(self) -> None:
        """End the process."""
        if self._aside is not None:
            self._aside.shutdown(wait=False, cancel_futures=True)
            self._aside = None


def _foresee(packed: bytes, state: State, room: int, beats: Sequence[Beat]) -> list[Band]:
    return forecast(_unpacked(packed), state, room, beats)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> World:
    """The same world for the same bytes, so that what is worked out from it once is kept."""
    world: World = pickle.loads(packed)
    return world
