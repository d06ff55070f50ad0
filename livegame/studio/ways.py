"""The ways between the rooms: who opens what, and what is said where a way is barred."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from livegame.catalog.figures import clock
from livegame.catalog.texts import t
from livegame.studio import doors
from livegame.studio.ending import CleanEnd

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from livegame.engine.actions import Plan
    from livegame.runs.campaigns.daytale import DayTale
    from livegame.runs.campaigns.session import CampaignSession
    from livegame.runs.theatre import Reel
    from livegame.studio.house import House
    from livegame.studio.ports import Errand, Rival, Today
    from livegame.studio.settings import Settings
    from livegame.studio.show import Show
    from livegame.studio.watched import Watched


class Ways(CleanEnd):
    """The app as its rooms know it.

    Attributes:
        house: the way to runs, board, forecasts and content.
        settings: what the player has set.
        seed: of the next run; None if it is drawn.
        left: file of the show that was last left before its end, if one was.
    """

    house: "House"
    settings: "Settings"
    seed: int | None
    left: Path | None = None

    def say(self, text: str) -> None:
        """A notice in the key bar of the room in front."""
        raise NotImplementedError

    def open(self, name: str) -> None:
        """Open a room on top of this one."""
        self.push_screen(doors.room(name))

    def green(
        self,
        scenario: str | None = None,
        role: str | None = None,
        rival: "Rival | None" = None,
    ) -> None:
        """To the green room; `rival` is a run chosen to race. A campaign has a door of its own."""
        if scenario in self.house.library().campaigns:
            self.push_screen(doors.days(scenario or "", role))
            return
        rung, self.house.rung = self.house.rung, 1
        self.push_screen(doors.green(scenario, role, rival=rival, rung=rung))

    def challenge(self, today: "Today", rival: "Rival | None" = None) -> None:
        """To the green room of the day's challenge, or on with the attempt that was begun."""
        if today.file and today.points is None:
            self.resume(today.file, rival)
        else:
            self.push_screen(doors.green(today.scenario, today.role, today, rival))

    def run_errand(self, errand: "Errand", scenario: str | None, role: str | None) -> None:
        """Go where the command line sends."""
        try:
            if errand.kind == "today":
                self.challenge(self.house.today(), errand.rival)
            elif errand.kind == "resume" and errand.file:
                self.resume(errand.file, errand.rival)
            elif errand.kind == "rehearsal":
                self.rehearse()
            elif errand.kind == "watch" and errand.file:
                self.roll(self.house.reel(errand.file))
            elif errand.kind == "take over" and errand.file:
                self._take_over_at(errand.file, errand.tick, errand.rival)
            else:
                self.green(scenario, role, errand.rival)
        except Exception as error:
            self._refused(error)

    def _take_over_at(self, file: Path, tick: int, rival: "Rival | None") -> None:
        reel = self.house.reel(file)
        reel.playback.jump(tick)
        session = self.house.take_over(reel.playback, self.settings.name, rival)
        scene = session.scenario
        time = clock(scene.starts, session.view.tick * scene.tick_seconds)
        hello = t("theatre.taken", time=time)
        self.push_screen(doors.studio(self.house, session, hello=hello, rival=rival, still=True))

    def air(
        self,
        scenario: str,
        role: str,
        plan: "Plan",
        rival: "Rival | None" = None,
        today: "Today | None" = None,
        rung: int = 1,
    ) -> None:
        """On air: begin a run with a plan and go from the green room to the studio."""
        player = self.settings.name
        try:
            if today:
                session = self.house.start_today(today, player, rival)
            else:
                session = self.house.start(scenario, role, self.seed, player, rival, rung)
            session.decide(plan)
        except Exception as error:
            self._refused(error)
            return
        self.seed = None
        self.switch_screen(doors.studio(self.house, session, rival=rival))

    def resume(self, path: Path, rival: "Rival | None" = None) -> None:
        """Back on air, where the run was left; the run that it raced is raced again, unless
        there is another `rival`. A campaign of several days goes on at its desk."""
        lost = False
        try:
            campaign = self.house.days(path)
            if campaign:
                self.push_screen(doors.desk(campaign))
                return
            session = self.house.resume(path)
            if rival is None:
                rival, lost = self.house.raced(path, self.settings.league)
        except Exception as error:
            self._refused(self._named(error, path))
            return
        if session.finished:
            self.front(doors.show(self.house, session))
            return
        hello = t("theatre.race_lost") if lost else ""
        self.push_screen(doors.studio(self.house, session, back=True, hello=hello, rival=rival))

    def rehearse(self, take: int = 1) -> None:
        """The guided first show; a later take goes on in its place."""
        try:
            room = doors.rehearsal(self.house, take)
        except Exception as error:
            self._refused(error)
            return
        if take > 1:
            self.switch_screen(room)
        else:
            self.push_screen(room)

    def watching(self, path: Path) -> "Callable[[], None]":
        """How to show a run: a night is watched, a campaign of several days stepped through. Half
        a second, so ask in a thread; call what it gives in the app's.

        Raises:
            Exception: in one line why it cannot be shown.
        """
        tale = self.house.tale(path)
        if tale is None:
            return partial(self.roll, self.house.reel(path))
        if not tale.pages:
            return partial(self.read, t("days.studio.told"), "\n".join(tale.end))
        return partial(self.roll_days, tale)

    def read(self, title: str, text: str) -> None:
        """A text over the room in front."""
        self.push_screen(doors.sheet(title, text))

    def roll_days(self, tale: "DayTale") -> None:
        """Go through a campaign's run day by day."""
        self.push_screen(doors.day_watch(tale))

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
        self.switch_screen(doors.studio(self.house, session, hello=hello, still=True))

    def front(self, show: "Show") -> None:
        """From the studio to the front page."""
        self.switch_screen(doors.front(show))

    def review(self, file: Path) -> None:
        """The review of a finished run, over the room in front."""
        self.push_screen(doors.review(file))

    def again(self, scenario: str, role: str, rung: int = 1) -> None:
        """From the front page to the green room, for another night on the same rung."""
        self.switch_screen(doors.green(scenario, role, rung=rung))

    def days_front(self, session: "CampaignSession", news: "Sequence[str]" = ()) -> None:
        """From a campaign's desk to its front page; `news` are the last night's."""
        self.switch_screen(doors.days_front(session, news))

    def days_again(self, campaign: str, role: str, rung: int) -> None:
        """From a campaign's front page to its door, for the same role on a rung."""
        self.switch_screen(doors.days(campaign, role, rung))

    def ladder(self, folder: Path | None) -> None:
        """The ladder of the day's challenge, of one's own runs or of a league's."""
        self.push_screen(doors.ladder(folder))

    def board(self, mark: str) -> None:
        """The board over the front page, one row marked."""
        self.push_screen(doors.board(mark))

    def _refused(self, error: Exception) -> None:
        """Say why something can't be done: in the key bar, or on a sheet if that is too short."""
        told = self.told(error)
        if len(told) < self.size.width - 6:
            self.say(told)
        else:
            self.push_screen(doors.sheet(t("common.error.title"), told))

    def _named(self, error: Exception, path: Path) -> Exception:
        """A run that is open elsewhere is called by its night and office, not by its file: players
        know it by those."""
        from livegame.runs.problems import InUse

        if not isinstance(error, InUse):
            return error
        office, night = self.house.about(path)
        return InUse(t("common.error.in_use", office=office, night=night))

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
