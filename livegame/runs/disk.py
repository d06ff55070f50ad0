"""Writing that is on the disk when it says so, and errors that say what to do."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from livegame.catalog.texts import t
from livegame.runs.clean import clean
from livegame.runs.problems import RunError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}
IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR, errno.ENOENT, errno.ELOOP, errno.ENAMETOOLONG}


def trouble(path: Path, error: OSError) -> RunError:
    """What a failed write means for the player."""
    place = clean(str(path), 200)
    if error.errno in FULL:
        return RunError(t("runs.disk_full", place=place))
    if error.errno in CLOSED:
        return RunError(t("runs.read_only", place=place))
    return RunError(t("runs.write_failed", place=place, why=clean(error.strerror or "", 80)))


def sync_folder(folder: Path) -> None:
    """Make the names in a folder safe against a power cut, where the system can."""
    flags = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
    with contextlib.suppress(OSError):
        handle = os.open(folder, flags)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and what lies above it, if they are missing.

    Raises:
        RunError: it cannot be made, or something else bears its name.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno in IN_THE_WAY:
            why = clean(error.strerror or "", 80)
            raise RunError(
                t("runs.no_data_folder", place=clean(str(folder), 200), why=why)
            ) from None
        raise trouble(folder, error) from None
    except ValueError as error:
        said = {"place": clean(str(folder), 200), "why": clean(str(error), 80)}
        raise RunError(t("runs.no_data_folder", **said)) from None


def move_new(spare: Path, path: Path) -> None:
    """Give a file another name, in one step, if nothing bears it.

    Where the file system knows no links, two processes at the same moment are not told apart.

    Raises:
        FileExistsError: something bears that name.
        OSError: it cannot be renamed.
    """
    try:
        os.link(spare, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.rename(spare, path)
    else:
        with contextlib.suppress(OSError):
            os.unlink(spare)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file as a whole: whoever looks sees the old or the new one, never a part.

    Raises:
        RunError: it cannot be written; the old file is as it was.
    """
    make_folder(path.parent)
    spare: str | None = None
    try:
        handle, spare = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(spare, 0o644)
        os.replace(spare, path)
    except OSError as error:
        if spare:
            with contextlib.suppress(OSError):
                os.unlink(spare)
        raise trouble(path, error) from None
    sync_folder(path.parent)
