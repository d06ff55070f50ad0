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


def test_jumping_gives_the_same_moment_as_playing_there(finished: Path) -> None:
    straight, jumping = Playback.open(finished), Playback.open(finished)
    moments = {}
    while not straight.through:
        moments[straight.view.tick] = (straight.state_hash(), straight.view, len(straight.marks))
        straight.due()
        if not straight.through:
            straight.advance()
    for tick in (0, 30, 89, 61, 60, 59, 1, 88, 0, 75):
        jumping.jump(tick)
        assert (jumping.state_hash(), jumping.view, len(jumping.marks)) == moments[tick]
        assert jumping.sales == straight.sales[: tick + 1]
        assert jumping.watching == straight.watching[: tick + 1]
        assert jumping.digests == straight.digests[:tick]
        assert jumping.standings
    through(jumping)
    assert jumping.state_hash() == straight.state_hash()
    assert jumping.marks == straight.marks


def test_jumping_to_where_one_is_makes_its_decisions_due_again(finished: Path) -> None:
    playback = Playback.open(finished)
    first = playback.due()
    assert first
    playback.jump(0)
    assert playback.due() == first


def test_jumping_past_the_end_goes_to_the_end(finished: Path) -> None:
    playback = Playback.open(finished)
    playback.jump(10**9)
    assert playback.finished
    playback.jump(-5)
    assert playback.view.tick == 0
