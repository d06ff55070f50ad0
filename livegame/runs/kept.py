"""A run whose lines are kept while it is played: what a night and a campaign have in common."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Generic, Protocol, Self, TypeVar

from livegame.runs.keeper import Keeper
from livegame.runs.lines import Check, Header
from livegame.runs.problems import RunError


class Moment(Protocol):
    """One moment of a run; `Track` and `DaysTrack` are."""

    @property
    def tick(self) -> int:
        """Ticks, or steps, gone by."""

    @property
    def checked(self) -> int:
        """Those at the last checkpoint."""

    @property
    def over(self) -> bool:
        """Whether it has ended."""

    def marked(self) -> Self:
        """The same moment, with a checkpoint behind it."""

    def checkpoint(self) -> Check:
        """The checkpoint line for this moment."""


M = TypeVar("M", bound=Moment)


class Kept(Generic[M]):
    """A run and where its lines go.

    Attributes:
        header: line 1 of its file. path: the file, or None for practice that is not kept.
    """

    _track: M

    def _keep(self, header: Header, writer: Keeper | None, clock: Callable[[], str]) -> None:
        self.header = header
        self.path: Path | None = writer.path if writer else None
        self._writer = writer
        self._clock = clock

    def _append(self, lines: bytes) -> None:
        if self._writer:
            self._writer.append(lines)

    def close(self) -> None:
        """Let go of the run file. If the run is unfinished, it goes on from this very moment."""
        if not self._writer:
            return
        with contextlib.suppress(RunError):
            self.mark()
        self._writer.close()
        self._writer = None

    def mark(self) -> None:
        """Set a checkpoint here and now, so that the run goes on from this very moment.

        Raises:
            RunError: it cannot be written.
        """
        if not self._track.over and self._track.tick > self._track.checked:
            self._append(self._track.checkpoint().encode())
            self._track = self._track.marked()
