"""Work done aside, in processes of our own that need nothing of this one and die with it.

The studio asks for forecasts and reviews while it paints. In a thread they would take turns with
the painting; multiprocessing needs a program whose main module can be read again and whose streams
are real files, and inside Textual neither holds. So each process here is a plain `python -m` with
two pipes: functions and arguments go in, results come out. It ends as soon as its input does,
however this program ended.
"""

import contextlib
import os
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import IO, Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_SIZE = struct.Struct(">Q")


class AsideError(Exception):
    """The process has gone, or could not be begun."""


class _Process:
    """One process, doing one thing at a time."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "livegame.bots.aside"]
        try:
            self._popen = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # the interrupt key is for the program that asked
            )
        except OSError as error:
            raise AsideError(str(error)) from None

    def call(self, work: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]) -> Any:
        """What the function returns there; what it raises there is raised here."""
        source, sink = self._popen.stdout, self._popen.stdin
        assert source is not None
        assert sink is not None
        try:
            _send(sink, work)
            ok, found = _receive(source)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise AsideError(f"{type(error).__name__}: {error}") from None
        if not ok:
            raise found
        return found

    def end(self) -> None:
        """Stop it, whatever it is doing."""
        with contextlib.suppress(OSError):
            self._popen.kill()
        self._popen.wait()
        for stream in (self._popen.stdin, self._popen.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()


class Aside(Executor):
    """An executor with processes of its own, begun when they are first needed.

    Functions must be importable by name; arguments and results must pickle.
    """

    def __init__(self, jobs: int = 1) -> None:
        """`jobs`: processes to use at most."""
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="aside")
        self._lock = threading.Lock()
        self._idle: list[_Process] = []
        self._all: list[_Process] = []
        self._over = False

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Have a function called aside."""
        return self._threads.submit(self._call, fn, args, kwargs)

    def _call(self, fn: Callable[..., R], args: tuple[Any, ...], kwargs: dict[str, Any]) -> R:
        process = self._take()
        try:
            found: R = process.call((fn, args, kwargs))
        except AsideError:
            self._drop(process)
            raise
        except BaseException:
            self._give(process)
            raise
        self._give(process)
        return found

    def _take(self) -> _Process:
        with self._lock:
            if self._over:
                raise AsideError("closed")
            if self._idle:
                return self._idle.pop()
            process = _Process()
            self._all.append(process)
            return process

    def _give(self, process: _Process) -> None:
        with self._lock:
            self._idle.append(process)

    def _drop(self, process: _Process) -> None:
        process.end()
        with self._lock:
            if process in self._all:
                self._all.remove(process)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Finish what was asked, or with `cancel_futures` stop at once; then end the processes."""
        if cancel_futures:
            self._end()
        self._threads.shutdown(wait=wait, cancel_futures=cancel_futures)
        if wait or cancel_futures:
            self._end()

    def _end(self) -> None:
        with self._lock:
            self._over = True
            processes, self._all, self._idle = self._all, [], []
        for process in processes:
            process.end()


def _send(sink: IO[bytes], value: Any) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    sink.write(_SIZE.pack(len(data)) + data)
    sink.flush()


def _receive(source: IO[bytes]) -> Any:
    return pickle.loads(_read(source, _SIZE.unpack(_read(source, _SIZE.size))[0]))


def _read(source: IO[bytes], size: int) -> bytes:
    data = source.read(size)
    if len(data) < size:
        raise EOFError("the pipe has ended")
    return data


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Call what comes in and send back what comes of it, until the input ends."""
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            fn, args, kwargs = _receive(source)
            try:
                answer = (True, fn(*args, **kwargs))
            except Exception as error:
                answer = (False, error)
            _send(sink, answer)


def main() -> None:
    """The other end: what is printed by mistake must not mix with the answers."""
    with open(os.dup(sys.stdout.fileno()), "wb") as sink:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(sys.stdin.buffer, sink)


if __name__ == "__main__":
    main()
