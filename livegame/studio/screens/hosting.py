"""A campaign's show from its desk: into the studio, or by the running order, and back with what it
brought."""

from textual import work

from livegame.runs.campaigns.evening import EveningSession
from livegame.runs.campaigns.news import show_line
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.problems import RunError
from livegame.studio.runningorder import RunningOrder
from livegame.studio.screens.room import Room
from livegame.studio.widgets.prose import Prose


class Hosting(Room):
    """What the desk does while its show is on; what the desk shows is the desk's own."""

    def __init__(self, session: CampaignSession) -> None:
        super().__init__()
        self._session = session
        self._news: list[str] = []
        self._evening: EveningSession | None = None
        self._order = RunningOrder()
        self._before = session.moment.days

    def _fill(self) -> None:
        """Show the moment anew."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Back from the studio: what the show brought."""
        show = self._evening
        if show is None:
            return
        self._evening = None
        if not self._session.moment.on_air:
            self._tell_show()
        self._fill()

    def _tell_show(self) -> None:
        now = self._session.moment.days
        self._news.append(show_line(self._session.season, self._before, now))

    def _host(self) -> None:
        from livegame.studio.screens.evening import evening_room

        self._before = self._session.moment.days
        self._evening = EveningSession(self._session)
        self.game.push_screen(evening_room(self.game.house, self._evening))

    def action_script(self) -> None:
        """Let the running order host tonight: a great night takes it seconds."""
        try:
            show = EveningSession(self._session)
        except RunError as error:
            self.say(str(error))
            return
        self._before = self._session.moment.days
        self._order.percent = 0
        self._fill()
        self._script(show)

    @work(thread=True)
    def _script(self, show: EveningSession) -> None:
        wrong = ""
        try:
            self._order.host(show, lambda percent: self.call_later(self._hosted, percent))
        except RunError as error:
            wrong = str(error)
        self.call_later(self._scripted, wrong)

    def _hosted(self, percent: int) -> None:
        self._order.percent = percent
        self.query_one("#row", Prose).redraw()

    def _scripted(self, wrong: str) -> None:
        self._order.percent = None
        if wrong:
            self.say(wrong)
        else:
            self._tell_show()
        self._fill()
