"""The rehearsal line by line and from the command line."""

import io

import pytest

from livegame.cli import main
from livegame.plain.console import Console
from livegame.plain.rehearsal import rehearse
from livegame.runs.rehearsal import REHEARSAL, rehearsal


def spoken(answers: str, seed: int = 3) -> str:
    out = io.StringIO()
    rehearse(Console(io.StringIO(answers), out), seed)
    return out.getvalue()


SHOWN = "1\n4\n\nr\ns 100\nt\n2\n2\n4\n\n"


def test_it_is_guided_to_a_sale() -> None:
    said = spoken(SHOWN)
    steps = [line for line in said.splitlines() if line.startswith("Coach: ")]
    assert steps[0] == "Coach: Type 1: show how to open it."
    assert "Coach: Type 4: count down. The link opens." in steps
    assert "That was a show" in said
    assert rehearsal().after in said
    assert "points" not in said.replace(" points, ", " ").replace(" points\n", "\n")


def test_each_answer_that_takes_a_step_is_followed_by_the_next() -> None:
    said = spoken(SHOWN)
    told = [said.index(words) for words in ("Type r", "Type s 500", "Type t")]
    assert told == sorted(told)


def test_without_a_sale_there_is_another_take() -> None:
    said = spoken("w\n" * 60)
    assert "Take 2" in said
    assert "That was a show" not in said


def test_it_can_be_left() -> None:
    assert spoken("q\n").rstrip().endswith("See you next time.")


def test_the_command_line_knows_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert main(["play", REHEARSAL, "--plain"]) == 0
    assert "Coach: " in capsys.readouterr().out


@pytest.mark.parametrize("more", [["--role", "peru"], ["--seed", "3"], ["--practice", "--plain"]])
def test_it_is_refused_together_with_what_it_has_not(
    capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    assert main(["play", REHEARSAL, *more]) == 2
    assert "rehearsal" in capsys.readouterr().err


def test_it_is_not_among_the_nights(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenarios"]) == 0
    assert REHEARSAL not in capsys.readouterr().out


def test_with_the_other_good_in_hand_it_says_to_show_it() -> None:
    """The key would put it down again, and so without end."""
    said = spoken(SHOWN)
    assert said.index("Coach: Type t") < said.index("Coach: In hand. Type 1: show this one too.")
