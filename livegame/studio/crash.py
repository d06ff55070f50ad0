"""What is kept of an unexpected error: a report file and one line, never a traceback on screen."""

import platform
import tempfile
import time
import traceback
from collections.abc import Iterable
from pathlib import Path

from livegame import __version__


def report(error: BaseException, folders: Iterable[Path]) -> Path | None:
    """Write a report into the first folder that takes it; None if none does."""
    words = "".join(traceback.format_exception(error))
    head = (
        f"livegame {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n\n"
    )
    name = time.strftime("crash-%Y%m%d-%H%M%S.txt")
    for folder in (*folders, Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(head + words, encoding="utf-8")
        except OSError:
            continue
        return path
    return None
