"""Where everything is kept: the folder of runs and settings, and the content."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from livegame.catalog.library import Library


class Stores:
    """Where everything is kept: the folder of runs and settings, and the content."""

    def folder(self) -> Path:
        """Where settings, runs and board live."""
        from livegame.runs.store import data_folder

        return data_folder()

    def library(self) -> "Library":
        """All content."""
        from livegame.catalog.library import library

        return library()

    def warm(self) -> None:
        """Import what playing needs, so that the first show opens without a pause."""
        import livegame.bots.foresee
        import livegame.runs.board
        import livegame.runs.session
        import livegame.runs.voices  # noqa: F401

        self.library()
