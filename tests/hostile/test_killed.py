"""kill -9 at many moments of scripted play: no decision is lost but the one in flight."""

import os
import random
import select
import signal
import struct
import time
from pathlib import Path

import pytest
from mischief import SCENARIO, any_action

from livegame.runs.board import NAME, Board
from livegame.runs.lines import Decision
from livegame.runs.runfile import read_run
from livegame.runs.session import Session
from livegame.runs.store import data_folder, peek
from livegame.runs.verify import verify

MOMENTS = (8, pytest.param(20, marks=pytest.mark.slow))
MANY = 500


def child(work: object) -> tuple[int, int]:
    """Fork; the child runs work(pipe). Returns its id and the pipe to read."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        try:
            work(writer)  # type: ignore[operator]
        finally:
            os._exit(0)
    os.close(writer)
    return pid, reader


def killed_after(pid: int, reader: int, seconds: float, letters: int | None = None) -> bytes:
    """Kill the child after so long (or when it ends); everything it had reported.

    Args:
        letters: kill it as soon as it has reported so many.
    """
    told, end = b"", time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if letters is not None and len(told) >= letters:
            break
        if select.select([reader], [], [], left)[0]:
            part = os.read(reader, 65536)
            if not part:
                break
            told += part
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    while part := os.read(reader, 65536):
        told += part
    os.close(reader)
    return told


def play_and_tell(folder: Path, seed: int, writer: int) -> None:
    """Play at random; report the number of decisions after each one that has been taken."""
    session = Session.start(SCENARIO, "thailand", seed=seed, folder=folder)
    luck, taken = random.Random(seed), 0
    os.write(writer, struct.pack("<I", taken))
    while not session.finished:
        for _ in range(3):
            action = any_action(session, luck)
            if not session.why_not(action):
                session.decide(action)
                taken += 1
                os.write(writer, struct.pack("<I", taken))
        session.advance()


def one_moment(folder: Path, seed: int, seconds: float) -> None:
    folder.mkdir()
    told = killed_after(*child(lambda writer: play_and_tell(folder, seed, writer)), seconds)
    files = list(folder.iterdir())
    if len(told) < 4:
        return
    (path,) = files
    taken = struct.unpack("<I", told[len(told) // 4 * 4 - 4 :][:4])[0]
    run = read_run(path)
    written = sum(isinstance(entry, Decision) for entry in run.entries)
    assert taken <= written <= taken + 1
    before = path.read_bytes()[: run.whole]
    if not run.footer:
        session = Session.resume(path)
        luck = random.Random(-seed)
        while not session.finished:
            action = any_action(session, luck)
            if luck.random() < 0.05 and not session.why_not(action):
                session.decide(action)
            session.advance()
        session.close()
    assert path.read_bytes().startswith(before)
    verdict = verify(path)
    assert verdict.ok, verdict.why
    assert peek(path)[1] is not None


def many_moments(tmp_path: Path, count: int) -> None:
    luck = random.Random(17)
    for number in range(count):
        one_moment(tmp_path / f"m{number}", number, luck.uniform(0.0, 0.15))


@pytest.mark.usefixtures("needs_fork")
@pytest.mark.parametrize("moments", MOMENTS)
def test_killed_at_some_moments(tmp_path: Path, moments: int) -> None:
    many_moments(tmp_path, moments)


@pytest.mark.skipif("LIVEGAME_LONG" not in os.environ, reason="minutes; LIVEGAME_LONG=1 runs it")
@pytest.mark.usefixtures("needs_fork")
def test_killed_at_many_moments(tmp_path: Path) -> None:
    many_moments(tmp_path, MANY)


@pytest.mark.usefixtures("needs_fork")
def test_killed_while_writing_the_board(played: Path) -> None:
    runs = data_folder() / "runs"
    runs.mkdir(parents=True)
    (runs / "one.live").write_bytes(played.read_bytes())
    luck = random.Random(5)

    def enter(writer: int) -> None:
        while True:
            Board().rebuild()
            os.write(writer, b".")

    for _ in range(6):
        killed_after(*child(enter), luck.uniform(0.0, 0.3))
        board = Board()
        board.refresh()
        assert [row.verified for row in board.rows()] == [True]
        assert board.aside is None
    assert [path.name for path in data_folder().glob(f"{NAME}.broken*")] == []
