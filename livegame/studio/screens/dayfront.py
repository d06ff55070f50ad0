"""The front page of a campaign of several days, and where to go from here."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.runs.campaigns.paper import paper_of
from livegame.runs.campaigns.session import CampaignSession
from livegame.studio.screens.morning import BUTTONS, Morning
from livegame.studio.screens.room import Plan
from livegame.studio.widgets.button import Button
from livegame.studio.widgets.daypaper import DayPaper

if TYPE_CHECKING:
    from livegame.studio.answers.answer import Answer


class DaysFront(Morning):
    """A newspaper about the days."""

    HELP = "dayfront"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "go('again')", t("front.key.again"), id="front.again"),
        Binding("n", "go('rung')", t("dayfront.key.rung"), id="dayfront.rung"),
        Binding("b", "go('board')", t("front.key.board"), id="front.board"),
        Binding("w", "watch", t("dayfront.key.watch"), id="dayfront.watch"),
        Binding("s", "share", t("front.key.share"), id="front.share"),
        Binding("m,pagedown", "turn", t("front.key.turn"), id="front.turn"),
        Binding("question_mark", "why", t("why.key"), key_display="?", id="room.why"),
        Binding("t,escape", "go('title')", t("front.key.title"), id="front.title"),
        Binding("left", "app.focus_previous", show=False, id="front.left"),
        Binding("right", "app.focus_next", show=False, id="front.right"),
    ]

    def __init__(self, session: CampaignSession, news: Sequence[str] = ()) -> None:
        """`session` is over; `news` are the last night's, which nobody has read yet."""
        super().__init__(session.path)
        self.session = session
        self._news = news
        self._telling = False

    def panels(self) -> Iterable[Widget]:
        """The page and three buttons."""
        yield DayPaper(paper_of(self.session), self._news)
        for name in BUTTONS:
            yield Button(t(f"dayfront.button.{name}"), id=name)

    def floor(self, width: int, height: int) -> Plan:
        """The page, and the buttons below it."""
        ways = self.ways(width, height)
        return {"page": Region(0, 0, width, ways["again"].y), **ways}

    def on_mount(self) -> None:
        """Let go of the run and read the page."""
        self.session.close()
        self.read_page()

    def answer(self, why: str) -> "Answer | None":
        """A figure of the page taken apart."""
        from livegame.studio.answers import paper

        return paper.answer(self.query_one(DayPaper), why)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a way to the next rung only where there is one."""
        if action == "go" and parameters == ("rung",):
            season = self.session.season
            return season.rung.number < len(season.campaign.rung)
        return super().check_action(action, parameters)

    def action_watch(self) -> None:
        """Have the run told day by day; it is played again for it."""
        if self.path is None:
            self.say(t("dayfront.no_file"))
        elif not self._telling:
            self._telling = True
            self.say(t("dayfront.telling"))
            self._tell(self.path)

    @work(thread=True, exit_on_error=False)
    def _tell(self, path: Path) -> None:
        try:
            watch = self.game.watching(path)
        except Exception as error:
            self.call_later(self._told, None, self.game.told(error))
            return
        self.call_later(self._told, watch, "")

    def _told(self, watch: Callable[[], None] | None, said: str) -> None:
        self._telling = False
        self.say(said)
        if watch and self.is_active:
            watch()

    def action_go(self, where: str) -> None:
        """The same days again, the next rung, the board, or home."""
        season = self.session.season
        rung = season.rung.number
        if where in ("again", "rung"):
            step = rung + (where == "rung")
            self.game.days_again(season.campaign.id, season.role, step)
        elif where == "board":
            self.game.board(str(self.path or ""))
        else:
            self.game.back()
