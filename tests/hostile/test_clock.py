"""A clock that goes backwards, or stands still, or is years off: nothing is lost or misplaced."""

import os
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
from mischief import SCENARIO

from livegame.runs import attempts as attempts_module
from livegame.runs import beginning as beginning_module
from livegame.runs.attempts import attempt_at, attempts, begin_attempt
from livegame.runs.board import Board
from livegame.runs.ladder import ladder
from livegame.runs.panels import panels
from livegame.runs.problems import RunError
from livegame.runs.session import Session
from livegame.runs.store import runs_folder, unfinished
from livegame.runs.theatre import programme
from livegame.runs.verify import verify

BACK = ["2026-11-22T20:00:00Z", "2026-11-21T03:00:00Z", "1970-01-01T00:00:00Z"]
DAY, BEFORE = date(2026, 11, 22), date(2026, 11, 21)


@pytest.fixture
def back(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Each look at the clock shows an earlier time, or a much later one."""
    times = cycle([*BACK, "2106-02-07T06:28:16Z"])
    monkeypatch.setattr(beginning_module, "now", lambda: next(times))
    return BACK[0]


@pytest.mark.usefixtures("back")
def test_runs_that_end_before_they_begin() -> None:
    paths: list[Path] = []
    for seed in range(4):
        session = Session.start(SCENARIO, "thailand", seed=seed)
        while not session.finished:
            session.advance()
        session.close()
        assert session.path
        paths.append(session.path)
    assert len(set(paths)) == 4, "no name is given twice"
    assert all(verify(path).ok for path in paths)
    board = Board()
    board.refresh()
    assert [row.place for row in board.rows()] == [1, 2, 3, 4]
    assert panels(board.rows())[0].newest
    assert {one.state for one in programme() if one.shelf == "own"} == {"verified"}


@pytest.mark.usefixtures("back")
def test_files_changed_before_they_were_written() -> None:
    """The board notices a change whichever way the file's time went."""
    session = Session.start(SCENARIO, "thailand", seed=1)
    session.advance()
    session.close()
    assert session.path
    for when in (0, 1, 2**31 - 1, 4_000_000_000):
        os.utime(session.path, (when, when))
        assert unfinished() == [session.path]
        session = Session.resume(session.path)
        session.advance()
        session.close()
        assert session.path
    session = Session.resume(session.path)
    while not session.finished:
        session.advance()
    session.close()
    board = Board()
    board.refresh()
    assert session.path
    content = session.path.read_bytes()
    session.path.write_bytes(content.replace(b'"points":', b'"points":1', 1))
    os.utime(session.path, (5, 5))
    board.refresh()
    assert [row.verified for row in board.rows()] == [False]


def test_a_day_that_comes_again_has_no_second_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    days = {"now": DAY}
    monkeypatch.setattr(attempts_module, "today", lambda: days["now"])
    begin_attempt().close()
    days["now"] = BEFORE
    begin_attempt().close()
    days["now"] = DAY
    with pytest.raises(RunError, match="begun already"):
        begin_attempt()
    assert [attempt.day for attempt in attempts()] == [BEFORE, DAY]
    assert attempt_at(DAY)
    assert len(list(runs_folder().glob("*.live"))) == 2


def test_attempts_of_days_to_come_do_not_count_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    begin_attempt(DAY, player="Ann").close()
    assert ladder(attempts(), BEFORE) == []
    after = date(2026, 11, 23)
    assert [rung.points for rung in ladder(attempts(), after)] == [(0,)]
