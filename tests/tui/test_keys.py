"""Keys put elsewhere by the settings' file: they work there, and footer and help show them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.studio.app import Livegame
from livegame.studio.screens.ask import Ask
from livegame.studio.screens.price import PriceSheet
from livegame.studio.screens.reading import Reading
from livegame.studio.settings import FILE, load
from tests.tui.drive import keys, on_air, settle, text_of
from tests.tui.fake import FakeHouse
from tests.tui.scenes import SCENES, Scene
from tests.tui.stills import StillHouse

MOVED = {
    "studio.price": "f6",
    "studio.why": "f7",
    "studio.pause": "f8",
    "app.help": "f2",
    "room.back": "f9",
    "room.why": "f7",
    "festival.enter": "e",
}


@pytest.fixture
def moved(tmp_path: Path) -> Callable[[FakeHouse], Livegame]:
    """An app with the settings that a file on the disk has."""
    folder = tmp_path / "home"
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_text(json.dumps({"keys": MOVED}), encoding="utf-8")

    def make(house: FakeHouse) -> Livegame:
        settings, broken = load(folder)
        assert not broken
        return Livegame(house, settings)

    return make


async def test_the_footer_shows_moved_keys_and_they_work(
    moved: Callable[[FakeHouse], Livegame], house: FakeHouse
) -> None:
    app = moved(house)
    async with app.run_test(size=(120, 36)) as pilot:
        room = await on_air(pilot)
        footer = text_of(room, "keys")
        for shown in ("f6 price", "f7 why", "f8 pause", "f2 help"):
            assert shown in footer.lower(), shown
        for gone in (" p price", "? why", "space pause", "f1 help"):
            assert gone not in footer.lower(), gone
        await pilot.press("p")
        assert app.screen is room
        await pilot.press("f6")
        assert isinstance(app.screen, PriceSheet)
        await pilot.press("escape")
        await pilot.press("f7")
        assert isinstance(app.screen, Ask)
        await pilot.press("escape")
        await pilot.press("f2")
        assert isinstance(app.screen, Reading)
        assert "f6" in text_of(app.screen).lower()


async def test_a_moved_key_can_be_clicked_in_the_footer(
    moved: Callable[[FakeHouse], Livegame], house: FakeHouse
) -> None:
    app = moved(house)
    async with app.run_test(size=(120, 36)) as pilot:
        room = await on_air(pilot)
        at = text_of(room, "keys").lower().index("f6 price")
        await pilot.click(offset=(at, 35))
        await pilot.pause()
        assert isinstance(app.screen, PriceSheet)


@pytest.mark.parametrize(
    "scene", [s for s in SCENES if s.name in ("front", "festival", "days", "watch")],
    ids=lambda scene: scene.name,
)  # fmt: skip
async def test_every_room_shows_where_its_keys_are(
    moved: Callable[[FakeHouse], Livegame], tmp_path: Path, scene: Scene
) -> None:
    app = moved(StillHouse(tmp_path, ticks=scene.ticks))
    async with app.run_test(size=(120, 36)) as pilot:
        await scene.play(pilot)
        await settle(pilot)
        footer = text_of(app.screen, "keys").lower()
        assert "f7 why" in footer
        assert "? why" not in footer
        room = app.screen
        await keys(pilot, "f7")
        assert isinstance(app.screen, Ask)
        await keys(pilot, "escape")
        assert app.screen is room
