"""The studio's way to everything behind it; each piece is imported when it is first wanted."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from livegame.studio.ports import Rival, Steps, Today

if TYPE_CHECKING:
    from livegame.bots.foresee import Foreseer
    from livegame.bots.review.report import Review
    from livegame.catalog.library import Library
    from livegame.engine.actions import Beat
    from livegame.runs.campaigns.session import CampaignSession
    from livegame.runs.ghost import Ghost
    from livegame.runs.league import Progress
    from livegame.runs.panels import Panel
    from livegame.runs.playback import Playback
    from livegame.runs.rehearsal import RehearsalSession
    from livegame.runs.rungs import Step
    from livegame.runs.theatre import Reel, Showing
    from livegame.studio.ports import BoardRow, Forecast, Playable, Speaker


class House:
    """Runs, board, forecasts, chat and content of the installed game."""

    practice = False  # new runs are practice, in which the co-host helps
    rung = 1  # on which the first green room opens; a code's need not be open yet
    _foreseer: "Foreseer | None" = None

    def folder(self) -> Path:
        """Where settings, runs and board live."""
        from livegame.runs.store import data_folder

        return data_folder()

    def library(self) -> "Library":
        """All content."""
        from livegame.catalog.library import library

        return library()

    def start(
        self,
        scenario: str,
        role: str,
        seed: int | None,
        player: str,
        rival: Rival | None = None,
        rung: int = 1,
    ) -> "Playable":
        """A new run, on a rung of difficulty; its file says whom it races.

        Raises:
            Exception: in one line why it cannot start.
        """
        from livegame.runs.hints import PRACTICE, with_hints
        from livegame.runs.session import Session

        mode = "free" if seed is None else "seeded"
        options = race_options(rival, scenario)
        if self.practice:
            mode, options = PRACTICE, with_hints(options)
        return Session.start(
            scenario, role, seed=seed, mode=mode, player=player, options=options, rung=rung
        )

    def rehearse(self, scenario: str, role: str, rung: int = 1) -> "Playable":
        """A run without a file, to see what a plan would be.

        Raises:
            Exception: in one line why it cannot start.
        """
        from livegame.runs.session import Session

        return Session.start(scenario, role, seed=0, mode="practice", keep=False, rung=rung)

    def rehearsal(self) -> "RehearsalSession":
        """A guided first show, without a file.

        Raises:
            Exception: in one line why there is none.
        """
        from livegame.runs.rehearsal import start

        return start()

    def newcomer(self) -> bool:
        """Whether nobody has begun a run here yet; cheap, because the first frame asks."""
        from livegame.studio.settings import home

        return next((home() / "runs").rglob("*.live"), None) is None

    def resume(self, path: Path) -> "Playable":
        """An unfinished run, at the moment it was left.

        Raises:
            Exception: in one line why it cannot go on.
        """
        from livegame.runs.session import Session

        return Session.resume(path)

    def days(self, path: Path) -> "CampaignSession | None":
        """An unfinished campaign of several days, at the step it was left; None for a night.

        Raises:
            Exception: in one line why it cannot go on.
        """
        from livegame.runs.store import peek

        if peek(path)[0].scenario not in self.library().campaigns:
            return None
        from livegame.runs.campaigns.session import CampaignSession

        return CampaignSession.resume(path)

    def raced(self, path: Path, league: str) -> tuple[Rival | None, bool]:
        """The run that an unfinished one races, and whether it races one that is not to be found.

        Raises:
            Exception: in one line why the file cannot be read.
        """
        from livegame.runs.raced import raced
        from livegame.runs.store import peek

        found = raced(peek(path)[0], Path(league) if league else None)
        if found is None or found.file is None:
            return None, found is not None
        return Rival(found.name or "chosen", found.file), False

    def unfinished(self) -> Sequence[Path]:
        """Run files that wait to be continued, newest first."""
        from livegame.runs.campaigns.waiting import waiting
        from livegame.runs.store import newest_first, unfinished

        return newest_first([*unfinished(), *waiting()])

    def about(self, path: Path) -> str:
        """Whose show a run file holds, for the menu."""
        from livegame.runs.store import peek

        header, _ = peek(path)
        host = self.library().hosts.get(header.role)
        return host.country if host else header.role

    def forecast(self, session: Any, beats: "Sequence[Beat]") -> "Sequence[Forecast]":
        """What each beat would bring; takes a tenth of a second, so ask in a thread.

        It is computed in a process of its own, so that the screen goes on painting.
        """
        return self._forecasts().forecast(session.world, session.state, session.room, beats)

    def _forecasts(self) -> "Foreseer":
        if self._foreseer is None:
            from livegame.bots.foresee import Foreseer

            self._foreseer = Foreseer()
        return self._foreseer

    def hint(self, session: Any) -> str:
        """What the co-host would do now, and why; ask in a thread."""
        from livegame.bots.cohost import hint

        return hint(session)

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

    def boards(self, sort: str = "points") -> "Sequence[Panel]":
        """The boards, one for each way to play each room, brought up to date.

        Raises:
            Exception: in one line why they cannot be read.
        """
        from livegame.runs.panels import panels

        return panels(self.rows(sort), sort)  # type: ignore[arg-type]

    def league(self, folder: Path, sort: str, progress: "Progress") -> "Sequence[Panel]":
        """The boards of a folder's runs, each of them verified; ask in a thread.

        Raises:
            Exception: in one line why the folder cannot be read.
        """
        from livegame.runs.league import league_apart
        from livegame.runs.panels import panels

        return panels(league_apart(folder, sort, progress), sort)

    def ladder(self, folder: Path | None) -> Steps:
        """The day's challenge, its attempts and the ladder, in one's own runs or a folder's.

        Raises:
            Exception: in one line why they cannot be read.
        """
        from livegame.runs.attempts import attempts
        from livegame.runs.ladder import proven_ladder

        today = self.today()
        tried = attempts(folder)
        now = [attempt for attempt in tried if attempt.day == today.day]
        return Steps(today, now, proven_ladder(tried, today.day, self.proven(folder)))

    def proven(self, folder: Path | None) -> set[str]:
        """The files of the challenges that were replayed to their points."""
        from livegame.runs.challenge import CHALLENGE

        if folder is None:
            return {row.file for row in self.rows() if row.verified and row.mode == CHALLENGE}
        from livegame.runs.ladder import proven_files

        return proven_files(folder)

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

    def review(
        self, path: Path, progress: Callable[[int, int], None], stop: Callable[[], bool]
    ) -> "Review":
        """What each choice of a finished run was worth; many seconds, so ask in a thread.

        Raises:
            Stopped: `stop` said so.
            Exception: in one line why there is no review.
        """
        import os

        from livegame.bots.review.report import review

        jobs = max(2, os.cpu_count() or 1)
        return review(path, jobs=jobs, progress=progress, stop=stop)

    def reel(self, path: Path) -> "Reel":
        """A run ready to be watched; takes half a second, so ask in a thread.

        Raises:
            Exception: in one line why it cannot be watched.
        """
        from livegame.runs.theatre import Reel

        return Reel.open(path)

    def tale(self, path: Path) -> str | None:
        """A campaign of several days told from its first morning to its last page, as far as its
        file goes; None for a night. It is replayed twice, so ask in a thread.

        Raises:
            Exception: in one line why it cannot be read.
        """
        from livegame.runs.runfile import read_run
        from livegame.runs.store import peek

        if peek(path)[0].scenario not in self.library().campaigns:
            return None
        from livegame.studio.daytold import tell_campaign

        return "\n".join(tell_campaign(read_run(path)))

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

    def take_over(
        self, playback: "Playback", player: str, rival: Rival | None = None
    ) -> "Playable":
        """A run of one's own that goes on from the moment a playback shows; `rival` is raced.

        Raises:
            Exception: in one line why it cannot begin.
        """
        from livegame.runs.session import Session

        options = race_options(rival, playback.scenario.id)
        return Session.take_over(playback, player=player, options=options)

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

    def steps(self, scenario: str) -> "list[Step]":
        """The rungs of a night, and which of them are open; reads the board.

        Raises:
            Exception: in one line why it cannot be read.
        """
        from livegame.runs.rungs import steps_of

        return steps_of(self.library().scenarios[scenario], self.rows())

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

    def start_today(self, today: Today, player: str, rival: Rival | None = None) -> "Playable":
        """The one ranked attempt at a day's challenge, or practice if it is over.

        Raises:
            Exception: in one line why it cannot start.
        """
        from livegame.runs.attempts import begin_attempt, practise

        begin = practise if today.file else begin_attempt
        return begin(today.day, player=player, options=race_options(rival, today.scenario))

    def share(self, path: Path) -> str:
        """A result to pass on.

        Raises:
            Exception: in one line why there is none.
        """
        from livegame.runs.share import share_text

        return share_text(path)

    def warm(self) -> None:
        """Import what playing needs, so that the first show opens without a pause."""
        import livegame.bots.foresee
        import livegame.runs.board
        import livegame.runs.session
        import livegame.runs.voices  # noqa: F401

        self.library()


def race_options(rival: Rival | None, scenario: str) -> dict[str, int | str]:
    """What a run's header says of the run that is raced.

    Raises:
        Exception: in one line why it cannot be raced.
    """
    if rival is None:
        return {}
    from livegame.runs import raced

    return raced.race_options(rival.file, scenario, rival.name)
