"""The runs that the game ships: history's broadcasts, and some bots' games to stand beside."""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from livegame.catalog.paths import shipped
from livegame.runs.origin import HISTORY
from livegame.runs.problems import RunError
from livegame.runs.runfile import SUFFIX, RunFile, read_run
from livegame.runs.store import run_files

BOTS = "bots"


def saves_folder() -> Path | None:
    """The folder of shipped runs; None if this copy has none."""
    try:
        return shipped("saves")
    except FileNotFoundError:
        return None


def broadcast_name(scenario: str, role: str) -> str:
    """The name of the file with history's broadcast."""
    return f"{scenario}-{role}{SUFFIX}"


def broadcast_path(scenario: str, role: str) -> Path | None:
    """History's broadcast of a role; None if none is shipped."""
    folder = saves_folder()
    path = folder / broadcast_name(scenario, role) if folder else None
    return path if path and path.is_file() else None


def broadcasts() -> list[Path]:
    """All of history's broadcasts, in order of name."""
    folder = saves_folder()
    if folder is None:
        return []
    return [path for path in run_files(folder) if path.parent == folder]


def bot_games() -> list[Path]:
    """The shipped games of bots, in order of name."""
    folder = saves_folder()
    return list(run_files(folder / BOTS)) if folder else []


def shipped_run(key: str) -> RunFile | None:
    """History's broadcast whose file has this hash; None if it is none of the shipped ones."""
    return _known(tuple(_states())).get(key)


def _states() -> Iterator[tuple[Path, int, int]]:
    for path in broadcasts():
        try:
            about = os.stat(path)
        except OSError:
            continue
        yield path, about.st_size, about.st_mtime_ns


@lru_cache(maxsize=4)
def _known(states: tuple[tuple[Path, int, int], ...]) -> dict[str, RunFile]:
    found: dict[str, RunFile] = {}
    for path, _, _ in states:
        try:
            run = read_run(path)
        except RunError:
            continue
        if run.header.mode == HISTORY and not run.torn:
            found[run.content_key] = run
    return found
