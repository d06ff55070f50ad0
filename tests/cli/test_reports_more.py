"""What reports say where there is little to say, or where something is in the way."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.catalog.library import library

Call = Callable[..., tuple[int, str, str]]


def test_few_seeds_are_said_to_be_few_and_ranks_are_off_by_places(call: Call) -> None:
    code, out, _ = call("backtest", "--runs", "2")
    assert code in (0, 1)
    assert "Only 2" in out
    ranks = {t.id for scene in library().scenarios.values() for t in scene.target
             if t.measure == "rank"}  # fmt: skip
    rows = [row for row in out.splitlines() if any(name in row for name in ranks)]
    assert len(rows) == len(ranks) > 0
    assert all("place" in row and "%" not in row for row in rows)
    _, out, _ = call("backtest", "--runs", "2", "--json")
    assert isinstance(json.loads(out), list)


def test_a_fact_unlike_any_other_is_not_likened(call: Call) -> None:
    assert (
        call("facts", "nope")[2].strip().endswith("no fact 'nope'; `livegame facts` lists them all")
    )
    assert "did you mean: gt_champion" in call("facts", "gt_champio")[2]


def test_a_wrong_role_is_said_before_the_missing_terminal(call: Call) -> None:
    code, _, err = call("play", "--role", "atlantis")
    assert code == 2
    assert "atlantis" in err
    assert "terminal" not in err


def test_a_data_folder_that_cannot_be_is_said_with_what_to_do(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        monkeypatch.setenv("LIVEGAME_HOME", str(place))
        code, _, err = call("board")
        assert code == 2
        assert str(place) in err
        assert "set LIVEGAME_HOME to a folder of your own" in err
    assert (tmp_path / "file").read_text() == "x"


def test_a_run_and_its_moment_in_one_word(call: Call, tmp_path: Path) -> None:
    code, _, err = call("play", "--plain", "--from", f"{tmp_path}/no@21:12")
    assert code == 2
    assert f"{tmp_path}/no:" in err
