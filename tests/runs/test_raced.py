"""A race goes on with the run: its header says by a hash which run is raced."""

import json
from pathlib import Path

import pytest

from livegame.runs.attempts import begin_attempt
from livegame.runs.challenge import challenge_of
from livegame.runs.clock import today
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.raced import race_options, raced
from livegame.runs.runfile import read_run
from livegame.runs.session import Session
from livegame.runs.store import peek, runs_folder
from livegame.runs.verify import verify


def left(rival: Path, role: str = "thailand", name: str = "") -> Path:
    """A run that races another one, left after a few ticks."""
    night = read_run(rival).header.scenario
    options = race_options(rival, night, name)
    session = Session.start(night, role, seed=4, options=options)
    for _ in range(3):
        session.advance()
    session.close()
    assert session.path
    return session.path


@pytest.fixture
def mine(finished: Path) -> Path:
    """A finished run among one's own."""
    runs_folder().mkdir(parents=True, exist_ok=True)
    path = runs_folder() / "mine.live"
    path.write_bytes(finished.read_bytes())
    return path


def test_the_run_is_found_again_wherever_it_lies_now(mine: Path) -> None:
    path = left(mine, name="best")
    assert Session.resume(path).header.options["race-as"] == "best"
    moved = mine.rename(mine.with_name("called-otherwise.live"))
    found = raced(peek(path)[0])
    assert found
    assert (found.file, found.name) == (moved, "best")


def test_a_run_that_is_gone_is_said_to_be(mine: Path, tmp_path: Path) -> None:
    path = left(mine)
    league = tmp_path / "league"
    league.mkdir()
    mine.rename(league / "theirs.live")
    found = raced(peek(path)[0])
    assert found
    assert found.file is None
    found = raced(peek(path)[0], league)
    assert found
    assert found.file == league / "theirs.live"


def test_who_races_nobody_races_nobody(mine: Path) -> None:
    session = Session.start(read_run(mine).header.scenario, "thailand", seed=1)
    assert raced(session.header) is None
    session.close()


def test_a_run_of_another_night_is_not_raced(mine: Path) -> None:
    assert race_options(mine, "another-night") == {}


def test_a_race_does_not_stand_in_the_way_of_the_proof(mine: Path) -> None:
    path = left(mine)
    session = Session.resume(path)
    while not session.finished:
        session.advance()
    session.close()
    assert verify(path).ok


def test_a_taken_over_run_and_an_attempt_can_race(mine: Path) -> None:
    playback = Playback.open(mine)
    playback.jump(5)
    night = playback.scenario.id
    session = Session.take_over(playback, options=race_options(mine, night))
    session.close()
    assert session.header.options["from-tick"] == 5
    found = raced(session.header)
    assert found
    assert found.file == mine
    asked = challenge_of(today())
    attempt = begin_attempt(options=race_options(mine, asked.scenario))
    attempt.close()
    assert attempt.header.options["day"] == asked.day.isoformat()


@pytest.mark.parametrize(
    "said",
    [
        {"race-file": "../../../../etc/passwd"},
        {"race-file": "a" * 63},
        {"race-file": "A" * 64},
        {"race-file": 7},
        {"race-file": "/" + "a" * 63},
    ],
)
def test_a_made_up_race_names_no_file(mine: Path, said: dict[str, object]) -> None:
    first, rest = mine.read_bytes().split(b"\n", 1)
    row = {**json.loads(first), "options": {**said, "race-as": "[bold]"}}
    mine.write_bytes(json.dumps(row).encode() + b"\n" + rest)
    assert raced(peek(mine)[0]) is None


def test_a_made_up_name_is_not_shown(mine: Path) -> None:
    path = left(mine, name="best")
    path.write_bytes(path.read_bytes().replace(b'"best"', b'"worst"'))
    found = raced(peek(path)[0])
    assert found
    assert found.name == ""


def test_what_cannot_be_read_cannot_be_raced(tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"nothing\.live"):
        race_options(tmp_path / "nothing.live", "any")
