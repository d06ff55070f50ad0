"""Every screen opens at every size, says what it should, and keeps to its width."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.style import Style
from textual.command import CommandList, CommandPalette
from textual.events import Click
from textual.pilot import Pilot

from livegame.catalog.texts import t
from livegame.engine.actions import Plan
from livegame.runs.problems import RunError
from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.lines import width_of
from livegame.studio.palette import Choices
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.record import Record
from livegame.studio.screens.settings import SettingsRoom
from livegame.studio.screens.small import TooSmall
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.screens.title import Title
from livegame.studio.settings import load
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.picker import Picker
from tests.tui.drive import foreseen, keys, on_air, settle, text_of
from tests.tui.fakehouse import FakeHouse
from tests.tui.fakeruns import FakeSession

Make = Callable[..., Livegame]
SIZES = [(80, 24), (120, 36), (160, 45), (200, 60)]


def _sound(pilot: Pilot[None]) -> None:
    """No panel reaches beyond the screen, no line beyond its panel."""
    width, height = pilot.app.size
    for panel in pilot.app.screen.query(Panel):
        region = panel.region
        if region.area:
            assert region.right <= width
            assert region.bottom <= height
            assert all(width_of(row) == panel.size.width for row in panel._drawn)


async def test_all_screens_at_all_sizes(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    house.ticks = 3
    async with app.run_test(size=SIZES[0]) as pilot:
        for name in ("festival", "theatre", "board", "record", "settings", "help"):
            app.open(name)
            await settle(pilot)
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await pilot.pause()
                _sound(pilot)
                assert text_of(app.screen).strip()
            await pilot.press("escape")
        await on_air(pilot)
        for step in range(2):
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await pilot.pause()
                _sound(pilot)
            if not step:
                await pilot.press("full_stop", "full_stop", "full_stop")
                await settle(pilot)


async def test_two_enters_lead_to_selling(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        assert studio.show.session.role == "thailand"
        (plan,) = house.sessions[0].decisions
        assert isinstance(plan, Plan)  # on air the plan is sealed, changed or not
        assert house.sessions[0].view.planned
        await settle(pilot)
        seen = text_of(app.screen)
        for needed in ("YOUR TURN", "Durian", "countdown", "desire", "budget", "tonight"):
            assert needed in seen


async def test_a_small_terminal_pauses_and_comes_back(make_app: Make, house: FakeHouse) -> None:
    app = make_app(paced=False, speed=8)
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        await pilot.resize_terminal(60, 20)
        await pilot.pause(0.1)
        assert isinstance(app.screen, TooSmall)
        assert "80 x 24" in text_of(app.screen)
        tick = studio.show.view.tick
        await pilot.press("1", "escape", "ctrl+p", "enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, TooSmall)
        assert studio.show.view.tick == tick
        await pilot.resize_terminal(100, 30)
        await pilot.pause(0.1)
        assert app.screen is studio


async def test_a_lined_up_beat_begins_by_itself(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        await pilot.press("1", "space", "2")
        assert studio.show.next is not None
        assert "»" in text_of(app.screen, "beats")
        await keys(pilot, *["full_stop"] * 20)
        _, *beats = house.sessions[0].decisions
        assert [beat.pitch for beat in beats] == ["demonstrate", "taste"]  # type: ignore[union-attr]


async def test_a_full_disk_pauses_the_show_and_says_so(
    make_app: Make, house: FakeHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: FakeSession, action: object) -> None:
        raise RunError("no space left on device")

    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        monkeypatch.setattr(FakeSession, "decide", full)
        await pilot.press("1")
        assert studio.show.state == "paused"
        assert "no space left" in text_of(app.screen, "beats")
        assert "price" in text_of(app.screen, "keys")
        monkeypatch.undo()
        await pilot.press("1")
        assert studio.show.view.pitch == "demonstrate"


async def test_text_from_people_is_never_markup(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        await pilot.press("1", "space", "full_stop", "full_stop", "full_stop")
        assert "[/b]" in text_of(app.screen, "chat")


async def test_forecasts_stand_beside_the_pitches(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        await foreseen(pilot)
        beats = text_of(app.screen, "beats")
        assert "desire +20-28" in beats
        assert "sells 240-310" in beats


async def test_help_on_every_screen(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, Reading)
        await pilot.press("escape")
        for name in ("festival", "theatre", "board", "record", "settings"):
            app.open(name)
            await settle(pilot)
            await pilot.press("f1")
            await pilot.pause()
            assert isinstance(app.screen, Reading)
            await pilot.press("escape", "escape")
        assert isinstance(app.screen, Title)


async def test_the_record_can_be_searched(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        app.open("record")
        await pilot.pause()
        await pilot.press("slash", *"mangosteen", "enter")
        record = app.screen
        assert isinstance(record, Record)
        assert "mangosteen" in text_of(record, "list").lower()
        assert 0 < len(record.query_one("#list", Picker).rows) < 20
        await pilot.press("3")
        assert "what the game does" in text_of(record, "about")


async def test_settings_change_and_are_kept(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open("settings")
        await pilot.pause()
        assert isinstance(app.screen, SettingsRoom)
        await pilot.press("right", "down", "right", "end", "enter", *"Ann q", "enter")
        await pilot.pause()
        kept, _ = load(house.folder())
        assert (kept.theme, kept.speed, kept.name) == ("daylight", 2, "Ann q")
        assert app.theme == "daylight"


async def test_keys_can_be_moved(make_app: Make, house: FakeHouse) -> None:
    app = make_app(keys={"studio.link": "y", "app.quit_now": "ctrl+x"})
    async with app.run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        begun = len(house.sessions[0].decisions)
        await pilot.press("l")
        assert len(house.sessions[0].decisions) == begun
        await pilot.press("y")
        assert len(house.sessions[0].decisions) == begun + 1


async def test_every_binding_has_an_id() -> None:
    for name in doors.ROOMS:
        room = doors.room(name)
        assert all(b.id for bs in room._bindings.key_to_bindings.values() for b in bs)
    for path in Path("livegame/studio").rglob("*.py"):
        for call in re.findall(r"Binding\((?:[^()]|\([^()]*\))*\)", path.read_text()):
            assert "id=" in call or "BindingType" in call, (path, call)


def test_every_text_is_there() -> None:
    """Keys written out in the code; a key that is put together is seen by the screens' tests."""
    for path in Path("livegame/studio").rglob("*.py"):
        for key in re.findall(r"\bt\(\s*\"([a-z_.]+)\"", path.read_text()):
            assert t(key), (path, key)


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
async def test_random_keys_and_sizes(make_app: Make, house: FakeHouse, seed: int) -> None:
    dice = random.Random(seed)
    names = ["up", "down", "left", "right", "enter", "escape", "tab", "space", "pageup", "pagedown"]
    names += ["home", "end", "f1", "ctrl+p", "backspace", "full_stop", "slash", "question_mark"]
    names += [*"0123456789pslrcxao+-zbtdwv"]
    house.ticks = 25
    house.left = [house.folder() / "left.live"]
    app = make_app(speed=8, paced=False)
    async with app.run_test(size=(80, 24)) as pilot:
        for at in range(300):
            if dice.random() < 0.06:
                await pilot.resize_terminal(dice.randint(1, 200), dice.randint(1, 60))
            else:
                app.simulate_key(dice.choice(names))
            if not at % 5:
                await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause(0.1)
        assert app.crash is None


def test_the_fake_gives_the_same_for_the_same() -> None:
    from livegame.catalog.library import library

    one, other = (FakeSession(library(), seed=3) for _ in range(2))
    while not one.finished:
        assert one.advance() == other.advance()
    assert one.result == other.result
    assert sum(part for _, part in one.result.parts()) == one.result.settled


async def test_no_colour_without_hue(make_app: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        await settle(pilot)
        for row in range(24):
            for strip in app.screen._compositor.render_strips()[row : row + 1]:
                for segment in strip.apply_filter(
                    app.get_line_filters()[-1], app.screen.background_colors[0]
                ):
                    style = segment.style
                    assert style is None or style.color is None or style.color.is_default
        assert isinstance(app.screen, StudioRoom)


async def test_a_click_on_a_command_that_is_gone_does_nothing(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause(0.3)
        listed = app.screen.query_one(CommandList)
        assert isinstance(listed, Choices)
        assert listed.option_count > 3
        stale = Style(meta={"option": listed.option_count - 1})
        listed.clear_options()
        listed.post_message(Click(listed, 2, 1, 0, 0, 1, False, False, False, style=stale))
        await pilot.pause()
        assert app.crash is None
        assert app.is_running
        await pilot.press("escape")
        await pilot.press("ctrl+p", *"festival")
        await pilot.pause(0.5)
        listed = app.screen.query_one(CommandList)
        top = listed.region
        await pilot.click(offset=(top.x + 3, top.y + 1))
        await pilot.pause(0.3)
        assert not isinstance(app.screen, CommandPalette)  # a click on one that is there does
