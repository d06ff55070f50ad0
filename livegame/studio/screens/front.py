"""The front page: the result beside history's, the account, and a row on the board."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio.lines import Line
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.room import Plan, Room
from livegame.studio.show import Show
from livegame.studio.widgets.button import Button
from livegame.studio.widgets.curve import Curve
from livegame.studio.widgets.newspaper import Newspaper
from livegame.studio.widgets.tonight import Tonight
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.studio.answers.answer import Answer

PAGE = 30
BUTTONS = ("again", "board", "title")


def shared(text: str, width: int) -> list[Line]:
    """The lines to pass on, as they are copied."""
    lines = [part for row in text.split("\n") for part in flow(row, width)]
    return [*lines, (), *flow(t("front.share.copied"), width, "dim")]


class FrontPage(Room):
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
        super().__init__()
        self.show = show
        self._mark = ""

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
        tall = 3 if height >= 34 else 1
        each = (width - 4) // len(BUTTONS)
        page = height - tall
        whole = PAGE + 2 * self.show.dollars
        plan: Plan = {}
        if width >= 150 and page - whole >= 8:
            third = (width - 6) // 3
            for n, name in enumerate(("watching", "sales", "tonight")):
                plan[name] = Region(n * (third + 3), whole + 1, third, page - whole - 2)
            page = whole
        plan["page"] = Region(0, 0, width, page)
        for n, name in enumerate(BUTTONS):
            plan[name] = Region(1 + n * (each + 1), height - tall, each, tall)
        return plan

    def answer(self, why: str) -> "Answer | None":
        """A figure of the page, of the curves or of the night's table, taken apart."""
        from livegame.studio.answers import page, room

        if why in ("peak", "takings", "time", "outside", "night"):
            return room.answer(self.show, why, partial(self.game.house.because, self.show.session))
        return page.answer(self.show, why)

    def action_why(self) -> None:
        """What stands behind the figures; the points first."""
        self.ask("part:points")

    def on_mount(self) -> None:
        """Read the page; the run is replayed meanwhile."""
        self.query_one("#again", Button).focus()
        self.show.session.close()
        path = self.show.session.path
        if path:
            self._mark = str(path)
            self._prove()
        else:
            self._proved(t("front.proof.practice"), "dim")

    @work(thread=True, exit_on_error=False)
    def _prove(self) -> None:
        """Replay the run and enter it on the board."""
        path = self.show.session.path
        row = self.game.house.enter(path) if path else None
        if row is None:
            told = (t("front.proof.none"), "bad")
        elif row.verified:
            boards = [board.rows for board in self.game.house.boards()]
            own = next((b for b in boards if any(one.file == row.file for one in b)), ())
            rows = [other for other in own if other.verified]
            at = next((n for n, other in enumerate(rows, 1) if other.file == row.file), 0)
            words = {"place": figures.ordinal(at), "rows": figures.count(len(rows))}
            known = t("front.proof.verified", **words) if at else t("front.proof.twice")
            told = (known, "good")
        else:
            told = (t("front.proof.failed", why=row.why), "bad")
        self.call_later(self._proved, *told)

    def _proved(self, text: str, ink: str) -> None:
        page = self.query_one(Newspaper)
        page.proof = (text, ink)
        page.redraw()

    def on_button_pressed(self, pressed: Button.Pressed) -> None:
        """A button."""
        self.action_go(pressed.button.id or "title")

    def action_turn(self) -> None:
        """The next page."""
        self.query_one(Newspaper).turn()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a page to turn only where there are several."""
        if action == "turn":
            return any(page.pages > 1 for page in self.query(Newspaper))
        return super().check_action(action, parameters)

    def action_share(self) -> None:
        """A few lines to pass on: shown, and copied where the terminal allows it."""
        path = self.show.session.path
        if path is None:
            self.say(t("front.proof.practice"))
            return
        try:
            text = self.game.house.share(path)
        except Exception as error:
            self.say(self.game.told(error))
            return
        self.app.copy_to_clipboard(text)
        self.app.push_screen(Reading(t("front.share.title"), partial(shared, text)))

    def action_review(self) -> None:
        """What each choice was worth."""
        path = self.show.session.path
        if path:
            self.game.review(path)
        else:
            self.say(t("review.refuse.no_file"))

    def action_go(self, where: str) -> None:
        """Another night, the board, or home."""
        if where == "again":
            session = self.show.session
            self.game.again(session.scenario.id, session.role, session.scenario.step)
        elif where == "board":
            self.game.board(self._mark)
        else:
            self.game.back()
