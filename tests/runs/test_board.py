import shutil
import sqlite3
from pathlib import Path

import pytest
from attrs import evolve
from short_nights import SCENARIO, play_some

from livegame.runs.board import NAME, Board
from livegame.runs.league import league
from livegame.runs.problems import RunError
from livegame.runs.rows import Row, ranked
from livegame.runs.session import Session
from livegame.runs.store import data_folder, runs_folder

ROW = Row(
    "f", "Ann", 900, "s", "r", "free", 500, 600, 2, 1, 10, 1, 1, "2020", True, "", "", "k", "run"
)


def own_run(seed: int, player: str = "", role: str = "thailand", mode: str = "free") -> Path:
    session = Session.start(SCENARIO, role, seed=seed, player=player, mode=mode)
    play_some(session, 1000)
    session.close()
    assert session.path
    return session.path


def forge_points(path: Path) -> None:
    head, mark, rest = path.read_bytes().rpartition(b'"points":')
    path.write_bytes(head + mark + b"9999" + rest[rest.index(b",") :])


def test_a_finished_run_gets_a_proven_row() -> None:
    path = own_run(1, "Ann")
    board = Board()
    row = board.add(path)
    assert row
    assert row.verified
    assert row.player == "Ann"
    assert row.file == str(path)
    assert [(r.place, r.seed) for r in board.rows()] == [(1, 1)]


def test_a_forged_run_is_shown_unranked() -> None:
    forge_points(own_run(1))
    own_run(2)
    board = Board()
    board.refresh()
    first, second = board.rows()
    assert first.verified
    assert first.place == 1
    assert not second.verified
    assert second.place is None
    assert "points 9999" in second.why


def test_two_copies_count_once() -> None:
    path = own_run(1)
    shutil.copy(path, runs_folder() / "copy.live")
    board = Board()
    board.refresh()
    assert len(board.rows()) == 1


def test_rows_are_keyed_and_sorted() -> None:
    own_run(1)
    own_run(1, role="peru")
    own_run(2, mode="seeded")
    board = Board()
    board.refresh()
    assert len(board.rows()) == 3
    assert [row.role for row in board.rows(role="peru")] == ["peru"]
    assert [row.mode for row in board.rows(mode="seeded")] == ["seeded"]
    assert board.rows(scenario="other") == []
    assert board.rows(rules=99) == []


def test_refresh_follows_the_files(half: Path) -> None:
    path = own_run(1)
    board = Board()
    board.refresh()
    assert board.rows()[0].verified
    forge_points(path)
    board.refresh()
    assert not board.rows()[0].verified
    path.write_bytes(b"ruined\n")
    board.refresh()
    assert not board.rows()[0].verified
    assert "ruined" not in board.rows()[0].why
    path.unlink()
    board.refresh()
    assert board.rows() == []


def test_the_board_can_be_rebuilt_from_the_runs() -> None:
    own_run(1)
    board = Board()
    board.refresh()
    with sqlite3.connect(data_folder() / NAME) as base:
        base.execute("UPDATE runs SET points = 99999")
    base.close()
    assert board.rows()[0].points == 99999
    board.rebuild()
    assert board.rows()[0].points != 99999


def not_a_database(path: Path) -> None:
    path.write_bytes(b"this is no database, it only looks like a long enough file" * 200)


def other_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE runs (file, surprise)")
        base.execute("INSERT INTO runs VALUES (1, 2)")
    base.close()


def other_types(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("UPDATE runs SET player = x'ff00ff'")
    base.close()


def newer_version(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 77")
    base.close()


def flipped(path: Path) -> None:
    for ending in ("-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
    data = bytearray(path.read_bytes())
    for at in range(100, len(data), 7):
        data[at] ^= 0x5A
    path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    "harm", [not_a_database, other_tables, other_types, newer_version, flipped]
)
def test_a_damaged_board_is_set_aside_and_built_anew(harm: object) -> None:
    own_run(1)
    board = Board()
    board.refresh()
    path = data_folder() / NAME
    harm(path)  # type: ignore[operator]
    damaged = path.read_bytes()
    board = Board()
    rows = board.rows()
    assert [row.seed for row in rows] == [1]
    assert rows[0].verified
    assert board.aside == path.with_name(f"{NAME}.broken-1")
    assert board.aside.read_bytes() == damaged
    assert Board().rows() == rows


def test_a_second_damage_does_not_overwrite_the_first() -> None:
    own_run(1)
    for number in (1, 2):
        Board().refresh()
        not_a_database(data_folder() / NAME)
        board = Board()
        board.rows()
        assert board.aside
        assert board.aside.name.endswith(f"broken-{number}")


def test_texts_in_the_database_are_cleaned() -> None:
    own_run(1)
    board = Board()
    board.refresh()
    with sqlite3.connect(data_folder() / NAME) as base:
        base.execute("UPDATE runs SET player = char(27) || '[2J' || 'Eve' || char(8238)")
    base.close()
    assert board.rows()[0].player == "Eve"


def test_a_data_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(RunError):
        Board().rows()


def test_ranking_puts_proven_rows_first_and_breaks_ties_by_the_earlier() -> None:
    rows = [
        evolve(ROW, points=5000, verified=False, run="a", key="a"),
        evolve(ROW, points=800, run="b", key="b", finished_at="2021"),
        evolve(ROW, points=800, run="c", key="c", finished_at="2020"),
        evolve(ROW, points=900, run="d", key="d"),
        evolve(ROW, points=900, run="d", key="e", finished_at="2019"),
    ]
    found = ranked(rows)
    assert [(row.place, row.key) for row in found] == [(1, "e"), (2, "c"), (3, "b"), (None, "a")]


def test_ranking_by_the_other_axes() -> None:
    rows = [
        evolve(ROW, points=1, service=900, trust=1, run="a", key="a"),
        evolve(ROW, points=2, service=1, trust=900, run="b", key="b"),
    ]
    assert [row.key for row in ranked(rows, "service")] == ["a", "b"]
    assert [row.key for row in ranked(rows, "trust")] == ["b", "a"]


def test_a_league_is_any_folder(tmp_path: Path) -> None:
    folder = tmp_path / "league"
    (folder / "ann").mkdir(parents=True)
    shutil.copy(own_run(1, "Ann"), folder / "ann" / "one.live")
    shutil.copy(own_run(1, "Ann"), folder / "copy-under-another-time.live")
    shutil.copy(own_run(2, "Bob"), folder / "two.live")
    forge_points(folder / "two.live")
    (folder / "junk.live").write_bytes(b'{"end":1}\n')
    before = {path: path.read_bytes() for path in folder.rglob("*.live")}
    told: list[tuple[int, int]] = []
    rows = league(folder, progress=lambda done, of: told.append((done, of)))
    assert [(row.player, row.place) for row in rows] == [("Ann", 1), ("Bob", None)]
    assert told[-1] == (3, 3)
    assert before == {path: path.read_bytes() for path in folder.rglob("*.live")}
    with pytest.raises(RunError, match="cannot be read"):
        league(tmp_path / "gone")
