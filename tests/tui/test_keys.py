"""Keys put elsewhere by the settings' file: they work there, and footer and help show them."""

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.catalog.library import library
from livegame.studio.app import Livegame
from livegame.studio.keynames import HOMES, IDS, USUAL, KeyNames, bindings
from livegame.studio.screens.ask import Ask
from livegame.studio.screens.help import whole_story
from livegame.studio.screens.price import PriceSheet
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.settings import keymap
from livegame.studio.screens.stock import StockSheet
from livegame.studio.settings import FILE, load
from tests.tui.drive import keys, on_air, settle, text_of
from tests.tui.fakehouse import FakeHouse
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
MORE = {
    **MOVED,
    "sheet.leave": "f3",
    "ask.leave": "f3",
    "ask.whole": "f4",
    "price.set": "f5",
    "stock.take": "f5",
    "studio.pitch_2": "m",
    "studio.begin": "n",
    "studio.reply": "y",
}
# Keys as they are called in prose.
NAMED = re.compile(r"\b(Esc|Enter|PgUp|PgDn|F1|ctrl|tab|shift)\b|[\u2190-\u2193]")
# Files of texts that are read where no keys can be moved.
LINES = {"plain", "cli", "ladder", "rungs", "runs", "packs", "engine"}


@pytest.fixture
def moved(tmp_path: Path) -> Callable[..., Livegame]:
    """An app with the settings that a file on the disk has."""
    folder = tmp_path / "home"
    folder.mkdir(exist_ok=True)

    def make(house: FakeHouse, keys: dict[str, str] = MOVED) -> Livegame:
        (folder / FILE).write_text(json.dumps({"keys": keys}), encoding="utf-8")
        settings, broken = load(folder)
        assert not broken
        return Livegame(house, settings)

    return make


async def test_the_footer_shows_moved_keys_and_they_work(
    moved: Callable[..., Livegame], house: FakeHouse
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
    moved: Callable[..., Livegame], house: FakeHouse
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
    moved: Callable[..., Livegame], tmp_path: Path, scene: Scene
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


async def test_sheets_say_where_their_keys_are(
    moved: Callable[..., Livegame], house: FakeHouse
) -> None:
    app = moved(house, MORE)
    async with app.run_test(size=(120, 36)) as pilot:
        await on_air(pilot)
        await keys(pilot, "f6")
        sheet = app.screen
        assert isinstance(sheet, PriceSheet)
        assert "f5 sets   f3 leaves" in text_of(sheet)
        assert "Esc" not in text_of(sheet)
        await keys(pilot, "escape")
        assert app.screen is sheet
        await keys(pilot, "f3", "s")
        assert isinstance(app.screen, StockSheet)
        assert "f5 releases   f3 leaves" in text_of(app.screen)
        await keys(pilot, "f3", "f7")
        assert isinstance(app.screen, Ask)
        told = text_of(app.screen, "told")
        assert "f4 everything   f3 back" in told
        assert not re.search(r"Esc|\?", told.splitlines()[-1])
        await keys(pilot, "f4")
        assert isinstance(app.screen, Reading)


async def test_a_pitch_stands_behind_its_own_key(
    moved: Callable[..., Livegame], house: FakeHouse
) -> None:
    app = moved(house, MORE)
    async with app.run_test(size=(120, 36)) as pilot:
        room = await on_air(pilot)
        rows = text_of(room, "beats").splitlines()
        second = room.show.pitches[1]
        assert "its key or n" in rows[0]
        assert any(row.split()[:2] == ["m", second.name.split()[0]] for row in rows)
        await keys(pilot, "2")
        assert room.show.view.idle
        await keys(pilot, "m")
        assert room.show.view.pitch == second.id
        notes = text_of(room, "keys")
        await keys(pilot, "f8")
        assert "f8 goes on" in text_of(room, "beats") + text_of(room, "keys") + notes


def test_help_and_settings_tell_the_keys_in_force() -> None:
    called = KeyNames(MORE)
    told = " ".join("".join(span.text for span in row) for row in whole_story(called, 200))
    assert "f6 its price" in told
    assert "f7 takes the first apart" in told
    assert "y answers a question" in told
    rows = ["".join(span.text for span in row) for row in keymap(48, called)]
    assert [row.split() for row in rows if "studio.price" in row] == [["studio.price", "f6"]]
    usual = ["".join(span.text for span in row) for row in keymap(48, USUAL)]
    assert [row.split() for row in usual if "studio.price" in row] == [["studio.price", "p"]]


@pytest.mark.parametrize(
    "path", sorted((library().folder / "text" / "en").glob("*.toml")), ids=lambda path: path.stem
)
def test_no_text_of_the_studio_names_a_key_that_may_have_moved(path: Path) -> None:
    if path.stem in LINES:
        pytest.skip("read where no keys can be moved")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for key, text in texts_in(data):
        plain = path.stem == "days" and key.startswith(("plain.", "refuse."))
        spoken = key.startswith("plain.") or key == "share.copied"  # a terminal's own key
        assert plain or spoken or not NAMED.search(text), f"{path.stem}.{key}: {text}"
        for binding in IDS.findall(text):
            assert binding in bindings(HOMES[binding.partition(".")[0]]), binding


def texts_in(value: object, key: str = "") -> list[tuple[str, str]]:
    if isinstance(value, str):
        return [(key, value)]
    assert isinstance(value, dict)
    return [pair for name in value for pair in texts_in(value[name], f"{key}.{name}".lstrip("."))]
