"""Nothing is out of reach of the keys: texts that are longer than their place, and what a day's
plan was once it has been taken."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from livegame.catalog.texts import t
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.screens.days import DaysRoom
from livegame.studio.screens.settings import SettingsRoom
from livegame.studio.settings import Settings
from livegame.studio.widgets.prose import Prose
from tests.tui.drive import keys, settle, text_of
from tests.tui.fakehouse import FakeHouse


async def at_the_desk(pilot: Pilot[None]) -> DaysRoom:
    await settle(pilot)
    await keys(pilot, "enter")
    room = pilot.app.screen
    assert isinstance(room, DaysRoom)
    await pilot.pause()
    return room


async def test_a_long_list_of_keys_is_read_by_keys(tmp_path: Path) -> None:
    app = Livegame(FakeHouse(tmp_path), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        app.open("settings")
        await settle(pilot)
        room = app.screen
        assert isinstance(room, SettingsRoom)
        text = room.query_one("#keymap", Prose)
        before = text_of(room, "keymap")
        assert "studio.price" in before
        for _ in range(4):
            if not text.has_focus:
                await pilot.press("tab")
        assert text.has_focus
        await pilot.press("end")
        after = text_of(room, "keymap")
        assert "studio.price" not in after
        assert "app.palette" in after
        await pilot.press("tab")
        assert not text.has_focus


async def test_a_text_that_fits_is_no_stop_on_the_way(tmp_path: Path) -> None:
    app = Livegame(FakeHouse(tmp_path), Settings())
    async with app.run_test(size=(200, 60)) as pilot:
        app.open("settings")
        await settle(pilot)
        assert not app.screen.query_one("#about", Prose).can_focus


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=str)
async def test_a_taken_plan_is_told_in_its_place(size: tuple[int, int]) -> None:
    game = Livegame(
        House(), Settings(), scenario="farmers-2020-three-days", role="hainan-mango-farm", seed=5
    )
    async with game.run_test(size=size) as pilot:
        room = await at_the_desk(pilot)
        await keys(pilot, "right", "right")  # two hands
        assert t("days.studio.row") in text_of(room, "row")
        await keys(pilot, "a")
        await settle(pilot)
        await pilot.pause()
        told = text_of(room, "row")
        assert not room.query_one("#plan").region.area
        assert room.query_one("#row").region.height > size[1] // 2
        assert t("days.studio.now") in told
        assert t("days.plain.draft_hands", hands=2).strip() in told
        await keys(pilot, "a")
        await settle(pilot)
        await pilot.pause()
        assert room.query_one("#plan").region.area
        assert t("days.plain.draft_hands", hands=2).strip() not in text_of(room, "row")
