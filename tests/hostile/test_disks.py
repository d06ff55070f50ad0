"""A disk that is really full, and folders that may really not be written."""

import contextlib
from pathlib import Path

import pytest
from mischief import SCENARIO

from livegame.engine.actions import Beat, SetPrice
from livegame.runs.board import Board
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.session import Session
from livegame.runs.verify import verify


def fill(path: Path) -> None:
    """Take all the room that is left."""
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        for _ in range(1000):
            file.write(bytes(512))


def decide_often(session: Session) -> None:
    while not session.finished:
        for more in range(4):
            session.decide(SetPrice("th-durian", 14000 + 4 * session.view.tick + more))
        session.advance()


def play(session: Session) -> None:
    while not session.finished:
        if session.view.idle:
            session.decide(Beat("breathe"))
        session.advance()


def test_a_full_disk_in_mid_show(small_disk: Path) -> None:
    session = Session.start(SCENARIO, "thailand", seed=1, folder=small_disk)
    assert session.path
    play_to = 20
    while session.view.tick < play_to:
        session.advance()
    ballast = small_disk / "ballast"
    fill(ballast)
    with pytest.raises(RunError, match="disk is full"):
        decide_often(session)
    assert not read_run(session.path).torn
    ballast.unlink()
    play(session)
    session.close()
    assert verify(session.path).ok


def test_a_full_disk_at_the_start(small_disk: Path) -> None:
    fill(small_disk / "ballast")
    with pytest.raises(RunError, match="disk is full"):
        Session.start(SCENARIO, "thailand", seed=1, folder=small_disk / "runs")
    assert [path.name for path in small_disk.rglob("*.live")] == []
    with pytest.raises(RunError):
        Board(small_disk).rows()


def test_a_read_only_folder(closed_folder: Path) -> None:
    with pytest.raises(RunError, match="may not be written"):
        Session.start(SCENARIO, "thailand", seed=1, folder=closed_folder)
    with pytest.raises(RunError, match="closed"):
        Board(closed_folder).rows()
    assert list(closed_folder.iterdir()) == []
