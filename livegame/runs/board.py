"""The board: an index over the finished runs of a player, rebuildable from the run files."""

import os
from concurrent.futures import Executor
from pathlib import Path

from attrs import evolve

from livegame.runs.index import Index
from livegame.runs.league import Progress, finished_files, verified_rows
from livegame.runs.packs import stale
from livegame.runs.problems import RunError
from livegame.runs.rows import Row, ranked
from livegame.runs.runfile import read_run
from livegame.runs.store import data_folder, runs_folder

NAME = "board.sqlite"


def seen(path: Path) -> tuple[int, int]:
    """A file's size and time of change in ns, by which a changed file is noticed.

    Raises:
        OSError: it is not there.
    """
    about = os.stat(path)
    return about.st_size, about.st_mtime_ns


class Board:
    """Rows over the run files in the data folder (and others that were added by name)."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is the data folder; the player's own if None."""
        self._index = Index((folder or data_folder()) / NAME)
        self._runs = folder / "runs" if folder else runs_folder()

    def rows(
        self,
        scenario: str | None = None,
        role: str | None = None,
        mode: str | None = None,
        sort: str = "points",
        rules: int | None = None,
    ) -> list[Row]:
        """Rows in order with their places: proven ones first, then unverified ones, unranked.

        Raises:
            RunError: the data folder cannot be used.
        """
        asked = {"scenario": scenario, "role": role, "mode": mode, "rules": rules}
        wanted = {key: value for key, value in asked.items() if value is not None}
        rows = [row for row, _, _ in self._stored().values()]
        fitting = [
            row for row in rows if all(getattr(row, key) == value for key, value in wanted.items())
        ]
        return ranked(fitting, sort)

    @property
    def aside(self) -> Path | None:
        """Where a damaged database was put, if this board met one and was built anew."""
        return self._index.aside

    def known(self) -> dict[str, tuple[bool, str, int, int]]:
        """What the board knows of each file: proven, why not, and its size and time of change
        when that was found.

        Raises:
            RunError: the data folder cannot be used.
        """
        return {
            file: (row.verified, row.why, size, when)
            for file, (row, size, when) in self._stored().items()
        }

    def _stored(self) -> dict[str, tuple[Row, int, int]]:
        before = self._index.aside
        stored = self._index.stored()
        if self._index.aside != before:
            self.refresh()
            stored = self._index.stored()
        return stored

    def add(self, path: Path) -> Row | None:
        """Verify a finished run file and enter it; None if it is not one.

        Raises:
            RunError: the data folder cannot be used.
        """
        return next(iter(self._enter([path.resolve()])), None)

    def refresh(
        self,
        jobs: int = 1,
        executor: Executor | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Enter runs that are new or have changed, forget those whose file is gone
        (or is no plain file, as a stranger's row may claim).

        Raises:
            RunError: the data folder cannot be used.
        """
        stored = self._index.stored()
        own = finished_files(self._runs) if self._runs.exists() else []
        here = {str(path.resolve()): path.resolve() for path in own}
        known = {**{file: Path(file) for file in stored}, **here}
        changed: list[Path] = []
        gone: list[str] = []
        for file, path in known.items():
            try:
                if not path.is_file():
                    gone.append(file)
                elif (
                    file not in stored
                    or seen(path) != stored[file][1:]
                    or stale(path, stored[file][0].scenario, stored[file][0].verified)
                ):
                    changed.append(path)
            except (OSError, ValueError):
                gone.append(file)
        if gone:
            self._index.drop(gone)
        if changed:
            self._enter(changed, jobs, executor, progress)

    def rebuild(
        self,
        jobs: int = 1,
        executor: Executor | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Forget everything and verify every run file in the data folder anew.

        Raises:
            RunError: the data folder cannot be used.
        """
        self._index.drop(self._index.stored())
        self.refresh(jobs, executor, progress)

    def _enter(
        self,
        paths: list[Path],
        jobs: int = 1,
        executor: Executor | None = None,
        progress: Progress | None = None,
    ) -> list[Row]:
        states = {str(path): seen(path) for path in paths if path.is_file() and _speakable(path)}
        there = [path for path in paths if str(path) in states]
        rows = verified_rows(there, jobs, executor, progress)
        entered = {row.file for row in rows}
        self._index.put((row, *states[row.file]) for row in rows)
        self._doubt([path for path in there if str(path) not in entered], states)
        return rows

    def _doubt(self, paths: list[Path], states: dict[str, tuple[int, int]]) -> None:
        """Keep the rows of files that no longer parse, but as unverified ones."""
        stored = self._index.stored() if paths else {}
        for path in paths:
            known = stored.get(str(path))
            try:
                read_run(path)
            except RunError as error:
                if known:
                    row = evolve(known[0], verified=False, why=str(error))
                    self._index.put([(row, *states[str(path)])])


def _speakable(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True
