"""The JSON that scripts rely on, and that nothing else is on stdout."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from livegame import __version__
from livegame.runs.board import Board
from livegame.runs.saved import broadcast_path

SCENARIO = "618-2020-diplomats"
Call = Callable[..., tuple[int, str, str]]


def document(call: Call, *words: str, code: int = 0) -> Any:
    found, out, err = call(*words, "--json")
    assert found == code
    assert err == ""
    assert out.isascii()
    return json.loads(out)


def test_version(call: Call) -> None:
    assert call("--version") == (0, f"livegame {__version__}\n", "")


def test_help_names_every_command(call: Call) -> None:
    code, out, _ = call("--help")
    assert code == 0
    for name in ("play", "scenarios", "verify", "board", "backtest", "bot", "paths"):
        assert name in out


def test_scenarios(call: Call) -> None:
    scene, *others = document(call, "scenarios")
    assert others
    assert {"id", "title", "date", "festival", "recorded", "roles"} <= set(scene)
    assert scene["id"] == SCENARIO
    assert len(scene["roles"]) == 16
    assert scene["recorded"] is True


def test_facts(call: Call) -> None:
    rows = document(call, "facts")
    assert len(rows) == 106
    assert len({row["id"] for row in rows}) == 106
    for row in rows:
        assert {"id", "value", "unit", "when", "publication", "title", "date"} <= set(row)
    (row,) = document(call, "facts", "gt_durians")
    assert row["value"] == 5000
    assert row["publication"] == "Global Times"
    assert "stream-or-store" in row["disputes"]


def test_one_fact_shows_what_contradicts_it(call: Call) -> None:
    _, out, _ = call("facts", "gt_durians")
    assert "5,000 durians" in out
    assert "People's Daily" in out


def test_assumptions(call: Call) -> None:
    rows = document(call, "assumptions")
    for row in rows:
        assert set(row) == {"id", "kind", "value", "unit", "what", "reason", "source"}
        assert row["reason"]
    assert {row["kind"] for row in rows} == {
        "assumption", "segment", "pitch", "product", "host", "script", "campaign", "night"
    }  # fmt: skip


def test_paths(call: Call, home: Path) -> None:
    found = document(call, "paths")
    assert found["data"] == str(home)
    assert found["runs"] == str(home / "runs")
    assert {"board", "settings", "content", "saves"} <= set(found)


def test_verify(call: Call, bot_run: Path) -> None:
    (row,) = document(call, "verify", str(bot_run))
    assert {"file", "ok", "points", "hash", "why"} <= set(row)
    assert row["ok"] is True
    assert row["file"] == str(bot_run)
    assert row["why"] == ""


def test_verify_takes_folders_and_jobs(call: Call, bot_run: Path, tmp_path: Path) -> None:
    for number in range(3):
        shutil.copy(bot_run, tmp_path / f"{number}.live")
    rows = document(call, "verify", str(tmp_path), "--jobs", "2")
    assert [Path(row["file"]).name for row in rows] == ["0.live", "1.live", "2.live"]
    assert all(row["ok"] for row in rows)


def test_board(call: Call, bot_run: Path, home: Path) -> None:
    assert document(call, "board") == []
    (home / "runs").mkdir()
    shutil.copy(bot_run, home / "runs")
    (row,) = document(call, "board")
    assert row["scenario"] == SCENARIO
    assert row["role"] == "thailand"
    assert row["mode"] == "bot"
    assert row["verified"] is True
    assert row["place"] == 1
    (verdict,) = document(call, "verify", str(bot_run))
    assert (row["points"], row["hash"]) == (verdict["points"], verdict["hash"])
    assert document(call, "board", SCENARIO, "--role", "peru") == []
    assert len(document(call, "board", "--rebuild")) == 1


def test_league(call: Call, bot_run: Path, tmp_path: Path) -> None:
    folder = tmp_path / "league"
    folder.mkdir()
    shutil.copy(bot_run, folder / "a.live")
    shutil.copy(bot_run, folder / "b.live")
    rows = document(call, "board", "--league", str(folder))
    assert [row["place"] for row in rows] == [1]


def test_a_damaged_board_is_said(call: Call, home: Path) -> None:
    call("board")
    (home / "board.sqlite").write_bytes(b"junk" * 2000)
    code, _, err = call("board")
    assert code == 0
    assert "broken-1" in err
    assert err.count("\n") == 1


def test_bot(call: Call, tmp_path: Path, home: Path) -> None:
    found = document(
        call, "bot", "random", SCENARIO, "--role", "peru", "--seeds", "5:7", "--save", str(tmp_path)
    )
    assert {"bot", "scenario", "role", "results", "summary"} == set(found)
    assert found["bot"] == "random"
    assert found["role"] == "peru"
    assert [row["seed"] for row in found["results"]] == [5, 6]
    for row in found["results"]:
        assert set(row) == {"seed", "points", "settled_fen", "rank", "hash", "file"}
        (verdict,) = document(call, "verify", row["file"])
        assert (verdict["points"], verdict["hash"]) == (row["points"], row["hash"])
        footer = json.loads(Path(row["file"]).read_bytes().splitlines()[-1])
        assert footer["points"] == row["points"]
    assert not home.exists()


def test_bot_without_files(call: Call, home: Path) -> None:
    found = document(call, "bot", "greedy", SCENARIO, "--seeds", "3:4")
    assert found["results"][0]["file"] is None
    assert found["role"] == "thailand"
    assert not home.exists()


@pytest.mark.slow
def test_backtest(call: Call) -> None:
    code, out, _ = call("backtest", SCENARIO, "--runs", "4", "--json")
    rows = json.loads(out)
    for row in rows:
        assert {
            "id", "scenario", "kind", "target", "median", "p10", "p90", "error", "pass"
        } <= set(row)  # fmt: skip
        assert row["kind"] in ("fitted", "implied", "held_out")
    missed = any(row["kind"] == "fitted" and not row["pass"] for row in rows)
    assert code == (1 if missed else 0)


def test_replay(call: Call, bot_run: Path) -> None:
    code, out, err = call("replay", "--plain", str(bot_run))
    assert code == 0
    assert err == ""
    assert out.startswith("bot greedy as Thailand")
    assert "every checkpoint and the result hold" in out
    assert "\x1b" not in out


@pytest.mark.parametrize("name", ["scenarios", "facts", "assumptions", "paths", "board"])
def test_every_report_has_lines_for_people(call: Call, name: str) -> None:
    code, out, err = call(name)
    assert code == 0
    assert err == ""
    assert out.strip()
    assert not out.startswith(("[", "{"))


def test_historys_broadcast_is_not_yours(call: Call) -> None:
    """Two figures of history meet on its board: a line says what each of them is."""
    broadcast = broadcast_path(SCENARIO, "thailand")
    assert broadcast
    row = Board().add(broadcast)
    assert row
    said = call("board", SCENARIO)[1]
    assert "< you" not in said
    assert "> 1" not in said
    assert f"broadcast's luck gave {row.points:,}" in said


def test_facts_are_read_out(call: Call) -> None:
    listed = call("facts")[1]
    assert "2,010" not in listed
    assert ", more than" not in listed
    assert "headline not kept:" not in call("facts", "radii_618_since")[1]
    assert document(call, "facts", "radii_618_since")[0]["value"] == 2010
