"""Campaigns that wait to be finished."""

from pathlib import Path

from livegame.engine.rules import RULES
from livegame.runs.campaigns.seasons import RUNG
from livegame.runs.problems import RunError
from livegame.runs.store import newest_first, peek, run_files, runs_folder


def waiting(folder: Path | None = None) -> list[Path]:
    """Run files of campaigns without an end, newest first; other rules' cannot go on."""
    found: list[Path] = []
    for path in run_files(folder or runs_folder()):
        try:
            header, footer = peek(path)
        except RunError:
            continue
        if footer is None and header.rules == RULES and RUNG in header.options:
            found.append(path)
    return newest_first(found)
