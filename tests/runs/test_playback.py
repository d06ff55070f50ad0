from pathlib import Path

import pytest

from livegame.engine.actions import Beat
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run


def through(playback: Playback) -> None:
    while not playback.through:
        playback.due()
        if not playback.through:
            playback.advance()


def test_a_run_plays_back_as_it_went(finished: Path) -> None:
    playback = Playback.open(finished)
    deeds = []
    while True:
        deeds += [action for action, _ in playback.due()]
        if playback.through:
            break
        playback.advance()
    footer = read_run(finished).footer
    assert footer
    assert playback.finished
    assert playback.result.points == footer.points
    assert playback.state_hash() == footer.hash
    assert deeds[0] == Beat("taste", "th-mangosteen")
    assert any(kind == "beat" for _, kind, _ in playback.marks)
    with pytest.raises(RunError, match="goes no further"):
        playback.advance()


def test_an_unfinished_run_plays_as_far_as_it_goes(half: Path) -> None:
    playback = Playback.open(half)
    through(playback)
    assert not playback.finished
    assert playback.view.tick == read_run(half).tick


def test_a_changed_run_stops_where_it_was_changed(finished: Path) -> None:
    finished.write_bytes(finished.read_bytes().replace(b'"fen":14', b'"fen":15', 1))
    with pytest.raises(RunError, match="the replay differs from tick 1 on"):
        through(Playback.open(finished))
