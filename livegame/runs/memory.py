"""The lines of a run kept in memory: for runs that become a file as a whole, or never do."""

from pathlib import Path


class Memory:
    """Keeps lines as a run file would, but not on a disk."""

    path: Path | None = None

    def __init__(self) -> None:
        self._lines: list[bytes] = []

    def append(self, line: bytes) -> None:
        """Keep whole lines."""
        self._lines.append(line)

    def close(self) -> None:
        """Nothing is open."""

    @property
    def lines(self) -> bytes:
        """Everything kept so far."""
        return b"".join(self._lines)
