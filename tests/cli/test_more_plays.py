"""Taking over, racing, codes, today's challenge, theatre and export, from the command line."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyte
import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.engine.world import World
from livegame.plain import broadcast
from livegame.plain import evening as evening_module
from livegame.plain import today as today_module
from livegame.runs import attempts as attempts_module
from livegame.runs import beginning as beginning_module
from livegame.runs import challenge as challenge_module
from livegame.runs import saved as saved_module
from livegame.runs.broadcasts import broadcast_bytes
from livegame.runs.challenge import challenge_of
from livegame.runs.codes import code_of
from livegame.runs.runfile import read_run
from livegame.runs.saved import broadcast_name
from livegame.runs.verify import verify
from livegame.runs.worlds import world_of

SCENARIO = "618-2020-diplomats"
Call = Callable[..., tuple[int, str, str]]
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def _saves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saves")
    for role in ("thailand", "south-korea"):
        data = broadcast_bytes(library().scenarios[SCENARIO], role, 3)
        (folder / broadcast_name(SCENARIO, role)).write_bytes(data)
    return folder


@pytest.fixture(autouse=True)
def fresh_broadcasts(_saves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broadcasts by the rules and content of this moment, whatever is shipped."""
    monkeypatch.setattr(saved_module, "shipped", lambda name: _saves)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def answers(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    return answers


@pytest.fixture
def one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    from livegame.commands import board

    for module in (today_module, attempts_module, board):
        monkeypatch.setattr(module, "today", lambda: DAY)
    monkeypatch.setattr(challenge_module, "nights", lambda: [SCENARIO])


def only_run(home: Path) -> Path:
    (path,) = (home / "runs").iterdir()
    return path


def test_history_is_taken_over_and_raced(
    call: Call, home: Path, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcast, "bands", lambda show, beats: {})  # no odds, as on a blind rung
    typed("10\n\n" * 100)
    code, out, err = call(
        "play", "--plain", "--from", "history", "--role", "south-korea", "--at", "21:20",
        "--ghost", "history", "--name", "Ann",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert "You go on from history at 21:20." in out
    assert "Back on air for South Korea. It is 21:20:00." in out
    assert "The race: you are RMB" in out
    assert "history (par)" in out
    path = only_run(home)
    assert verify(path).ok
    seconds = library().scenarios[SCENARIO].tick_seconds
    assert read_run(path).header.options["from-tick"] == 50 * 60 // seconds
    (row,) = json.loads(call("board", "--mode", "taken-over", "--json")[1])
    assert row["origin"] == "from history at 21:20"
    assert "from history at 21:20" in call("board")[1]
    shown = json.loads(call("theatre", "--json")[1])
    assert [one["state"] for one in shown if one["shelf"] == "own"] == ["verified"]


@pytest.mark.parametrize("at", ["19:00", "22:00", "25:00", "noon", "721", "-1", "21:1", ""])
def test_moments_that_are_none(call: Call, at: str, home: Path) -> None:
    code, _, err = call("play", "--plain", "--from", "history", f"--at={at}")
    assert code == 2
    assert "is no moment of that night" in err
    assert not (home / "runs").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--from", "history"], "--from needs --at"),
        (["--at", "21:00"], "--at needs --from"),
        (["--today", "--role", "peru"], "leave them out"),
        (["--code", "X", SCENARIO], "leave them out"),
        (["--code", "X"], "is no code"),
        (["--from", "nothing.live", "--at", "5"], "nothing.live"),
        (["--from", "history", "--role", "peru", "--at", "5"], "not among the shipped runs"),
        ([SCENARIO, "--role", "peru", "--ghost", "nothing.live", "--new"], "nothing.live"),
    ],
)
def test_what_does_not_fit_is_said(
    call: Call, words: list[str], says: str, typed: Callable[[str], None]
) -> None:
    typed("")
    code, _, err = call("play", "--plain", *words)
    assert code == 2
    assert says in err
    assert err.count("\n") == 1


def test_a_code_leads_to_its_night(call: Call, home: Path, typed: Callable[[str], None]) -> None:
    typed("1\nq\n")
    code, out, _ = call("play", "--plain", "--code", code_of(SCENARIO, "peru", 77))
    assert code == 0
    assert "Peru" in out
    header = read_run(only_run(home)).header
    assert (header.role, header.seed, header.mode) == ("peru", 77, "seeded")


@pytest.fixture
def short_night(monkeypatch: pytest.MonkeyPatch) -> None:
    """The diplomats' night, over after eight minutes."""
    brief = evolve(world_of(SCENARIO), ticks=48)

    def found(name: str, rung: int = 1) -> World:
        return brief if (name, rung) == (SCENARIO, 1) else world_of(name, rung)

    for module in (beginning_module, evening_module):
        monkeypatch.setattr(module, "world_of", found)


@pytest.mark.usefixtures("one_day", "short_night")
def test_today_once_then_practice(
    call: Call, home: Path, typed: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broadcast, "bands", lambda show, beats: {})  # would take most of the time
    typed("2\n")
    assert "There is one attempt that counts." in call("play", "--plain", "--today")[1]
    assert not (home / "runs").exists()
    typed("1\nq\n")
    call("play", "--plain", "--today", "--name", "Ann")
    path = only_run(home)
    assert path.name == "challenge-2026-11-22.live"
    assert "Ann: not finished" in call("board", "--today")[1]
    typed("1\n" + "10\n\n" * 130)
    out = call("play", "--plain", "--today")[1]
    assert "it goes on" in out
    assert "livegame, challenge of 2026-11-22:" in out
    assert verify(path).ok
    board = call("board", "--today")[1]
    assert "Ann: 4 more to play" in board
    (row,) = json.loads(call("board", "--today", "--json")[1])
    assert row["day"] == "2026-11-22"
    assert row["seed"] == challenge_of(DAY).seed
    typed("1\nq\n")
    assert "Practice does not count" in call("play", "--plain", "--today")[1]
    (practice,) = (one for one in (home / "runs").iterdir() if one != path)
    assert read_run(practice).header.mode == "practice"


def test_theatre(call: Call, bot_run: Path, home: Path, tmp_path: Path) -> None:
    league = tmp_path / "league"
    league.mkdir()
    shutil.copy(bot_run, league / "one.live")
    (league / "junk.live").write_bytes(b"junk\n")
    rows = json.loads(call("theatre", "--league", str(league), "--json")[1])
    assert {row["shelf"] for row in rows} == {"history", "league"}
    states = {Path(row["file"]).name: row["state"] for row in rows}
    assert states["one.live"] == "not checked"
    assert states["junk.live"] == "damaged"
    rows = json.loads(call("theatre", "--league", str(league), "--check", "--json")[1])
    assert {row["state"] for row in rows} == {"verified", "damaged"}
    assert "junk.live" in call("theatre", "--league", str(league))[1]
    assert call("theatre", "--league", str(tmp_path / "gone"))[0] == 2
    assert call("theatre", "nowhere")[0] == 2


@pytest.mark.slow
def test_a_recording_plays_in_a_terminal(call: Call, bot_run: Path, tmp_path: Path) -> None:
    out = tmp_path / "made" / "run.cast"
    assert call("export", str(bot_run), "--cast", str(out))[0] == 2  # it makes no folder
    out.parent.mkdir()
    assert call("export", str(bot_run), "--cast", str(out))[0] == 0
    head, *events = (json.loads(line) for line in out.read_text().splitlines())
    assert (head["version"], head["width"], head["height"]) == (2, 80, 24)
    times = [event[0] for event in events]
    assert times == sorted(times)
    assert 60 < times[-1] < 600
    screen = pyte.HistoryScreen(80, 24, history=5000)
    stream = pyte.Stream(screen)
    for _, kind, data in events:
        assert kind == "o"
        assert data.endswith("\r\n")
        assert "\x1b" not in data
        stream.feed(data)
    told = " ".join(call("replay", str(bot_run))[1].split())
    played = " ".join("".join(event[2] for event in events).split())
    assert played == told
    assert any("every checkpoint and the result hold" in line for line in screen.display)
    before = out.read_bytes()
    code, _, err = call("export", str(bot_run), "--cast", str(out))
    assert code == 2
    assert "is there already" in err
    assert out.read_bytes() == before
    assert [path.name for path in out.parent.iterdir()] == ["run.cast"]
    assert call("export", str(bot_run), "--cast", str(out), "--force")[0] == 0
    assert out.read_bytes() == before


def test_a_result_to_share(call: Call, bot_run: Path, tmp_path: Path) -> None:
    code, out, _ = call("export", str(bot_run), "--text")
    assert code == 0
    assert "livegame play --code" in out
    assert call("export", str(bot_run))[0] == 2
    assert call("export", str(tmp_path / "gone.live"), "--text")[0] == 2
