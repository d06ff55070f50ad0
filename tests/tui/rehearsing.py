"""Steps through a rehearsal in the studio, for the tests of it. `conftest.py` has its fixtures."""

from textual.pilot import Pilot

from livegame.studio.screens.rehearsal import RehearsalRoom
from livegame.studio.widgets.hint import Hint
from tests.tui.drive import keys, settle

LONG = 60.0  # seconds that no test waits for


async def enter(pilot: Pilot[None]) -> RehearsalRoom:
    await settle(pilot)
    await pilot.press("e")
    await pilot.pause()
    room = pilot.app.screen
    assert isinstance(room, RehearsalRoom)
    return room


async def beat(pilot: Pilot[None], key: str) -> None:
    """A whole beat, tick by tick."""
    room = pilot.app.screen
    assert isinstance(room, RehearsalRoom)
    await keys(pilot, key)
    room._paused = True
    room.go_on()
    for _ in range(room.show.view.ticks):
        if room.show.view.idle:
            break
        await keys(pilot, "full_stop")
    assert room.show.view.idle
    room._paused = False
    room.go_on()
    await pilot.pause()


def hint(room: RehearsalRoom) -> str:
    return room.query_one(Hint).words
