"""The board by boards, a league's folder, the ladder, a race that goes on, and errands."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from livegame.engine.actions import Beat
from livegame.runs.attempts import begin_attempt
from livegame.runs.raced import race_options
from livegame.runs.runfile import read_run
from livegame.runs.saved import bot_games, broadcast_path
from livegame.runs.session import Session
from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.ports import Errand, Rival
from livegame.studio.screens.board import BoardRoom
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.ladder import LadderRoom
from livegame.studio.screens.league import LeagueRoom
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.review import ReviewRoom
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.screens.watch import WatchRoom
from livegame.studio.settings import Settings, load
from tests.tui.drive import settle, text_of
from tests.tui.fakehouse import FakeHouse, Row
from tests.tui.fakeruns import SCENARIO

Make = Callable[..., Livegame]
TAKEN = "from history at 21:12"


def history() -> Path:
    path = broadcast_path(SCENARIO, "thailand")
    if path is None or broken(path):
        pytest.skip("the shipped runs are being made anew")
    return path


def broken(path: Path) -> bool:
    """Whether a shipped run is of other rules or content than this copy has."""
    from livegame.runs.playback import Playback
    from livegame.runs.problems import RunError

    try:
        Playback.open(path)
    except RunError:
        return True
    return False


@pytest.fixture
def league(tmp_path: Path) -> Path:
    """A folder with three bots' games, a copy and a forged one."""
    history()
    folder = tmp_path / "league"
    folder.mkdir()
    for path in bot_games()[:3]:
        shutil.copy(path, folder)
    shutil.copy(bot_games()[0], folder / "copy.live")
    text = bot_games()[1].read_text()
    (folder / "forged.live").write_text(text.replace('"points":', '"points":9'))
    return folder


async def test_each_kind_of_play_has_a_board(make_app: Make, house: FakeHouse) -> None:
    first, *others = house.rows()
    taken = evolve(first, file="d.live", points=1200, mode="taken-over", origin=TAKEN)
    house.rows = lambda sort="points": [first, *others, taken]  # type: ignore[method-assign]
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(doors.board("d.live"))
        await settle(pilot)
        room = app.screen
        assert isinstance(room, BoardRoom)
        shown = text_of(room, "rows")
        assert TAKEN in shown
        assert "1,200" in shown
        assert "new" in shown
        assert "1,674" not in shown
        names = set()
        for _ in room.boards:
            await pilot.press("right")
            names.add(text_of(room, "rows").split("\n")[0].strip("─ "))
        assert len(names) == len(room.boards) == 3
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, Reading)


async def test_historys_line_stands_among_the_rows(make_app: Make, house: FakeHouse) -> None:
    rows = [Row("a.live", "Ann", 1674), Row("b.live", "Bo", 980)]
    house.rows = lambda sort="points": rows  # type: ignore[method-assign]
    app = make_app()
    async with app.run_test(size=(160, 45)) as pilot:
        app.open("board")
        await settle(pilot)
        lines = text_of(app.screen, "rows").split("\n")
        at = {name: next(n for n, row in enumerate(lines) if name in row) for name in
              ("1,674", "1,000", "980")}  # fmt: skip
        assert at["1,674"] < at["1,000"] < at["980"]
        await pilot.press("o")
        await settle(pilot)
        assert "by service" in text_of(app.screen, "rows")


async def test_a_row_is_watched_and_raced(make_app: Make, house: FakeHouse) -> None:
    path = history()
    house.rows = lambda sort="points": [Row(str(path), "Ann", 1674)]  # type: ignore[method-assign]
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open("board")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, WatchRoom)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)
        assert "Ann" in text_of(app.screen, "race")


async def test_only_ones_own_runs_are_ones_best(make_app: Make, house: FakeHouse) -> None:
    """History's broadcast and bots' games are on the board, and nobody's best."""
    own = Row("a.live", "Ann", 767, finished_at="2026-11-20T20:15:00Z")
    others = [
        evolve(own, file="h.live", points=903, mode="history", finished_at="2026-11-21T20:15:00Z"),
        evolve(own, file="b.live", points=2100, mode="bot"),
    ]
    house.rows = lambda sort="points": [own, *others]  # type: ignore[method-assign]
    app = make_app()
    async with app.run_test(size=(160, 45)) as pilot:
        app.open("board")
        await settle(pilot)
        offices = text_of(app.screen, "offices")
        assert "767" in offices
        assert "903" not in offices
        assert "2,100" not in offices
        assert "767" in text_of(app.screen, "rows"), "one's own board comes first"
        assert "history, usually" in text_of(app.screen, "rows")


async def test_a_run_on_the_board_is_reviewed(make_app: Make, house: FakeHouse) -> None:
    house.rows = lambda sort="points": [Row("a.live", "Ann", 1674)]  # type: ignore[method-assign]
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.open("board")
        await settle(pilot)
        await pilot.press("down", "v")
        await settle(pilot)
        assert not isinstance(app.screen, ReviewRoom), "history's line has no run"
        await pilot.press("up", "v")
        await settle(pilot)
        assert isinstance(app.screen, ReviewRoom)
        await pilot.press("escape")
        assert isinstance(app.screen, BoardRoom)


async def test_a_league_is_verified_ranked_and_remembered(
    make_app: Make, house: FakeHouse, league: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        app.open("league")
        await settle(pilot)
        room = app.screen
        assert isinstance(room, LeagueRoom)
        room.query_one("#folder").text = str(league)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await settle(pilot)
        said = text_of(room, "progress")
        assert "5 files: 3 ranked, 1 not" in said
        assert text_of(room, "rows").count("✓") == 3
        assert load(house.folder())[0].league == str(league)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, WatchRoom)
    again = Livegame(house, load(house.folder())[0])
    async with again.run_test(size=(80, 24)) as pilot:
        again.open("league")
        for _ in range(50):  # the last word of a thread comes a moment after its end
            await settle(pilot)
            if "5 files" in text_of(again.screen, "progress"):
                break
        assert "5 files" in text_of(again.screen, "progress")


async def test_a_league_that_is_not_there_is_said(make_app: Make) -> None:
    app = make_app(league="/nowhere/at/all")
    async with app.run_test(size=(80, 24)) as pilot:
        app.open("league")
        await settle(pilot)
        assert "cannot be read" in text_of(app.screen)


async def test_the_ladder_stands_beside_the_challenge(tmp_path: Path) -> None:
    attempt = begin_attempt(player="Ann")
    attempt.close()
    app = Livegame(House(), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        app.ladder(None)
        await settle(pilot)
        room = app.screen
        assert isinstance(room, LadderRoom)
        assert "not finished" in text_of(room, "today")
        assert "first five" in " ".join(text_of(room, "ladder").split())
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, StudioRoom), "the attempt goes on"


async def test_a_race_goes_on_with_the_run(tmp_path: Path) -> None:
    path = history()
    options = race_options(path, SCENARIO, "history")
    session = Session.start(SCENARIO, "thailand", seed=5, options=options)
    session.decide(Beat("demonstrate", "th-durian"))
    session.advance()
    session.close()
    assert session.path
    app = Livegame(House(), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        app.resume(session.path)
        await settle(pilot)
        studio = app.screen
        assert isinstance(studio, StudioRoom)
        assert studio.show.ghost
        assert studio.show.ghost.name == "history"
        assert studio.show.ghost.marks
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        lane = text_of(studio, "sales").split("\n")[-1]
        assert lane.startswith(" race")
        assert any(sign in lane for sign in "╵▲✖")


async def test_a_raced_run_that_is_gone_is_said(tmp_path: Path) -> None:
    options = {"race-file": "a" * 64}
    session = Session.start(SCENARIO, "thailand", seed=5, options=options)
    session.close()
    assert session.path
    app = Livegame(House(), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        app.resume(session.path)
        await settle(pilot)
        assert "not among those here" in " ".join(text_of(app.screen, "chat").split())


async def test_who_takes_a_run_that_is_played_elsewhere_is_told_all_of_it() -> None:
    session = Session.start(SCENARIO, "thailand", seed=5)
    assert session.path
    app = Livegame(House(), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        app.resume(session.path)
        await settle(pilot)
        assert isinstance(app.screen, Reading)
        said = "".join(text_of(app.screen).split())
        assert "playedinanotherwindow;closethatonefirst" in said
        assert "Thailand,20:30,Thediplomats'night:" in said
        assert ".live" not in said
    session.close()


@pytest.mark.parametrize("kind", ["take over", "watch", "green", "today", "resume"])
async def test_the_command_line_sends_straight_there(kind: str) -> None:
    path = history()
    rival = Rival("history", path)
    file = path
    if kind == "resume":
        session = Session.start(SCENARIO, "thailand", seed=5)
        session.close()
        assert session.path
        file = session.path
    app = Livegame(House(), Settings(name="Ann"), scenario=SCENARIO, role="thailand",
                   errand=Errand(kind, file, 30, rival))  # fmt: skip
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await settle(pilot)
        rooms = {"take over": StudioRoom, "resume": StudioRoom, "watch": WatchRoom}
        assert isinstance(app.screen, rooms.get(kind, GreenRoom))
        if kind == "take over":
            studio = app.screen
            assert isinstance(studio, StudioRoom)
            assert studio.show.session.path
            head = read_run(studio.show.session.path).header
            assert (head.options["from-tick"], head.player) == (30, "Ann")
            assert "race-file" in head.options
            assert studio.show.ghost
        elif kind == "green":
            await pilot.press("a")
            await settle(pilot)
            assert isinstance(app.screen, StudioRoom)
            assert app.screen.show.ghost
