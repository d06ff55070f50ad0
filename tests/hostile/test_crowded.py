"""Several processes on one data folder at once."""

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from mischief import SCENARIO

from livegame.runs.board import Board
from livegame.runs.problems import RunError
from livegame.runs.session import Session
from livegame.runs.store import data_folder, runs_folder, unfinished
from livegame.runs.verify import verify

pytestmark = pytest.mark.usefixtures("needs_fork")


def together(works: list[Callable[[], None]]) -> list[int]:
    """Run each in a process of its own, at once; their exit codes."""
    children = []
    for work in works:
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                work()
                code = 0
            except BaseException:
                traceback.print_exc(file=sys.__stderr__)
            finally:
                os._exit(code)
        children.append(pid)
    return [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children]


def finish_one(seed: int) -> None:
    session = Session.start(SCENARIO, "thailand", seed=seed)
    while not session.finished:
        session.advance()
    session.close()
    assert session.path
    row = Board().add(session.path)
    assert row
    assert row.verified


@pytest.mark.parametrize("count", [2, 8])
def test_runs_finished_at_once_are_all_on_the_board(count: int) -> None:
    works = [lambda seed=seed: finish_one(seed) for seed in range(count)]
    assert together(works) == [0] * count
    board = Board()
    assert sorted(row.seed for row in board.rows()) == list(range(count))
    assert all(verify(path).ok for path in runs_folder().iterdir())
    assert [p.name for p in data_folder().glob("*.broken*")] == []


def test_a_board_that_all_make_at_once(tmp_path: Path) -> None:
    """Whoever comes while another makes the database must not take it for a damaged one."""
    for number in range(15):
        folder = tmp_path / f"home{number}"
        assert together([lambda folder=folder: look_into(folder) for _ in range(4)]) == [0] * 4
        assert [path.name for path in folder.glob("*.broken*")] == []


def look_into(folder: Path) -> None:
    for _ in range(3):
        Board(folder).rows()


def test_two_cannot_continue_one_run(tmp_path: Path) -> None:
    session = Session.start(SCENARIO, "thailand", seed=1)
    session.advance()
    path = session.path
    assert path

    def intrude() -> None:
        with pytest.raises(RunError, match="another window"):
            Session.resume(path)

    assert together([intrude, intrude]) == [0, 0]
    session.advance()
    session.close()
    assert unfinished() == [path]
    Session.resume(path).close()


def test_a_board_that_all_find_damaged_at_once() -> None:
    finish_one(1)
    (data_folder() / "board.sqlite").write_bytes(b"not a database at all" * 999)

    def look() -> None:
        board = Board()
        board.refresh()
        assert [row.seed for row in board.rows()] == [1]

    assert together([look] * 4) == [0] * 4
    assert [row.seed for row in Board().rows()] == [1]
