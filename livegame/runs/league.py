"""A league: any folder of run files, each verified and ranked, without a server."""

import contextlib
import os
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context, resource_tracker
from pathlib import Path

from livegame.catalog.texts import t
from livegame.runs.problems import RunError
from livegame.runs.rows import Row, ranked, row_of
from livegame.runs.runfile import shown
from livegame.runs.store import peek, run_files
from livegame.runs.verify import leave_interrupts, verify_many

WORTH = 12  # runs from which on processes of their own are quicker than one after another
MOST_JOBS, PARTS = 8, 4  # processes; parts for each, so that the progress can be seen

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


def league_apart(folder: Path, sort: str, progress: Progress) -> list[Row]:
    """The same as `league`, in fresh processes: for a program that has threads of its own.

    A few runs are not worth a process and are replayed here. An exception from `progress` ends
    it; what has been begun is let go of.

    Raises:
        RunError: the folder is missing or cannot be read.
    """
    paths = finished_files(folder)
    progress(0, len(paths))
    if len(paths) < WORTH:
        return ranked(verified_rows(paths, 1, None, progress), sort)
    jobs = min(os.cpu_count() or 1, MOST_JOBS)
    _prepare()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=leave_interrupts)
    try:
        rows = verified_rows(paths, jobs * PARTS, pool, progress)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return ranked(rows, sort)


def _prepare() -> None:
    """Start what looks after the processes while standard error is the real one: a program that
    draws on the terminal puts something without a file number in its place."""
    if os.name == "posix":
        with contextlib.redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()


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
