"""The race in plain words: both runs' moments, and a race that goes on with the run."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.plain.evening import Wish
from livegame.runs.problems import RunError
from livegame.runs.session import Session
from livegame.runs.store import runs_folder, unfinished

Play = Callable[..., str]


@pytest.fixture
def rival(play: Play, tmp_path: Path) -> Path:
    """A finished run outside one's own folder."""
    play("1", "6", *["10"] * 20)
    (path,) = runs_folder().glob("*.live")
    return path.rename(tmp_path / "rival.live")


def test_both_runs_moments_are_told(play: Play, rival: Path) -> None:
    said = play("1", "1", "10", "10", ghost=rival, fresh=True)
    assert "The race: you are" in said
    assert re.search(r"so far: 3 and [1-9]\d* beats, \d+ and [1-9]\d* launch(?:es)?,", said)


def test_a_race_goes_on_when_the_run_is_continued(play: Play, rival: Path) -> None:
    play("1", ghost=rival, fresh=True)
    (path,) = unfinished()
    said = play("1", wish=Wish(resume=path))
    assert "is not among the runs here" in said
    assert "The race: you are" not in said
    rival.rename(runs_folder() / "named-anew.live")
    said = play("1", wish=Wish(resume=path))
    assert "The race goes on" in said
    assert "The race: you are" in said


def test_a_run_that_is_played_elsewhere_is_said_to_be(play: Play) -> None:
    play("1")
    (path,) = unfinished()
    session = Session.resume(path)
    with pytest.raises(RunError, match="played in another window"):
        play("1")
    session.close()
