"""The board's database. It holds nothing that the run files do not; damaged, it is set aside."""

import contextlib
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from attrs import asdict, fields

from livegame.catalog.texts import t
from livegame.runs.clean import clean
from livegame.runs.disk import make_folder
from livegame.runs.problems import RunError
from livegame.runs.rows import Row
from livegame.runs.runfile import shown

VERSION = 3
WAIT = 10.0  # seconds for which other processes may keep the database busy
KEYS = [field.name for field in fields(Row) if field.name != "place"]
WHOLE = {field.name for field in fields(Row) if field.type in (int, bool)}
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR,
           sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_FORMAT)  # fmt: skip
TABLE = f"""CREATE TABLE IF NOT EXISTS runs (
    {", ".join(f"{key} {'INTEGER' if key in WHOLE else 'TEXT'} NOT NULL" for key in KEYS)},
    size INTEGER NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY (file))"""

# An I/O error is what sqlite meets while another process sets a damaged board aside.
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR)

CLOSED = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)

T = TypeVar("T")


class _DamagedError(Exception):
    """The database cannot be used as it is."""


class _BusyError(Exception):
    """Another process has the database; sqlite itself does not always wait for it."""


class Index:
    """Rows by file, in sqlite; several processes may use it at once.

    Attributes:
        aside: where a damaged database was put, if this index found one; it is empty since.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.aside: Path | None = None

    def stored(self) -> dict[str, tuple[Row, int, int]]:
        """Every row by its file, with the file's size and time of change in ns when read.

        Raises:
            RunError: the folder cannot be used.
        """
        return self._use(self._stored)

    def put(self, entries: Iterable[tuple[Row, int, int]]) -> None:
        """Add or replace rows.

        Raises:
            RunError: the folder cannot be used, or its disk is full.
        """
        rows = [{**asdict(row), "size": size, "changed": when} for row, size, when in entries]
        keys = [*KEYS, "size", "changed"]
        places = ", ".join(f":{key}" for key in keys)
        text = f"INSERT OR REPLACE INTO runs ({', '.join(keys)}) VALUES ({places})"
        self._use(lambda base: base.executemany(text, rows))

    def drop(self, files: Iterable[str]) -> None:
        """Forget the rows of files.

        Raises:
            RunError: the folder cannot be used.
        """
        rows = [(file,) for file in files]
        self._use(lambda base: base.executemany("DELETE FROM runs WHERE file = ?", rows))

    def _stored(self, base: sqlite3.Connection) -> dict[str, tuple[Row, int, int]]:
        found: dict[str, tuple[Row, int, int]] = {}
        for line in base.execute(f"SELECT {', '.join(KEYS)}, size, changed FROM runs"):
            *values, size, changed = line
            row = _row(dict(zip(KEYS, values, strict=True)))
            found[row.file] = (row, size, changed)
        return found

    def _use(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do work in one transaction; it may be tried several times."""
        until = time.monotonic() + WAIT
        aside = False
        while True:
            try:
                with self._open() as base:
                    return work(base)
            except _DamagedError as error:
                if aside:
                    raise RunError(t("runs.board_damaged", place=shown(self.path))) from error
                self.aside, aside = set_aside(self.path), True
            except _BusyError as error:
                if time.monotonic() > until:
                    raise RunError(t("runs.board_busy", place=shown(self.path))) from error
                time.sleep(random.uniform(0.005, 0.05))

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        make_folder(self.path.parent)
        base: sqlite3.Connection | None = None
        try:
            base = sqlite3.connect(self.path, timeout=WAIT)
            base.execute("PRAGMA trusted_schema = OFF")
            _know(base)
            base.execute("PRAGMA journal_mode = WAL")
            with base:
                base.execute("BEGIN IMMEDIATE")
                _forget_older(base)
                base.execute(TABLE)
                base.execute(f"PRAGMA user_version = {VERSION}")
                yield base
        except sqlite3.DatabaseError as error:
            raise self._meaning(error) from error
        except UnicodeDecodeError as error:
            raise _DamagedError from error
        finally:
            if base:
                base.close()

    def _meaning(self, error: sqlite3.DatabaseError) -> Exception:
        if not hasattr(error, "sqlite_errorcode"):
            return _DamagedError()  # Python's own: what was stored is no text
        code = error.sqlite_errorcode & 0xFF
        if code in DAMAGED:
            return _DamagedError()
        if code in BUSY:
            return _BusyError()
        if code in CLOSED:
            return RunError(t("runs.board_closed", place=shown(self.path)))
        if code == sqlite3.SQLITE_FULL:
            return RunError(t("runs.disk_full", place=shown(self.path)))
        why = clean(str(error), 80)
        return RunError(t("runs.board_failed", place=shown(self.path), why=why))


def _know(base: sqlite3.Connection) -> None:
    """A new database, or one of ours; anything else is left as it is.

    Both looks are one transaction, so that another process may be making it meanwhile.
    """
    base.execute("BEGIN")
    version = base.execute("PRAGMA user_version").fetchone()[0]
    new = version == 0 and not base.execute("SELECT 1 FROM sqlite_master").fetchone()
    base.execute("ROLLBACK")
    if not (0 < version <= VERSION or new):
        raise _DamagedError


def _forget_older(base: sqlite3.Connection) -> None:
    """Rows of an older version's columns go; the next refresh makes them anew from the runs."""
    if 0 < base.execute("PRAGMA user_version").fetchone()[0] < VERSION:
        base.execute("DROP TABLE IF EXISTS runs")


def _row(data: dict[str, Any]) -> Row:
    for key, value in data.items():
        if type(value) is not (int if key in WHOLE else str):
            raise _DamagedError
        if key not in WHOLE and key != "file":
            data[key] = clean(value, 200)
    data["verified"] = bool(data["verified"])
    return Row(**data)


def set_aside(path: Path) -> Path:
    """Rename a damaged database to NAME.broken-N, with what belongs to it; the new name."""
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.broken-{number}")
        if not aside.exists():
            break
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            os.rename(f"{path}{ending}", f"{aside}{ending}")
    return aside
