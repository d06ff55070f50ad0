"""The studio's way to everything behind it; each piece is imported when it is first wanted."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from livegame.catalog.library import Library
    from livegame.engine.actions import Beat
    from livegame.studio.ports import BoardRow, Forecast, Playable, Speaker


class House:
    """Runs, board, forecasts, chat and content of the installed game."""

    def folder(self) -> Path:
        """Where settings, runs and board live."""
        from livegame.runs.store import data_folder

        return data_folder()

    def library(self) -> "Library":
        """All content."""
        from livegame.catalog.library import library

        return library()

    def start(self, scenario: str, role: str, seed: int | None, player: str) -> "Playable":
        """A new run.

        Raises:
            Exception: in one line why it cannot start.
        """
        from livegame.runs.session import Session

        mode = "free" if seed is None else "seeded"
        return Session.start(scenario, role, seed=seed, mode=mode, player=player)

    def rehearse(self, scenario: str, role: str) -> "Playable":
        """A run without a file, to see what a plan would be.

        Raises:
            Exception: in one line why it cannot start.
        """
        from livegame.runs.session import Session

        return Session.start(scenario, role, seed=0, mode="practice", keep=False)

    def resume(self, path: Path) -> "Playable":
        """An unfinished run, at the moment it was left.

        Raises:
            Exception: in one line why it cannot go on.
        """
        from livegame.runs.session import Session

        return Session.resume(path)

    def unfinished(self) -> Sequence[Path]:
        """Run files that wait to be continued, newest first."""
        from livegame.runs.store import unfinished

        return unfinished()

    def about(self, path: Path) -> str:
        """Whose show a run file holds, for the menu."""
        from livegame.runs.store import peek

        header, _ = peek(path)
        host = self.library().hosts.get(header.role)
        return host.country if host else header.role

    def forecast(self, session: Any, beats: "Sequence[Beat]") -> "Sequence[Forecast]":
        """What each beat would bring; takes a tenth of a second, so ask in a thread."""
        from livegame.bots.forecast import forecast

        return forecast(session.world, session.state, session.room, beats)

    def voices(self, seed: int) -> "Speaker":
        """Somebody to speak for the viewers."""
        from livegame.runs.voices import Voices

        return Voices(seed)

    def rows(self, sort: str = "points") -> "Sequence[BoardRow]":
        """The board, brought up to date with the run files.

        Raises:
            Exception: in one line why it cannot be read.
        """
        from livegame.runs.board import Board

        board = Board()
        board.refresh()
        return board.rows(sort=sort)

    def roles(self) -> list[str]:
        """All offices of all nights, in order, each once."""
        scenes = self.library().scenarios.values()
        return list(dict.fromkeys(role for scene in scenes for role in scene.roles))

    def enter(self, path: Path) -> "BoardRow | None":
        """Replay a finished run and put it on the board.

        Raises:
            Exception: in one line why it cannot be entered.
        """
        from livegame.runs.board import Board

        return Board().add(path)

    def warm(self) -> None:
        """Import what playing needs, so that the first show opens without a pause."""
        import livegame.bots.forecast
        import livegame.runs.board
        import livegame.runs.session
        import livegame.runs.voices  # noqa: F401

        self.library()
