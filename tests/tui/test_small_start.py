"""Begun from the command line in too small a terminal: the sign first, then what was asked for."""

from livegame.studio.app import Livegame
from livegame.studio.ports import Errand
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.small import TooSmall
from livegame.studio.settings import Settings
from tests.tui.drive import settle
from tests.tui.fakehouse import FakeHouse

NIGHT = "618-2020-diplomats"


async def test_a_night_asked_for_waits_until_there_is_room(house: FakeHouse) -> None:
    app = Livegame(house, Settings(), scenario=NIGHT, role="thailand")
    async with app.run_test(size=(70, 20)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, TooSmall)
        assert not any(isinstance(screen, GreenRoom) for screen in app.screen_stack)
        await pilot.press("enter", "g", "e")
        assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)
        await pilot.resize_terminal(70, 20)
        await settle(pilot)
        assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(90, 24)
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)
        assert sum(isinstance(screen, GreenRoom) for screen in app.screen_stack) == 1


async def test_todays_attempt_is_not_begun_by_a_blind_key(house: FakeHouse) -> None:
    app = Livegame(house, Settings(), errand=Errand("today"))
    async with app.run_test(size=(79, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter", "enter", "enter", "1", "space")
        await settle(pilot)
        assert isinstance(app.screen, TooSmall)
        assert not house.sessions
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)
