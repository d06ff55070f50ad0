"""Small steps for driving the app in tests."""

from asyncio import sleep

from textual.pilot import Pilot
from textual.screen import Screen

from livegame.studio.lines import Line
from livegame.studio.screens.onair import OnAir
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.status import Status
from tests.tui.fakeruns import FakeSession

LOOK, LOOKS = 0.004, 250  # seconds between two looks at what is to come, and how many


def text_of(screen: Screen[object], panel: str | None = None) -> str:
    """What stands on the screen, or in one panel."""
    panels = screen.query(Panel) if panel is None else screen.query(f"#{panel}").results(Panel)
    rows: list[Line] = [row for shown in panels for row in shown._drawn if shown.region.area]
    return "\n".join("".join(span.text for span in row).rstrip() for row in rows)


async def on_air(pilot: Pilot[None]) -> StudioRoom:
    """From the title to the studio by two Enters."""
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    studio = pilot.app.screen
    assert isinstance(studio, StudioRoom)
    return studio


async def settle(pilot: Pilot[None]) -> None:
    """Let workers, also those that begin only now, and their answers come through."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def faked(pilot: Pilot[None]) -> tuple[Status, FakeSession]:
    """The two lines on top of a show, and the session whose view a test may change."""
    status = (await on_air(pilot)).query_one(Status)
    session = status.show.session
    assert isinstance(session, FakeSession)
    return status, session


async def foreseen(pilot: Pilot[None]) -> None:
    """Let the forecasts of the moment that is shown come, which are asked for a moment after it."""
    room = pilot.app.screen
    assert isinstance(room, OnAir)
    for _ in range(LOOKS):
        if not (room._asking or room._foreseeing or room._wants_forecast()):
            break
        await sleep(LOOK)
    await settle(pilot)


async def keys(pilot: Pilot[None], *names: str) -> None:
    """Press keys in a row without waiting after each."""
    for name in names:
        pilot.app.simulate_key(name)
    await pilot.pause()
    await pilot.pause()
