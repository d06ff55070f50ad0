"""Appending to a run file: every line is on the disk before `append` returns, or not at all."""

import contextlib
import os
import secrets
from pathlib import Path

from livegame.catalog.texts import t
from livegame.runs.clean import clean
from livegame.runs.disk import make_folder, move_new, sync_folder, trouble
from livegame.runs.lines import Header
from livegame.runs.lock import lock
from livegame.runs.problems import InUse, RunError, TakenError
from livegame.runs.runfile import SUFFIX, RunFile, parse, read_open, shown

FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0)


class RunWriter:
    """An open, locked run file. Nothing but whole lines is ever added to it."""

    def __init__(self, path: Path, handle: int, size: int) -> None:
        self.path = path
        self._handle = handle
        self._size = size
        self._torn = False

    @classmethod
    def create(
        cls, folder: Path, header: Header, *, lines: bytes = b"", name: str = ""
    ) -> "RunWriter":
        """A new run file in `folder`. It bears its name only once its beginning is on the disk.

        Args:
            folder: made if it is missing.
            header: line 1.
            lines: whole lines that follow at once.
            name: the file's name; made up if "".

        Raises:
            RunError: the folder or the file cannot be written.
            TakenError: there is a file of that name.
        """
        make_folder(folder)
        spare = folder / f".{secrets.token_hex(8)}{SUFFIX}.part"
        try:
            handle = os.open(spare, FLAGS | os.O_CREAT | os.O_EXCL, 0o644)
        except OSError as error:
            raise trouble(folder, error) from None
        writer = cls(spare, handle, 0)
        lock(handle)
        try:
            writer.append(header.encode() + lines)
            writer.path = _named(spare, folder, header, name)
        except RunError:
            writer.close()
            with contextlib.suppress(OSError):
                spare.unlink()
            raise
        sync_folder(folder)
        return writer

    @classmethod
    def reopen(cls, path: Path) -> tuple["RunWriter", RunFile]:
        """An unfinished run file, to go on with; a torn last line is cut off.

        Raises:
            RunError: it cannot be read or written, does not parse, is finished, or another
                process has it open. The file is then as it was.
        """
        try:
            handle = os.open(path, FLAGS)
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
                raise trouble(path, error) from None
            raise RunError(t("runs.not_there", file=shown(path))) from None
        try:
            if not lock(handle):
                raise InUse(t("runs.in_use", file=shown(path)))
            run = parse(read_open(handle, path), clean(path.name, 120))
            if run.footer:
                raise RunError(t("runs.finished", file=shown(path)))
        except BaseException:
            os.close(handle)
            raise
        writer = cls(path, handle, run.whole)
        writer._torn = run.torn
        return writer, run

    def append(self, line: bytes) -> None:
        """Add a line and wait until it is on the disk.

        Raises:
            RunError: the disk is full or failed; the file then ends where it ended before.
        """
        try:
            self._mend()
            self._torn = True
            done = 0
            while done < len(line):
                done += os.write(self._handle, line[done:])
            os.fsync(self._handle)
        except OSError as error:
            with contextlib.suppress(OSError):
                self._mend()
            raise trouble(self.path, error) from None
        self._size += len(line)
        self._torn = False

    def _mend(self) -> None:
        if self._torn:
            os.ftruncate(self._handle, self._size)
            os.fsync(self._handle)
            self._torn = False

    def close(self) -> None:
        """Let go of the file and its lock; once is enough, twice does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _named(spare: Path, folder: Path, header: Header, name: str) -> Path:
    """Give a new file its name, which must be free; says where it is."""
    stamp = header.created[:19].replace("-", "").replace(":", "").replace("T", "-")
    for _ in range(1 if name else 20):
        made = f"{stamp}-{header.scenario}-{header.role}-{secrets.token_hex(3)}{SUFFIX}"
        path = folder / (name or made.lstrip("-"))
        try:
            move_new(spare, path)
        except FileExistsError:
            continue
        except OSError as error:
            raise trouble(folder, error) from None
        return path
    key = "runs.name_taken" if name else "runs.no_name"
    raise TakenError(t(key, place=shown(folder), name=clean(name, 120)))
