"""The front page: the result beside history's, the account, and a row on the board."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.studio.screens.morning import BUTTONS, Morning
from livegame.studio.screens.room import Plan
from livegame.studio.show import Show
from livegame.studio.widgets.button import Button
from livegame.studio.widgets.curve import Curve
from livegame.studio.widgets.newspaper import Newspaper
from livegame.studio.widgets.tonight import Tonight

if TYPE_CHECKING:
    from livegame.studio.answers.answer import Answer

PAGE = 30


class FrontPage(Morning):
    """A newspaper about the show, and where to go from here."""

    HELP = "front"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "go('again')", t("front.key.again"), id="front.again"),
        Binding("b", "go('board')", t("front.key.board"), id="front.board"),
        Binding("r", "review", t("review.key.review"), id="front.review"),
        Binding("s", "share", t("front.key.share"), id="front.share"),
        Binding("m,pagedown", "turn", t("front.key.turn"), id="front.turn"),
        Binding("question_mark", "why", t("why.key"), key_display="?", id="room.why"),
        Binding("t,escape", "go('title')", t("front.key.title"), id="front.title"),
        Binding("left", "app.focus_previous", show=False, id="front.left"),
        Binding("right", "app.focus_next", show=False, id="front.right"),
    ]

    def __init__(self, show: Show) -> None:
        super().__init__(show.session.path)
        self.show = show

    def panels(self) -> Iterable[Widget]:
        """The page, the curves, the night's table, three buttons."""
        self.show.dollars = self.game.settings.dollars
        yield Newspaper(self.show)
        yield Curve(self.show, "watching", lambda show: show.session.watching, "curve")
        yield Curve(self.show, "sales", lambda show: show.session.sales, "curve2")
        yield Tonight(self.show, "tonight")
        for name in BUTTONS:
            yield Button(t(f"front.button.{name}"), id=name)

    def floor(self, width: int, height: int) -> Plan:
        """The page; below it the evening's curves where there is room, then the buttons."""
        plan = self.ways(width, height)
        page = plan["again"].y
        whole = PAGE + 2 * self.show.dollars
        if width >= 150 and page - whole >= 8:
            third = (width - 6) // 3
            for n, name in enumerate(("watching", "sales", "tonight")):
                plan[name] = Region(n * (third + 3), whole + 1, third, page - whole - 2)
            page = whole
        plan["page"] = Region(0, 0, width, page)
        return plan

    def answer(self, why: str) -> "Answer | None":
        """A figure of the page, of the curves or of the night's table, taken apart."""
        from livegame.studio.answers import page, room

        if why in ("peak", "takings", "time", "outside", "night"):
            return room.answer(self.show, why, partial(self.game.house.because, self.show.session))
        return page.answer(self.show, why)

    def on_mount(self) -> None:
        """Let go of the run and read the page."""
        self.show.session.close()
        self.read_page()

    def action_review(self) -> None:
        """What each choice was worth."""
        if self.path:
            self.game.review(self.path)
        else:
            self.say(t("review.refuse.no_file"))

    def action_go(self, where: str) -> None:
        """Another night, the board, or home."""
        if where == "again":
            session = self.show.session
            self.game.again(session.scenario.id, session.role, session.scenario.step)
        elif where == "board":
            self.game.board(str(self.path or ""))
        else:
            self.game.back()
