"""Watching runs, taking them over, and what the title does when nobody is there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.engine.actions import Beat
from livegame.runs.runfile import read_run
from livegame.runs.session import Session
from livegame.runs.theatre import Showing
from livegame.studio.app import Livegame
from livegame.studio.screens import title
from livegame.studio.screens.attract import Attract
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.screens.theatre import Theatre
from livegame.studio.screens.title import Title
from livegame.studio.screens.watch import WatchRoom
from tests.tui.drive import keys, on_air, settle, text_of
from tests.tui.fakehouse import FakeHouse
from tests.tui.fakeruns import SCENARIO

Make = Callable[..., Livegame]
TICKS = 60


@pytest.fixture(scope="module")
def run_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first five minutes of a real run: a beat at tick 0 and later ones."""
    folder = tmp_path_factory.mktemp("runs")
    session = Session.start(SCENARIO, "thailand", seed=3, player="Ann", folder=folder)
    while session.view.tick < TICKS:
        if session.view.idle:
            session.decide(Beat("demonstrate", "th-durian"))
        session.advance()
    session.close()
    assert session.path
    return session.path


@pytest.fixture
def shown(house: FakeHouse, run_file: Path) -> FakeHouse:
    house.showings = [
        Showing(run_file, "own", "unfinished", "", SCENARIO, "thailand", "free", "Ann"),
        Showing(Path("old.live"), "own", "other rules", "too old"),
    ]
    return house


async def test_a_run_is_watched_and_taken_over(make_app: Make, shown: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, Theatre)
        listed = text_of(app.screen)
        assert "Thailand" in listed
        assert "not finished" in listed
        await pilot.press("down", "enter")
        assert "too old" in text_of(app.screen, "keys")
        await pilot.press("up", "enter")
        await settle(pilot)
        room = app.screen
        assert isinstance(room, WatchRoom)
        await pilot.press("space")
        await keys(pilot, "home")
        assert room.run.tick == 0
        assert not room.run.taken
        assert "PAUSED" in text_of(room, "status")
        await keys(pilot, "right", "right")
        beats = [mark.tick for mark in room.run.reel.landmarks if mark.kind == "beat"]
        assert room.run.tick == beats[2]
        await keys(pilot, "left", "full_stop")
        assert room.run.tick == beats[1] + 1
        assert "demonstrate" in text_of(room, "deeds").lower()
        assert "●" in text_of(room, "scrubber")
        await pilot.press("t")
        await settle(pilot)
        studio = app.screen
        assert isinstance(studio, StudioRoom)
        assert "from here on the show is yours" in " ".join(text_of(studio, "chat").split())
        branch = studio.show.session.path
        assert branch
        head = read_run(branch).header
        assert (head.mode, head.options["from-tick"]) == ("taken-over", beats[1] + 1)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Theatre)


async def test_what_history_is_worth_is_said_beside_its_broadcast(
    make_app: Make, house: FakeHouse
) -> None:
    house.showings = [
        Showing(Path("h.live"), "history", "verified", "", SCENARIO, "thailand", "history", "", 903)
    ]
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await settle(pilot)
        said = " ".join(text_of(app.screen, "about").split())
        assert "1,000 is the middle of many runs of it; this broadcast's luck gave 903" in said


async def test_a_run_ends_and_begins_again(make_app: Make, shown: FakeHouse) -> None:
    app = make_app(speed=8)
    async with app.run_test(size=(120, 36)) as pilot:
        app.open("theatre")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        room = app.screen
        assert isinstance(room, WatchRoom)
        before = text_of(room, "keys")
        await keys(pilot, "minus")
        assert "▸x4" in text_of(room, "status")
        assert text_of(room, "keys") == before
        await keys(pilot, "end")
        assert room.show.state == "over"
        assert "OFF AIR" in text_of(room, "status")
        await keys(pilot, "space")
        assert room.run.tick < TICKS
        assert room.show.state == "live"
        assert "REPLAY" in text_of(room, "status")
        for size in ((80, 24), (160, 45), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert text_of(room, "deeds")
            assert "20:30" in text_of(room, "scrubber")


@pytest.mark.parametrize("key", ["1", "q", "f1", "t", "escape"])
async def test_history_plays_itself_until_a_key(
    make_app: Make, shown: FakeHouse, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr(title, "IDLE_SECONDS", 0.05)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(60):
            await pilot.pause(0.05)
            if isinstance(app.screen, Attract):
                break
        await pilot.pause()
        assert isinstance(app.screen, Attract)
        assert app.screen.show.speed == 4
        monkeypatch.setattr(title, "IDLE_SECONDS", 30)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, Title)
        assert app.is_running


async def test_no_motion_no_attraction(
    make_app: Make, shown: FakeHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(title, "IDLE_SECONDS", 0.05)
    app = make_app()
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        assert isinstance(app.screen, Title)
        assert not shown.turns


async def test_a_ghost_runs_beside(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await settle(pilot)
        assert "nobody" in text_of(app.screen, "race")
        await pilot.press("r", "a")
        await settle(pilot)
        studio = app.screen
        assert isinstance(studio, StudioRoom)
        assert studio.show.ghost
        assert "level" in text_of(studio, "status")
        assert "You race history" in " ".join(text_of(studio, "chat").split())
        await keys(pilot, "1", "space", *["full_stop"] * 4)
        assert "ahead" in text_of(studio, "status")
        assert any(dot in text_of(studio, "sales") for dot in "⠁⠂⠄⡀")
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        assert "ahead of history" in text_of(studio, "status")


async def test_nobody_is_raced_unless_chosen(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await settle(pilot)
        await pilot.press("r", "r", "a")
        await settle(pilot)
        studio = app.screen
        assert isinstance(studio, StudioRoom)
        assert studio.show.ghost is None
        assert not text_of(studio, "sales")


async def test_the_days_challenge(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Russia: one try" in text_of(app.screen, "menu")
        await pilot.press("d")
        await settle(pilot)
        green = app.screen
        assert isinstance(green, GreenRoom)
        assert green.role == "russia"
        assert "one ranked attempt of 2026-11-22" in text_of(green, "air")
        await pilot.press("down", "enter")
        await settle(pilot)
        assert house.ranked == [True]
        house.attempt = (house.folder() / "mine.live", 1234)
        await pilot.press("escape")
        await settle(pilot)
        assert "Russia: 1,234 points" in text_of(app.screen, "menu")
        await pilot.press("d")
        await settle(pilot)
        assert "practice" in text_of(app.screen, "air")
        await pilot.press("a", "escape")
        await settle(pilot)
        assert house.ranked == [True, False]
        house.attempt = (house.folder() / "mine.live", None)
        app.screen.look()  # type: ignore[attr-defined]
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(app.screen, StudioRoom)
        assert "back on air" in text_of(app.screen, "chat")


async def test_a_result_can_be_passed_on(make_app: Make, house: FakeHouse) -> None:
    house.ticks = 2
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        house.sessions[0].path = house.folder() / "a.live"
        await keys(pilot, "full_stop", "full_stop")
        await settle(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, Reading)
        assert "play it" in text_of(app.screen)
        assert app.clipboard == house.share(Path())
