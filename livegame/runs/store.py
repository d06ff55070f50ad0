"""Where a player's runs, board and settings lie, and which runs wait to be finished."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from livegame.catalog import paths
from livegame.engine.rules import RULES
from livegame.runs.fields import MAX_LINE, load_object
from livegame.runs.lines import Footer, Header, header_in, read_entry
from livegame.runs.problems import RunError
from livegame.runs.runfile import SUFFIX, shown

MOST_FILES = 100_000
CAMPAIGN = "rung"  # an option that only headers of campaigns have
NIGHT_RUNG = "night-rung"  # the same of a night, where it is not the first rung


def data_folder() -> Path:
    """The folder for everything the game keeps: LIVEGAME_HOME, or the platform's own."""
    return paths.data_folder()


def runs_folder() -> Path:
    """The folder for a player's own run files; made when the first run starts."""
    return data_folder() / "runs"


def run_files(folder: Path) -> Iterator[Path]:
    """The run files in a folder and the folders in it, in order of name; links that lead out of
    it are not followed.

    A folder that is missing or closed has none; at most 100,000 are given.
    """
    for _, found in folders_of(folder):
        yield from found


def folders_of(folder: Path) -> Iterator[tuple[int, list[Path]]]:
    """The same folder by folder, each with how many names of files there are in it, so that
    whoever waits can be told how far it is."""
    given = 0
    whole = folder.resolve()
    for place, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        wanted = (name for name in names if name.endswith(SUFFIX) and not name.startswith("."))
        found = [Path(place) / name for name in sorted(wanted)]
        found = [path for path in found if _stays(path, whole)][: MOST_FILES - given]
        given += len(found)
        yield len(names), found


def _stays(path: Path, folder: Path) -> bool:
    """Whether a file is one, or a link to one in the same folder."""
    if not path.is_symlink():
        return True
    try:
        return path.resolve().is_relative_to(folder)
    except (OSError, RuntimeError):  # a link to itself
        return False


def peek(path: Path) -> tuple[Header, Footer | None]:
    """Header and footer of a run file, without reading what lies between them.

    Raises:
        RunError: no run file, or unreadable.
    """
    try:
        with open(path, "rb", opener=_calmly) as file:
            first, mark, _ = file.read(MAX_LINE).partition(b"\n")
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - MAX_LINE))
            last = file.read(MAX_LINE)
    except (OSError, ValueError) as error:
        raise RunError(f"{shown(path)}: {error}") from None
    header = header_in(first if mark else b"", shown(path), shown(path))
    line = last.rpartition(b"\n")[0].rpartition(b"\n")[2]
    if not line.startswith(b'{"end":'):
        return header, None
    found = read_entry(load_object(line, shown(path)), shown(path))
    return header, found if isinstance(found, Footer) else None


def _calmly(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def newest_first(paths: Iterable[Path]) -> list[Path]:
    """Paths by the time of their last change, then by name."""
    return sorted(paths, key=lambda path: (_changed(path), path.name), reverse=True)


def unfinished(folder: Path | None = None) -> list[Path]:
    """Run files without an end, newest first.

    Left out: files that are no run files, runs of other rules, which cannot go on, and
    campaigns (see runs/campaigns/waiting.py).
    """
    found: list[Path] = []
    for path in run_files(folder or runs_folder()):
        try:
            header, footer = peek(path)
        except RunError:
            continue
        if footer is None and header.rules == RULES and CAMPAIGN not in header.options:
            found.append(path)
    return newest_first(found)
