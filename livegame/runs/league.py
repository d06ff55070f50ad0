"""A league: any folder of run files, each verified and ranked, without a server."""

import contextlib
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path

from livegame.catalog.texts import t
from livegame.runs.problems import RunError
from livegame.runs.rows import Row, ranked, row_of
from livegame.runs.runfile import shown
from livegame.runs.store import peek, run_files
from livegame.runs.verify import verify_many

Progress = Callable[[int, int], None]


def need_folder(folder: Path) -> None:
    """A league's folder must be there.

    Raises:
        RunError: the folder is missing or cannot be read.
    """
    try:
        next(folder.iterdir(), None)
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise RunError(t("runs.no_folder", place=shown(folder), why=why)) from None


def finished_files(folder: Path) -> list[Path]:
    """The finished run files in a folder and the folders in it.

    Raises:
        RunError: the folder is missing or cannot be read.
    """
    need_folder(folder)
    found: list[Path] = []
    for path in run_files(folder):
        try:
            if peek(path)[1] is not None:
                found.append(path)
        except RunError:
            continue
    return found


def verified_rows(
    paths: list[Path],
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> list[Row]:
    """A row for each finished run file that parses, verified; others are left out.

    `progress` is called with how many of how many are done.
    """
    rows: list[Row] = []
    verdicts = verify_many(paths, jobs, executor)
    for done, (path, verdict) in enumerate(zip(paths, verdicts, strict=True), 1):
        with contextlib.suppress(RunError):
            rows.append(row_of(path, verdict))
        if progress:
            progress(done, len(paths))
    return rows


def league(
    folder: Path,
    sort: str = "points",
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> list[Row]:
    """Every finished run in a folder, verified and ranked; copies of a run count once.

    Raises:
        RunError: the folder is missing or cannot be read.
    """
    return ranked(verified_rows(finished_files(folder), jobs, executor, progress), sort)
