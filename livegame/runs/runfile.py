"""Reading a whole run file (`.live`), bounded in size, lines and depth. Nothing is changed."""

import hashlib
import os
import stat
from pathlib import Path

from attrs import frozen

from livegame.catalog.texts import t
from livegame.runs.clean import clean
from livegame.runs.fields import MAX_LINE, load_object
from livegame.runs.lines import (
    STEP_DIGITS,
    Check,
    Decision,
    Entry,
    Footer,
    Header,
    header_in,
    read_entry,
)
from livegame.runs.problems import RunError

SUFFIX = ".live"
MAX_BYTES = 4_000_000
MAX_LINES = 20_000


@frozen
class RunFile:
    """What a run file says; nothing in it is proven before it is replayed.

    Attributes:
        name: how to call the file before people (cleaned).
        start: line 1 as its bytes, from which the chained hash starts.
        entries: decisions and checkpoints, in order.
        whole: bytes up to the end of the last whole line; torn: whether more follow.
        content_key: hash of the whole lines; copies of a file share it.
    """

    name: str
    start: bytes
    header: Header
    entries: tuple[Entry, ...]
    footer: Footer | None
    whole: int
    torn: bool
    content_key: str

    @property
    def tick(self) -> int:
        """The tick that the last line speaks of."""
        if self.footer:
            return self.footer.end
        return self.entries[-1].tick if self.entries else 0

    @property
    def run_key(self) -> str:
        """Hash of night, role, seed, mode and decisions: two files of one run share it."""
        head = self.header
        what = [head.rules, head.scenario, head.content, head.role, head.seed, head.mode]
        digest = hashlib.sha256(repr(what).encode())
        for entry in self.entries:
            if isinstance(entry, Decision):
                digest.update(entry.encode())
        return digest.hexdigest()


def shown(path: Path) -> str:
    """A path as it may be shown: cleaned, whatever its name holds."""
    return clean(str(path), 200)


def read_bytes(path: Path) -> bytes:
    """The bytes of a run file.

    Raises:
        RunError: missing, unreadable, no plain file, or larger than 4 MB.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    try:
        return read_open(handle, path)
    finally:
        os.close(handle)


def read_open(handle: int, path: Path) -> bytes:
    """The bytes of an open run file, from its start.

    Raises:
        RunError: unreadable, no plain file, or larger than 4 MB.
    """
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise RunError(t("runs.no_plain_file", file=shown(path)))
        if about.st_size > MAX_BYTES:
            raise RunError(t("runs.file_large", file=shown(path), limit=MAX_BYTES // 1_000_000))
        os.lseek(handle, 0, os.SEEK_SET)
        parts: list[bytes] = []
        left = MAX_BYTES
        while left > 0 and (part := os.read(handle, min(left, 1 << 20))):
            parts.append(part)
            left -= len(part)
        return b"".join(parts)
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> RunError:
    why = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return RunError(t("runs.unreadable", file=shown(path), why=clean(why, 80)))


def parse(data: bytes, name: str) -> RunFile:
    """The run in the bytes of a file. A torn last line is left out, not an error.

    Raises:
        RunError: it does not parse; file, line and key are named.
    """
    *lines, tail = data.split(b"\n")
    if not lines:
        key = "runs.empty" if len(data) <= MAX_LINE else "runs.no_run_file"
        raise RunError(t(key, where=name))
    if len(lines) > MAX_LINES:
        raise RunError(t("runs.many_lines", where=name, limit=MAX_LINES))
    if len(tail) > MAX_LINE:
        where = t("runs.line", file=name, line=len(lines) + 1)
        raise RunError(t("runs.line_long", where=where, limit=MAX_LINE))
    at = t("runs.line", file=name, line=1)
    header = header_in(lines[0], at, name)
    entries, footer = _entries(lines[1:], name)
    if any(isinstance(entry, Decision) and entry.of_campaign for entry in entries):
        _only_in_campaigns(header, name)
    whole = len(data) - len(tail)
    return RunFile(
        name=name,
        start=lines[0] + b"\n",
        header=header,
        entries=entries,
        footer=footer,
        whole=whole,
        torn=bool(tail),
        content_key=hashlib.sha256(data[:whole]).hexdigest(),
    )


def _only_in_campaigns(header: Header, name: str) -> None:
    from livegame.catalog.library import library

    if header.scenario not in library().campaigns:
        raise RunError(t("days.no_campaign", file=name, scenario=header.scenario))


def _entries(lines: list[bytes], name: str) -> tuple[tuple[Entry, ...], Footer | None]:
    entries: list[Entry] = []
    footer: Footer | None = None
    now = checked = 0
    place = t("runs.line", file=name, line="\0")
    for number, line in enumerate(lines, start=2):
        where = place.replace("\0", str(number))
        if footer:
            raise RunError(t("runs.after_end", where=where))
        found = read_entry(load_object(line, where), where)
        if isinstance(found, Footer):
            footer = found
            continue
        if found.tick < now:
            raise RunError(t("runs.backwards", where=where, tick=found.tick, now=now))
        now = found.tick
        if isinstance(found, Check):
            if len(found.steps) != STEP_DIGITS * (now - checked) or now == checked:
                raise RunError(t("runs.steps", where=where))
            checked = now
        entries.append(found)
    if footer and footer.end < now:
        raise RunError(t("runs.backwards", where=name, tick=footer.end, now=now))
    return tuple(entries), footer


def read_run(path: Path) -> RunFile:
    """The run in a file.

    Raises:
        RunError: it cannot be read or does not parse; file, line and key are named.
    """
    return parse(read_bytes(path), clean(path.name, 120))
