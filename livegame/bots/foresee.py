"""Forecasts made aside, so that nothing on the screen waits for them.

In a thread a forecast shares Python's lock with the painting; in a process of its own it shares
nothing. The process is begun when a forecast is first wanted; where that cannot be, forecasts are
made here.
"""

from collections.abc import Sequence

from livegame.bots.aside import Aside, AsideError
from livegame.bots.forecast import Band, forecast
from livegame.engine.actions import Beat
from livegame.engine.state import State
from livegame.engine.world import World
from livegame.runs.rehearsal import REHEARSAL, rehearsal_world
from livegame.runs.worlds import world_of


class Foreseer:
    """Makes forecasts in a process of its own, one after the other."""

    def __init__(self) -> None:
        self._aside: Aside | None = None
        self._alone = False

    def forecast(self, world: World, state: State, room: int, beats: Sequence[Beat]) -> list[Band]:
        """What `livegame.bots.forecast.forecast` says, from any thread."""
        night, content = (world.scenario.id, world.scenario.step), world.content_hash
        if not self._alone and _world(*night).content_hash == content:
            try:
                return self._there().submit(_foresee, night, state, room, beats).result()
            except AsideError:
                self._alone = True
                self.close()
        return forecast(world, state, room, beats)

    def warm(self, scenario: str) -> None:
        """Have the process begun and the night compiled, without waiting for it."""
        if not self._alone:
            self._there().submit(_warm, scenario)

    def _there(self) -> Aside:
        if self._aside is None:
            self._aside = Aside(1)
        return self._aside

    def close(self) -> None:
        """End the process."""
        if self._aside is not None:
            self._aside.shutdown(wait=False, cancel_futures=True)
            self._aside = None


def _foresee(night: tuple[str, int], state: State, room: int, beats: Sequence[Beat]) -> list[Band]:
    return forecast(_world(*night), state, room, beats)


def _warm(scenario: str) -> None:
    _world(scenario)


def _world(scenario: str, rung: int = 1) -> World:
    """The compiled scenario; the rehearsal is none of the library's nights."""
    return rehearsal_world() if scenario == REHEARSAL else world_of(scenario, rung)
