"""The studio's way to everything behind it; each piece is imported when it is first wanted."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from livegame.studio.ports import Rival, Today

if TYPE_CHECKING:
    from livegame.catalog.library import Library
    from livegame.engine.actions import Beat
    from livegame.runs.ghost import Ghost
    from livegame.runs.playback import Playback
    from livegame.runs.theatre import Reel, Showing
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

    def attraction(self, turn: int) -> "Reel | None":
        """One of history's broadcasts, each in its turn; None if none can be shown."""
        from livegame.runs.problems import RunError
        from livegame.runs.saved import broadcasts

        files = broadcasts()
        try:
            return self.reel(files[turn % len(files)]) if files else None
        except RunError:
            return None

    def take_over(self, playback: "Playback", player: str) -> "Playable":
        """A run of one's own that goes on from the moment a playback shows.

        Raises:
            Exception: in one line why it cannot begin.
        """
        from livegame.runs.session import Session

        return Session.take_over(playback, player=player)

    def rivals(self, scenario: str) -> dict[str, list[Rival]]:
        """For each role of a night the runs that can be raced; reads the board.

        Raises:
            Exception: in one line why it cannot be read.
        """
        from livegame.runs.saved import broadcast_path

        found: dict[str, list[Rival]] = {}
        for role in self.library().scenarios[scenario].roles:
            path = broadcast_path(scenario, role)
            found[role] = [Rival("history", path)] if path else []
        best = [row for row in self.rows() if row.scenario == scenario and row.verified]
        for row in best:
            mine = found.setdefault(row.role, [])
            if all(rival.name != "best" for rival in mine) and Path(row.file).is_file():
                mine.append(Rival("best", Path(row.file)))
        return found

    def ghost(self, path: Path, scenario: str) -> "Ghost":
        """A run to race; takes half a second, so ask in a thread.

        Raises:
            Exception: in one line why it cannot be raced.
        """
        from livegame.runs.ghost import Ghost

        return Ghost.open(path, scenario=scenario)

    def today(self) -> Today:
        """The day's challenge, and how far one has got with it; compiles the night.

        Raises:
            Exception: in one line why there is none.
        """
        from livegame.runs.attempts import attempt_at
        from livegame.runs.challenge import challenge_of
        from livegame.runs.clock import today

        asked = challenge_of(today())
        mine = attempt_at(asked.day)
        file, points = (mine.file, mine.points) if mine else (None, None)
        return Today(asked.day, asked.scenario, asked.role, file, points)

    def start_today(self, today: Today, player: str) -> "Playable":
        """The one ranked attempt at a day's challenge, or practice if it is over.

        Raises:
            Exception: in one line why it cannot start.
        """
        from livegame.runs.attempts import begin_attempt, practise

        begin = practise if today.file else begin_attempt
        return begin(today.day, player=player)

    def share(self, path: Path) -> str:
        """A result to pass on.

        Raises:
            Exception: in one line why there is none.
        """
        from livegame.runs.share import share_text

        return share_text(path)

    def warm(self) -> None:
        """Import what playing needs, so that the first show opens without a pause."""
        import livegame.bots.forecast
        import livegame.runs.board
        import livegame.runs.session
        import livegame.runs.voices  # noqa: F401

        self.library()
