"""livegame ladder --gates --resume: what was measured is kept and not played again."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from livegame.bots.gates.families import FAMILIES
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting

Call = Callable[..., tuple[int, str, str]]
ASKED = ("ladder", "--gates", "--only", "order,luck", "--seeds", "10000:10002", "--json")


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Families that answer at once; the names of those that were asked."""
    asked: list[str] = []

    def family(name: str, gate: str, figure: float) -> Callable[[Setting], list[Measured]]:
        def measure(setting: Setting) -> list[Measured]:
            asked.append(name)
            return [Measured(gate, "thailand", figure, len(setting.seeds))]

        return measure

    monkeypatch.setitem(FAMILIES, "order", family("order", "expert-random", 5.5))
    monkeypatch.setitem(FAMILIES, "luck", family("luck", "single-wins", 0.9))
    return asked


def test_a_stopped_measurement_goes_on_where_it_was(
    call: Call, measured: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "gates.json"

    def stopped(setting: Setting) -> list[Measured]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setitem(FAMILIES, "luck", stopped)
        assert call(*ASKED, "--resume", str(kept))[0] == 130
    assert list(json.loads(kept.read_text())["families"]) == ["order"]
    code, out, err = call(*ASKED, "--resume", str(kept))
    assert (code, err) == (0, "")
    assert measured == ["order", "luck"]
    assert [one["figure"] for one in json.loads(out)["gates"]] == [5.5, 0.9]
    assert call(*ASKED, "--resume", str(kept)) == (code, out, err)
    assert measured == ["order", "luck"]


def test_figures_of_another_measurement_are_not_mixed_in(
    call: Call, measured: list[str], tmp_path: Path
) -> None:
    kept = tmp_path / "gates.json"
    call(*ASKED, "--resume", str(kept))
    before = kept.read_bytes()
    for words, differs in (
        (("--seeds", "10000:10003"), "seeds"),
        (("--role", "peru"), "role"),
        (("--bots", "random,greedy,expert"), "bots"),
    ):
        code, out, err = call(*ASKED, *words, "--resume", str(kept))
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert differs in err
        assert str(kept) in err
    held = json.loads(before)
    held["about"]["weights"] = "0"
    kept.write_text(json.dumps(held))
    assert "weights" in call(*ASKED, "--resume", str(kept))[2]
    assert measured == ["order", "luck"]


def _spoilt(held: dict[str, Any], **row: object) -> str:
    held["families"]["order"][0].update(row)
    return json.dumps(held)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda held: "",
        lambda held: "[1, 2]",
        lambda held: "{" * 9000,
        lambda held: "[" * 100_000,
        lambda held: json.dumps({"about": held["about"]}),
        lambda held: json.dumps({**held, "families": {"order": 7}}),
        lambda held: json.dumps({**held, "about": []}),
        lambda held: _spoilt(held, gate="beauty"),
        lambda held: _spoilt(held, figure="much"),
        lambda held: _spoilt(held, nights=None),
        lambda held: " " * 1_000_001 + json.dumps(held),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_and_left_alone(
    call: Call, measured: list[str], tmp_path: Path, spoil: Callable[[dict[str, Any]], str]
) -> None:
    kept = tmp_path / "gates.json"
    call(*ASKED, "--resume", str(kept))
    text = spoil(json.loads(kept.read_text()))
    kept.write_text(text)
    code, out, err = call(*ASKED, "--resume", str(kept))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert str(kept) in err
    assert kept.read_text() == text


def test_a_pipe_or_a_folder_is_refused_at_once(
    call: Call, measured: list[str], tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", tmp_path):
        code, _, err = call(*ASKED, "--resume", str(place))
        assert (code, err.count("\n")) == (2, 1)
        assert str(place) in err
    assert measured == []


def test_a_place_that_cannot_be_written_is_told(
    call: Call, measured: list[str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    code, _, err = call(*ASKED, "--resume", str(tmp_path / "file" / "gates.json"))
    assert (code, err.count("\n")) == (2, 1)
    assert "gates.json" in err
