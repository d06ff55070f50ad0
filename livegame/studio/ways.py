"""The ways between the rooms: who opens what, and what is said where a way is barred."""

from pathlib import Path
from typing import TYPE_CHECKING

from livegame.catalog.texts import t
from livegame.studio import doors
from livegame.studio.ending import CleanEnd

if TYPE_CHECKING:
    from livegame.engine.actions import Plan
    from livegame.runs.theatre import Reel
    from livegame.studio.house import House
    from livegame.studio.ports import Rival, Today
    from livegame.studio.settings import Settings
    from livegame.studio.show import Show
    from livegame.studio.watched import Watched


class Ways(CleanEnd):
    """The app as its rooms know it.

    Attributes:
        house: the way to runs, board, forecasts and content.
        settings: what the player has set.
        seed: of the next run; None if it is drawn.
    """

    house: "House"
    settings: "Settings"
    seed: int | None

    def say(self, text: str) -> None:
        """A notice in the key bar of the room in front."""
        raise NotImplementedError

    def open(self, name: str) -> None:
        """Open a room on top of this one."""
        self.push_screen(doors.room(name))

    def green(self, scenario: str | None = None, role: str | None = None) -> None:
        """To the green room."""
        self.push_screen(doors.green(scenario, role))

    def challenge(self, today: "Today") -> None:
        """To the green room of the day's challenge, or on with the attempt that was begun."""
        if today.file and today.points is None:
            self.resume(today.file)
        else:
            self.push_screen(doors.green(today.scenario, today.role, today))

    def air(
        self,
        scenario: str,
        role: str,
        plan: "Plan | None",
        rival: "Rival | None" = None,
        today: "Today | None" = None,
    ) -> None:
        """On air: begin a run with a plan and go from the green room to the studio."""
        player = self.settings.name
        try:
            if today:
                session = self.house.start_today(today, player)
            else:
                session = self.house.start(scenario, role, self.seed, player)
            if plan:
                session.decide(plan)
        except Exception as error:
            self._refused(error)
            return
        self.seed = None
        self.switch_screen(doors.studio(self.house, session, rival=rival))

    def resume(self, path: Path) -> None:
        """Back on air, where the run was left."""
        try:
            session = self.house.resume(path)
        except Exception as error:
            self._refused(error)
            return
        if session.finished:
            self.front(doors.show(self.house, session))
        else:
            self.push_screen(doors.studio(self.house, session, back=True))

    def roll(self, reel: "Reel") -> None:
        """Watch a run."""
        self.push_screen(doors.watch(self.house, reel))

    def attract(self, reel: "Reel") -> None:
        """Let a run play itself until somebody presses a key."""
        self.push_screen(doors.watch(self.house, reel, attract=True))

    def take_over(self, run: "Watched") -> None:
        """From watching to playing: a run of one's own goes on from this moment."""
        try:
            session = self.house.take_over(run.reel.playback, self.settings.name)
        except Exception as error:
            self._refused(error)
            return
        hello = t("theatre.taken", time=run.time)
        self.switch_screen(doors.studio(self.house, session, hello=hello))

    def front(self, show: "Show") -> None:
        """From the studio to the front page."""
        self.switch_screen(doors.front(show))

    def again(self, scenario: str, role: str) -> None:
        """From the front page to the green room, for another night."""
        self.switch_screen(doors.green(scenario, role))

    def board(self, mark: str) -> None:
        """From the front page to the board, one row marked."""
        self.switch_screen(doors.board(mark))

    def _refused(self, error: Exception) -> None:
        """Say in the key bar why something can't be done."""
        self.say(self.told(error))

    def told(self, error: Exception) -> str:
        """An error in one line, if it is one that tells; any other one is raised again."""
        from livegame.catalog.problems import ContentError
        from livegame.runs.problems import RunError

        if not isinstance(error, ContentError | RunError):
            raise error
        return str(error)

    def back(self) -> None:
        """Close the room in front, unless it is the last."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
