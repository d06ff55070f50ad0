"""The board's database, damaged or made up: rebuilt from the runs, which are never touched."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from test_hostile_runs import MEAN, harmless

from livegame.runs.board import NAME, Board
from livegame.runs.index import VERSION
from livegame.runs.problems import RunError
from livegame.runs.store import data_folder
from livegame.runs.theatre import programme


@pytest.fixture
def board_file(played: Path) -> Path:
    """A board with one proven row."""
    runs = data_folder() / "runs"
    runs.mkdir(parents=True)
    (runs / "one.live").write_bytes(played.read_bytes())
    Board().refresh()
    return data_folder() / NAME


def one_row(before: bytes) -> None:
    """The run is on the board, proven, and as it was."""
    board = Board()
    board.refresh()
    assert [row.verified for row in board.rows()] == [True]
    assert (data_folder() / "runs" / "one.live").read_bytes() == before


def test_cut_short_anywhere(board_file: Path, played: Path) -> None:
    whole, before = board_file.read_bytes(), played.read_bytes()
    luck = random.Random(4)
    for size in [0, 1, 16, 100, *(luck.randrange(len(whole)) for _ in range(12))]:
        clear(board_file)
        board_file.write_bytes(whole[:size])
        one_row(before)


@pytest.mark.parametrize("times", [10, pytest.param(30, marks=pytest.mark.slow)])
def test_bits_that_flip(board_file: Path, played: Path, times: int) -> None:
    """Whatever is read from it is harmless; a rebuilt board is right again."""
    whole, before = board_file.read_bytes(), played.read_bytes()
    luck = random.Random(6)
    for _ in range(times):
        clear(board_file)
        content = bytearray(whole)
        for _ in range(luck.randrange(1, 30)):
            content[luck.randrange(len(content))] ^= 1 << luck.randrange(8)
        board_file.write_bytes(content)
        board = Board()
        try:
            rows = board.rows()
            programme()
        except RunError as error:
            harmless(str(error))
        else:
            for row in rows:
                harmless(row.player + row.why + row.mode + row.origin + row.finished_at)
        Board().rebuild()
        one_row(before)


def clear(board_file: Path) -> None:
    for path in board_file.parent.glob(f"{NAME}*"):
        path.unlink()


@pytest.mark.parametrize("text", [*MEAN, "\ud800", "x" * 100_000])
def test_mean_texts_in_every_column(board_file: Path, played: Path, text: str) -> None:
    before = played.read_bytes()
    with closing(sqlite3.connect(board_file)) as base:
        columns = [row[1] for row in base.execute("PRAGMA table_info(runs)")]
        for column in columns:
            try:
                base.execute(f"UPDATE runs SET {column} = ?", (text,))
            except (UnicodeEncodeError, sqlite3.Error):
                continue
        base.commit()
    board = Board()
    for row in board.rows():
        harmless(row.player + row.why + row.mode + row.scenario + row.role + row.origin)
    programme()
    one_row(before)


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../../../etc/passwd", "/dev/zero", "/", "", "a\0b", "~"]
)
def test_rows_whose_file_climbs(board_file: Path, played: Path, name: str) -> None:
    """Such a row is dropped or unproven; the file behind it is neither shown nor changed."""
    before = played.read_bytes()
    with closing(sqlite3.connect(board_file)) as base:
        columns = [row[1] for row in base.execute("PRAGMA table_info(runs)")]
        values = ", ".join("?" if column == "file" else column for column in columns)
        base.execute(f"INSERT INTO runs SELECT {values} FROM runs", (name,))
        base.execute("UPDATE runs SET points = 99999, run = 'other' WHERE file = ?", (name,))
        base.commit()
    board = Board()
    board.refresh()
    forged = [row for row in board.rows() if row.points == 99999]
    assert not any(row.verified for row in forged)
    assert [row.verified for row in board.rows() if row not in forged] == [True]
    assert (data_folder() / "runs" / "one.live").read_bytes() == before


@pytest.mark.parametrize("version", [VERSION + 1, 2**31 - 1, -1])
def test_a_board_of_a_later_version_is_kept_aside(
    board_file: Path, played: Path, version: int
) -> None:
    before = played.read_bytes()
    with closing(sqlite3.connect(board_file)) as base:
        base.execute(f"PRAGMA user_version = {version}")
        base.commit()
    one_row(before)
    aside = list(data_folder().glob(f"{NAME}.broken-*"))
    with closing(sqlite3.connect(aside[0])) as base:
        assert base.execute("PRAGMA user_version").fetchone() == (version,)


def test_somebody_elses_database_is_kept_aside(board_file: Path, played: Path) -> None:
    clear(board_file)
    with closing(sqlite3.connect(board_file)) as base:
        base.execute("CREATE TABLE letters (text TEXT)")
        base.execute("INSERT INTO letters VALUES ('dear diary')")
        base.execute("CREATE TRIGGER t AFTER INSERT ON letters BEGIN DELETE FROM letters; END")
        base.commit()
    one_row(played.read_bytes())
    with closing(sqlite3.connect(data_folder() / f"{NAME}.broken-1")) as base:
        assert base.execute("SELECT text FROM letters").fetchall() == [("dear diary",)]


def test_a_folder_in_its_place(board_file: Path, played: Path) -> None:
    clear(board_file)
    (board_file / "inside").mkdir(parents=True)
    try:
        one_row(played.read_bytes())
    except RunError as error:
        said = str(error)
        harmless(said)
    assert list(data_folder().rglob("inside")), "nothing is deleted"
