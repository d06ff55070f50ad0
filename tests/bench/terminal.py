"""A program in a pseudo terminal: its output with times, its processor time, its memory.

Time on the wall hangs on what else the machine does; processor time hardly does, so both are
told. Linux only (/proc).
"""

import contextlib
import fcntl
import os
import pty
import re
import signal
import struct
import termios
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyte

ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X].*?\x1b\\|.)"
)
KEYS = {
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "space": " ",
    "ctrl+z": "\x1a",
    "ctrl+c": "\x03",
    "f1": "\x1bOP",
}


class Piece(NamedTuple):
    """Bytes that came at a time (of `time.perf_counter`), and the processor time spent till then
    (0 where nobody asked)."""

    when: float
    data: bytes
    spent: float = 0.0


def plain(data: bytes) -> str:
    """The letters of an output, without what steers the terminal."""
    return ESCAPES.sub(b"", data).decode("utf-8", "replace")


class Terminal:
    """A program in a terminal of its own; leaves with the process ended.

    Attributes:
        pid: of the process, which leads a session and so a process group.
        born: when it was begun.
        pieces: its output so far.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 36,
        environment: dict[str, str] | None = None,
        costed: bool = False,
    ) -> None:
        self._costed = costed
        self.size = (columns, rows)
        self.pieces: list[Piece] = []
        self._code: int | None = None
        usual = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        given = {**os.environ, **usual, **(environment or {})}
        for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
            if name not in (environment or {}):
                given.pop(name, None)
        self.born = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if not self.pid:  # the child
            os.execvpe(command[0], list(command), given)
        self.resize(columns, rows)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._fd, 1 << 16)
            except OSError:
                return
            if not data:
                return
            now = time.perf_counter()
            self.pieces.append(Piece(now, data, self.processor() if self._costed else 0.0))

    # -- hands ------------------------------------------------------------

    def send(self, *keys: str) -> float:
        """Press keys; when the first was sent."""
        now = time.perf_counter()
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())
        return now

    def click(self, x: int, y: int) -> None:
        """Press and let go the left button at a cell, counted from 0."""
        os.write(self._fd, f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{x + 1};{y + 1}m".encode())

    def resize(self, columns: int, rows: int) -> None:
        """Another size; the program is told by a signal."""
        self.size = (columns, rows)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # -- eyes -------------------------------------------------------------

    def text(self, since: float = 0.0) -> str:
        """All letters that came since a time."""
        return plain(b"".join(data for when, data, _ in list(self.pieces) if when >= since))

    def bytes_between(self, start: float, end: float) -> int:
        """How much came in that time."""
        return sum(len(data) for when, data, _ in list(self.pieces) if start <= when < end)

    def screen(self) -> list[str]:
        """What stands on the screen, as far as a VT220 would show it."""
        screen = pyte.Screen(*self.size)
        stream = pyte.ByteStream(screen)
        for _, data, _ in list(self.pieces):
            stream.feed(_private(data))
        return rows_of(screen)

    def modes(self) -> dict[int, bool]:
        """The private modes that are set or reset by now."""
        found: dict[int, bool] = {}
        whole = b"".join(data for _, data, _ in list(self.pieces))
        for numbers, way in re.findall(rb"\x1b\[\?([\d;]+)([hl])", whole):
            for number in numbers.split(b";"):
                found[int(number)] = way == b"h"
        return found

    def wait_for(self, what: str, *, since: float = 0.0, seconds: float = 30.0) -> Piece:
        """Until these letters have come in one piece or several; the last of these.

        Raises:
            TimeoutError: they did not come.
        """
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            so_far = b""
            for piece in list(self.pieces):
                if piece.when >= since:
                    so_far += piece.data
                    if what in plain(so_far):
                        return piece
            time.sleep(0.002)
        raise TimeoutError(f"{what!r} did not come; at the end: {self.text(since)[-400:]!r}")

    def wait(self, until: Callable[[], bool], seconds: float = 30.0) -> None:
        """Until something holds.

        Raises:
            TimeoutError: it did not.
        """
        end = time.perf_counter() + seconds
        while not until():
            if time.perf_counter() > end:
                raise TimeoutError
            time.sleep(0.01)

    def quiet(self, seconds: float = 0.5, most: float = 30.0) -> None:
        """Until nothing has come for a while, counted from now."""
        begun = time.perf_counter()

        def still() -> bool:
            last = self.pieces[-1].when if self.pieces else begun
            return time.perf_counter() - max(begun, last) > seconds

        self.wait(still, most)

    # -- costs ------------------------------------------------------------

    def processor(self) -> float:
        """Seconds of processor time of the process so far, over its threads."""
        total = 0
        with contextlib.suppress(OSError):  # a thread, or the process, may be gone by now
            for task in Path(f"/proc/{self.pid}/task").iterdir():
                total += int((task / "schedstat").read_text().split()[0])
        return total / 1e9

    def children(self) -> float:
        """Seconds of processor time of the processes that it began and that still run."""
        total = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                words = stat.read_text().rsplit(")", 1)[1].split()
                if int(words[2]) == self.pid != int(stat.parent.name):  # its process group
                    total += int(words[11]) + int(words[12])
        return total / os.sysconf("SC_CLK_TCK")

    def waited(self) -> float:
        """Seconds that its main thread stood in line for a processor: what others cost it."""
        return int(Path(f"/proc/{self.pid}/schedstat").read_text().split()[1]) / 1e9

    def memory(self) -> int:
        """Bytes that are resident."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGESIZE")

    # -- the end ----------------------------------------------------------

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._ended(os.WNOHANG) is None

    def ended(self, seconds: float = 15.0) -> int:
        """Its exit code, once it has ended.

        Raises:
            TimeoutError: it has not.
        """
        self.wait(lambda: not self.alive(), seconds)
        self._reader.join(1)
        assert self._code is not None
        return self._code

    def _ended(self, how: int) -> int | None:
        if self._code is None:
            done, status = os.waitpid(self.pid, how)
            if done:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code

    def signal(self, name: signal.Signals) -> None:
        """Send it a signal."""
        os.kill(self.pid, name)

    def kill(self) -> None:
        """End it, and what it began."""
        if self._code is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
            self._ended(0)
        self._reader.join(1)
        with contextlib.suppress(OSError):
            os.close(self._fd)


def rows_of(screen: pyte.Screen) -> list[str]:
    """The letters of each line; pyte's own way trips over half-overwritten wide characters."""
    columns, lines = range(screen.columns), range(screen.lines)
    return ["".join(screen.buffer[y][x].data or "" for x in columns) for y in lines]


def _private(data: bytes) -> bytes:
    """Without the sequences that pyte takes for others."""
    return re.sub(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p|\x1b\[\?[\d;]*u", b"", data)
