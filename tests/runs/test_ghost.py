from pathlib import Path

import pytest

from livegame.runs.curves import curves_of
from livegame.runs.ghost import Ghost
from livegame.runs.lines import Check
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run


def test_a_ghost_has_the_run_s_own_curves(finished: Path) -> None:
    ghost = Ghost.open(finished)
    playback = Playback.open(finished)
    playback.jump(1000)
    assert list(ghost.sales) == playback.sales
    assert list(ghost.watching) == playback.watching
    assert list(ghost.marks) == playback.marks
    assert ghost.curves.exact
    assert (ghost.name, ghost.role, ghost.end) == ("Ann", "thailand", 90)


def test_a_quick_ghost_is_right_at_every_checkpoint(finished: Path) -> None:
    quick = Ghost.open(finished, quick=True)
    assert not quick.curves.exact
    for entry in read_run(finished).entries:
        if isinstance(entry, Check):
            assert quick.sales[entry.tick] == entry.sales
            assert quick.watching[entry.tick] == entry.watching
    assert list(quick.sales) == sorted(quick.sales)
    beats = [mark for mark in Ghost.open(finished).marks if mark[1] == "beat"]
    assert list(quick.marks) == beats


def test_ahead_and_behind_in_fen_and_words(history: Path) -> None:
    ghost = Ghost.open(history)
    there = ghost.sales[80]
    assert ghost.ahead(80, there + 1_230_000) == 1_230_000
    assert ghost.words(80, there + 1_230_000) == "RMB 12,300 ahead of history"
    assert ghost.words(80, there - 100_00) == "RMB 100 behind history"
    assert ghost.words(80, there) == "level with history"
    assert ghost.ahead(999, ghost.sales[-1]) == 0
    assert ghost.words(999, ghost.sales[-1]) == "level with history, whose run has ended"


def test_a_run_of_other_rules_is_drawn_from_its_checkpoints(finished: Path) -> None:
    finished.write_bytes(finished.read_bytes().replace(b'"rules":1', b'"rules":99', 1))
    ghost = Ghost.open(finished)
    assert not ghost.curves.exact
    assert ghost.end == 90


def test_a_changed_run_is_drawn_from_what_it_says(finished: Path) -> None:
    finished.write_bytes(finished.read_bytes().replace(b'"fen":14', b'"fen":15', 1))
    assert not curves_of(read_run(finished)).exact


def test_an_unfinished_run_can_be_raced(half: Path) -> None:
    ghost = Ghost.open(half)
    assert ghost.points is None
    assert ghost.end == read_run(half).tick


def test_a_run_of_another_night_cannot(finished: Path) -> None:
    with pytest.raises(RunError, match="another night"):
        Ghost.open(finished, scenario="some-other-night")
