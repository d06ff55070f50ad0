"""A run as a recording of the terminal, in asciinema's format (version 2)."""

import json
import textwrap
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from livegame.plain.replay import told
from livegame.runs.runfile import read_run

COLUMNS, ROWS = 80, 24
SPEED = 40  # show seconds in a second of the recording
READING = 0.4  # seconds at least between two lines


def cast_lines(path: Path, speed: float = SPEED) -> Iterator[str]:
    """The lines of the recording: a header, then one event for each line that is told.

    The same run gives the same recording. Its pace is the show's, `speed` times as fast, but
    never faster than can be read.

    Raises:
        RunError: the file cannot be read or does not parse.
    """
    header = read_run(path).header
    about = {"version": 2, "width": COLUMNS, "height": ROWS, "title": _title(path)}
    if header.created:
        about["timestamp"] = int(datetime.fromisoformat(header.created).timestamp())
    yield json.dumps(about)
    now = 0.0
    for second, line in told(path):
        now = max(now + READING, second / speed)
        text = "\r\n".join(textwrap.wrap(line, COLUMNS - 1) or [""])
        yield json.dumps([round(now, 3), "o", f"{text}\r\n"])


def _title(path: Path) -> str:
    _, line = next(told(path))
    return line
