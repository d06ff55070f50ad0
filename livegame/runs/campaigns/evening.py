"""An evening's show of a campaign as a session, so that every front end hosts it as any night."""

from collections.abc import Callable

from attrs import evolve

from livegame.catalog.nights import Scenario
from livegame.catalog.texts import t
from livegame.engine.actions import Action
from livegame.engine.events import Event
from livegame.engine.rivals import scripted
from livegame.runs.campaigns.names import date_of
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.problems import RunError
from livegame.runs.session import Session
from livegame.runs.track import Track


class EveningSession(Session):
    """The show that is on. Its decisions and ticks are the campaign's, in the campaign's file."""

    def __init__(self, campaign: CampaignSession) -> None:
        """`campaign` is on air.

        Raises:
            RunError: it is not.
        """
        if not campaign.moment.on_air:
            raise RunError(t("days.refuse.off_air"))
        self._campaign = campaign
        self._scene: Scenario | None = None
        super().__init__(self._now(), campaign.header, None)

    @property
    def scenario(self) -> Scenario:
        """The evening, on its own date."""
        if self._scene is None:
            day = date_of(self._campaign.season, self._campaign.moment.days.day)
            self._scene = evolve(self.world.scenario, date=day)
        return self._scene

    def _now(self) -> Track:
        world, show = self._campaign.moment.stage
        return Track(world, 0, show, "")

    def decide(self, action: Action) -> tuple[Event, ...]:
        """Take an instant decision or begin a beat.

        Raises:
            RunError: it is not allowed, or it cannot be written; then nothing has changed.
        """
        reason = self.why_not(action)
        if reason:
            raise RunError(reason)
        self._campaign.decide(action)
        return self._keep_action(self._now(), action)

    def advance(self) -> tuple[Event, ...]:
        """Let one tick pass.

        Raises:
            RunError: the show is over, or a checkpoint cannot be written.
        """
        if self.finished:
            raise RunError(t("engine.refuse.over"))
        self._campaign.advance()
        report = self._campaign.moment.report
        if report is None:
            raise RunError(t("days.refuse.off_air"))
        track = self._now()
        events = self._events(track, report)
        self._keep_tick(track, report, events)
        return events

    def by_script(
        self,
        progress: Callable[[int, int], object] = lambda done, of: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """Let the running order host the rest of the show; its decisions are in the file like any.

        Args:
            progress: takes the ticks gone by and those of the whole show, before each tick.
            stopped: whether to leave off before the next tick.

        Raises:
            RunError: they cannot be written.
        """
        while not (self.finished or stopped()):
            progress(self.view.tick, self.view.ticks)
            if self.view.idle:
                for action in scripted(self.world, self.state, self.room):
                    self.decide(action)
            self.advance()

    def mark(self) -> None:
        """Set a checkpoint in the campaign's file.

        Raises:
            RunError: it cannot be written.
        """
        self._campaign.mark()

    def close(self) -> None:
        """The campaign's file stays open: the night goes on."""
