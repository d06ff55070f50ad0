"""Where the lines of a run go while it is played."""

from pathlib import Path
from typing import Protocol


class Keeper(Protocol):
    """Whatever keeps the lines of a run: a RunWriter, or memory."""

    @property
    def path(self) -> Path | None:
        """The run file, if there is one."""

    def append(self, line: bytes) -> None:
        """Keep whole lines.

        Raises:
            RunError: they cannot be kept; what was kept before is as it was.
        """

    def close(self) -> None:
        """Let go of whatever is open."""
