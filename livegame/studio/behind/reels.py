"""Runs to be watched: the programme, one's own and history's, and ghosts to race."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from livegame.studio.behind.stores import Stores

if TYPE_CHECKING:
    from livegame.runs.campaigns.daytale import DayTale
    from livegame.runs.ghost import Ghost
    from livegame.runs.theatre import Reel, Showing


class Reels(Stores):
    """Runs to be watched: the programme, one's own and history's, and ghosts to race."""

    def programme(self) -> "Sequence[Showing]":
        """Every run file there is.

        Raises:
            Exception: in one line why they cannot be read.
        """
        from livegame.runs.theatre import programme

        return programme()

    def check(self, showing: "Showing") -> "Showing":
        """The same run file, after replaying it.

        Raises:
            Exception: in one line why it cannot be kept.
        """
        from livegame.runs.theatre import check

        return check(showing)

    def reel(self, path: Path) -> "Reel":
        """A run ready to be watched; takes half a second, so ask in a thread.

        Raises:
            Exception: in one line why it cannot be watched.
        """
        from livegame.runs.theatre import Reel

        return Reel.open(path)

    def tale(self, path: Path) -> "DayTale | None":
        """A campaign of several days told day by day, from its first morning to its last page, as
        far as its file goes; None for a night. It is replayed twice, so ask in a thread.

        Raises:
            Exception: in one line why it cannot be read.
        """
        from livegame.runs.runfile import read_run
        from livegame.runs.store import peek

        if peek(path)[0].scenario not in self.library().campaigns:
            return None
        from livegame.runs.campaigns.daytale import day_tale

        return day_tale(read_run(path))

    def attraction(self, turn: int) -> "Reel | None":
        """One of history's broadcasts, each in its turn; None if none can be shown. Campaigns of
        several days are told, not watched."""
        from livegame.runs.problems import RunError
        from livegame.runs.saved import broadcasts
        from livegame.runs.store import peek

        nights = self.library().scenarios
        try:
            files = [path for path in broadcasts() if peek(path)[0].scenario in nights]
        except RunError:
            return None
        try:
            return self.reel(files[turn % len(files)]) if files else None
        except RunError:
            return None

    def ghost(self, path: Path, scenario: str) -> "Ghost":
        """A run to race; takes half a second, so ask in a thread.

        Raises:
            Exception: in one line why it cannot be raced.
        """
        from livegame.runs.ghost import Ghost

        return Ghost.open(path, scenario=scenario)
