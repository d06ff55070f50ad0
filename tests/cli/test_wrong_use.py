"""Whatever is wrong is answered with one line on stderr and exit code 2 (1 for a failed check)."""

import io
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.commands import scenarios

SCENARIO = "618-2020-diplomats"
Call = Callable[..., tuple[int, str, str]]


def one_line(err: str) -> str:
    assert re.fullmatch(r"livegame.*\n", err), err
    assert "Traceback" not in err
    assert len(err) < 1200
    assert all(char == "\n" or char.isprintable() for char in err)
    return err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["frobnicate"], "frobnicate"),
        (["--frobnicate"], "--frobnicate"),
        (["play", "--plain", "618-2020-diplomat"], SCENARIO),
        (["play", "--plain", SCENARIO, "--role", "tailand"], "thailand"),
        (["play", "--plain", "--seed", "-4"], "'-4' is no seed"),
        (["play", "--plain", "--seed", "9223372036854775808"], "is no seed"),
        (["play", "--plain", "--seed", "1e3"], "is no seed"),
        (["play", "--plain", "--resume"], "no unfinished run"),
        (["play", "--plain", "--resume", "/gone.live"], "/gone.live"),
        (["play", "--name", "x"], "needs a terminal"),
        (["facts", "gt_durianz"], "gt_durians"),
        (["facts", "zzzzzz"], "livegame facts"),
        (["replay", "/gone.live"], "/gone.live"),
        (["replay"], "FILE"),
        (["verify", "/gone.live"], "/gone.live"),
        (["board", "nowhere"], SCENARIO),
        (["board", SCENARIO, "--role", "peruu"], "peru"),
        (["board", "--sort", "luck"], "luck"),
        (["board", "--league", "/gone"], "/gone"),
        (["backtest", "nowhere"], SCENARIO),
        (["backtest", "--runs", "0"], "'0'"),
        (["backtest", "--jobs", "many"], "'many'"),
        (["bot", "greedi", SCENARIO], "greedy"),
        (["bot", "greedy", "nowhere"], SCENARIO),
        (["bot", "greedy", SCENARIO, "--role", "x"], "thailand"),
        (["bot", "greedy", SCENARIO, "--seeds", "5:5"], "half open"),
        (["bot", "greedy", SCENARIO, "--seeds", "a:b"], "half open"),
        (["bot", "greedy", SCENARIO, "--seeds", "0:99999999"], "half open"),
        (["bot", "greedy", SCENARIO, "--save", "/dev/null/x"], "/dev/null/x"),
        (["facts", "\x1b[31m\u202ex"], "no fact"),
        (["play", "--plain", "\x1b]0;x\x07"], "no scenario"),
        (["\x1b[31m"], "invalid choice"),
    ],
)
def test_one_line_and_exit_code_2(call: Call, words: list[str], says: str) -> None:
    code, out, err = call(*words)
    assert code == 2
    assert out == ""
    assert says in one_line(err)


def test_without_a_terminal_it_explains_itself(call: Call) -> None:
    for words in ([], ["play"], ["play", SCENARIO, "--role", "peru"]):
        code, out, err = call(*words)
        assert code == 2
        assert out == ""
        assert "--plain" in one_line(err)


@pytest.mark.parametrize(
    "content",
    [b"", b"hello\n", b'{"live":2}\n', b"\x00" * 50 + b"\n", b'{"live":1}\n', b"[" * 9999],
)
def test_files_that_are_no_runs(call: Call, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x\x1b[31m.live"
    path.write_bytes(content)
    code, _, err = call("replay", str(path))
    assert code == 2
    assert "x.live" in one_line(err)
    code, _, err = call("play", "--plain", "--resume", str(path))
    assert code == 2
    assert "x.live" in one_line(err)
    code, out, err = call("verify", str(path))
    assert code == 1
    assert out.startswith("WRONG")
    assert out.count("\n") == 1
    assert err == ""
    assert "\x1b" not in out
    assert path.read_bytes() == content


def test_a_run_that_does_not_hold_is_exit_code_1(call: Call, bot_run: Path, tmp_path: Path) -> None:
    path = tmp_path / "forged.live"
    head, mark, rest = bot_run.read_bytes().rpartition(b'"points":')
    path.write_bytes(head + mark + b"1" + rest)
    code, out, err = call("verify", str(bot_run), str(path))
    assert code == 1
    assert err == ""
    assert [line.split()[0] for line in out.splitlines()] == ["ok", "WRONG"]


def test_an_unfinished_run_is_open_and_no_failure(
    call: Call, bot_run: Path, tmp_path: Path
) -> None:
    half, forged = tmp_path / "half.live", tmp_path / "half-forged.live"
    lines = bot_run.read_bytes().splitlines(keepends=True)
    half.write_bytes(b"".join(lines[:25]))
    code, out, err = call("verify", str(bot_run), str(half))
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == ["ok", "OPEN", "1"]
    assert "unfinished: played to tick" in out
    assert "1 proven, 1 open" in out
    verdicts = json.loads(call("verify", str(half), "--json")[1])
    assert (verdicts[0]["ok"], verdicts[0]["open"]) == (False, True)
    forged.write_bytes(b"".join(lines[:25]).replace(b'"seed":3', b'"seed":4'))
    code, out, _ = call("verify", str(forged))
    assert code == 1
    assert out.startswith("WRONG")


def test_an_empty_folder(call: Call, tmp_path: Path) -> None:
    code, _, err = call("verify", str(tmp_path))
    assert code == 2
    assert "no run files" in one_line(err)


def test_a_data_folder_that_is_none(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine")
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n1\n"))
    for words in (["board"], ["play", "--plain", SCENARIO, "--role", "peru"]):
        code, _, err = call(*words)
        assert code == 2
        assert "file" in one_line(err)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_bug_is_one_line_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(args: object) -> int:
        raise TypeError("what\nnow")

    monkeypatch.setattr(scenarios, "run", broken)
    code, _, err = call("scenarios")
    assert code == 2
    assert "TypeError: what now" in one_line(err)
    assert "runs are safe" in err


def test_interrupting_is_quiet(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(scenarios, "run", stopped)
    assert call("scenarios") == (130, "", "")


def test_resume_of_a_finished_run(call: Call, bot_run: Path, tmp_path: Path) -> None:
    path = shutil.copy(bot_run, tmp_path / "done.live")
    code, _, err = call("play", "--plain", "--resume", str(path))
    assert code == 2
    assert "played to its end" in one_line(err)
