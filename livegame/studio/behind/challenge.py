"""The day's challenge: what it is, the one attempt at it, and its ladder."""

from pathlib import Path
from typing import TYPE_CHECKING

from livegame.studio.behind.boards import Boards
from livegame.studio.behind.starts import race_options
from livegame.studio.ports import Rival, Steps, Today

if TYPE_CHECKING:
    from livegame.studio.ports import Playable


class Challenge(Boards):
    """The day's challenge: what it is, the one attempt at it, and its ladder."""

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
