"""A whole evening through the screens: by keys, and by mouse."""

from collections.abc import Callable

from livegame.engine.actions import Beat, Link, Plan, Release, SetPrice
from livegame.studio.app import Livegame
from livegame.studio.screens.board import BoardRoom
from livegame.studio.screens.front import FrontPage
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.screens.title import Title
from livegame.studio.widgets.panel import Panel
from tests.tui.drive import keys, on_air, settle, text_of
from tests.tui.fakehouse import FakeHouse

Make = Callable[..., Livegame]


async def test_a_whole_show_by_keys(make_app: Make, house: FakeHouse) -> None:
    house.ticks = 30
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        session = house.sessions[0]
        await pilot.press("2", "tab", "l", "p", "left", "enter", "s", "2", "tab", "1", "c", "6")
        assert [type(action) for action in session.decisions][:3] == [Plan, Beat, Link]
        assert any(isinstance(action, SetPrice) for action in session.decisions)
        assert Release("th-durian", 500) in session.decisions
        await pilot.press("space")
        while not session.finished:
            await keys(pilot, *["full_stop"] * 10)
        await settle(pilot)
        assert isinstance(app.screen, FrontPage)
        assert session.closed
        page = text_of(app.screen)
        assert "settled value" in page
        await keys(pilot, "m")
        assert "pull of the room" in text_of(app.screen)
        await pilot.press("right", "enter")
        await settle(pilot)
        assert isinstance(app.screen, BoardRoom)
        assert "1,674" in text_of(app.screen)
        await pilot.press("escape")
        assert isinstance(app.screen, FrontPage), "the page and its review are still there"
        await pilot.press("escape")
        assert isinstance(app.screen, Title)


async def _click(app: Livegame, pilot: object, panel: str, verb: str, what: str) -> None:
    """Click on whatever answers with this hit."""
    shown = app.screen.query_one(f"#{panel}", Panel)
    edge = shown.content_region.offset - shown.region.offset
    for y, row in enumerate(shown._drawn):
        x = 0
        for span in row:
            if span.hit == (verb, what):
                await pilot.click(f"#{panel}", offset=(x + 1 + edge.x, y + edge.y))  # type: ignore[attr-defined]
                return
            x += len(span.text)
    raise AssertionError(f"nothing to click for {verb} {what} in {panel}")


async def test_a_whole_show_by_mouse(make_app: Make, house: FakeHouse) -> None:
    house.ticks = 12
    app = make_app(speed=8, paced=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await _click(app, pilot, "menu", "row", "0")
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)
        await pilot.click("#air")
        await settle(pilot)
        studio = app.screen
        assert isinstance(studio, StudioRoom)
        await _click(app, pilot, "status", "pause", "")
        await _click(app, pilot, "shelf", "product", "th-coconut")
        assert studio.show.chosen == "th-coconut"
        await _click(app, pilot, "beats", "pitch", "1")
        assert house.sessions[0].decisions[1:] == [Beat("taste", "th-coconut")]
        await _click(app, pilot, "keys", "key", "p")
        await pilot.pause()
        await _click(app, pilot, "sheet", "nudge", "1")
        await _click(app, pilot, "sheet", "set", "")
        assert isinstance(house.sessions[0].decisions[-1], SetPrice)
        await _click(app, pilot, "status", "pause", "") if studio.show.state == "paused" else None
        for _ in range(80):
            await pilot.pause(0.05)
            if isinstance(app.screen, FrontPage):
                break
        assert isinstance(app.screen, FrontPage)
        await settle(pilot)
        await pilot.click("#again")
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)


async def test_the_plan_goes_on_air(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        room = app.screen
        assert isinstance(room, GreenRoom)
        room.query_one("#plan", Panel).focus()
        await pilot.press("minus", "down", "plus", "z", "right", "right", "right", "enter", "a")
        await settle(pilot)
        plan = house.sessions[0].decisions[0]
        assert isinstance(plan, Plan)
        assert dict(plan.prices)["th-mangosteen"] == 6555
        assert dict(plan.prices)["th-durian"] == 15900
        assert "th-durian" not in plan.open


async def test_leaving_keeps_the_run_and_the_title_offers_it(
    make_app: Make, house: FakeHouse
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        house.left = [house.folder() / "left.live"]
        await pilot.press("1", "escape")
        await settle(pilot)
        assert house.sessions[0].closed
        assert isinstance(app.screen, Title)
        assert "Continue" in text_of(app.screen)
        assert "Russia" in text_of(app.screen)
        await pilot.press("c")
        await settle(pilot)
        assert isinstance(app.screen, StudioRoom)
        assert "back on air" in text_of(app.screen, "chat")
