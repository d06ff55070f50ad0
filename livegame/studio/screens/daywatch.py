"""A campaign's run stepped through day by day: the morning's orders, and what came of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.runs.campaigns.daytale import DayTale
from livegame.studio.lines import Line
from livegame.studio.pages import SEAM
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.daybars import day_bars
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.prose import Prose
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.studio.answers.answer import Answer


class Days(Panel):
    """The days as bars; a click goes to one."""

    def __init__(self, tale: DayTale) -> None:
        super().__init__(id="days")
        self._tale = tale
        self.at = 0

    def draw(self, width: int, height: int) -> list[Line]:
        """Head, the days that are over, what the signs mean, whose days they are."""
        tale, season = self._tale, self._tale.season
        if season is None:
            return []
        bars = day_bars(season, tale.rows, tale.history, width, at=self.at)
        words = {"title": season.campaign.title, "rung": season.rung.name}
        who = self.game.house.library().hosts[season.role].country
        told = t("dayfront.watch.whose", who=who, **words)
        return [*bars, (), *flow(told, width - 1, "note", " ")][:height]


class DaysWatch(Room):
    """The days at the left, one day's orders and report at the right; the end behind the last."""

    HELP = "daywatch"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "seek(-1)", show=False, id="watch.back"),
        Binding("right", "seek(1)", t("dayfront.key.day"), key_display="← →", id="watch.on"),
        Binding("home", "go(0)", show=False, id="watch.start"),
        Binding("end", "go(99999)", show=False, id="watch.end"),
        Binding("question_mark", "why", t("why.key"), key_display="?", id="room.why"),
        Binding("escape", "back", t("common.key.back"), key_display="esc", id="room.back"),
    ]

    def __init__(self, tale: DayTale) -> None:
        super().__init__()
        self.tale = tale
        self.at = 0  # of the days, or one behind them for the end

    def panels(self) -> Iterable[Widget]:
        """Days, orders, report."""
        yield Days(self.tale)
        yield Prose(id="orders")
        yield Prose(id="report")

    def floor(self, width: int, height: int) -> Plan:
        """Days at the left, orders above the report at the right; the end has all of that side."""
        left = max(34, width * 2 // 5)
        x, room = left + 2, width - left - 3
        half = 0 if self._over else height // 2
        return {
            "days": Region(0, 0, left, height),
            "orders": Region(x, 0, room, half),
            "report": Region(x, half, room, height - half),
        }

    @property
    def _over(self) -> bool:
        return self.at >= len(self.tale.pages)

    def on_mount(self) -> None:
        """From the first morning."""
        self._look()

    def _look(self) -> None:
        """The day that is looked at."""
        days, tale = self.query_one(Days), self.tale
        days.at = self.at
        days.redraw()
        orders, report = self.query_one("#orders", Prose), self.query_one("#report", Prose)
        if self._over:
            orders.tell(lambda _: ())
            report.tell(lambda width: _lines(tale.end, width), t("dayfront.watch.end"))
        else:
            page = tale.pages[self.at]
            orders.tell(lambda width: _lines(page.orders, width), page.head)
            told = page.report or (t("dayfront.watch.open"),)
            report.tell(lambda width: _lines(told, width), t("dayfront.watch.report"))
        days.refresh(layout=True)  # the end has the whole height
        self.refresh_bindings()

    def action_go(self, day: int) -> None:
        """To a day, or behind the last one to the end."""
        self.at = max(0, min(len(self.tale.pages), day))
        self._look()

    def action_seek(self, way: int) -> None:
        """A day on or back."""
        self.action_go(self.at + way)

    def on_panel_hit(self, hit: Panel.Hit) -> None:  # Textual calls the base's too
        """A click on a day goes there."""
        if hit.verb == "seek":
            self.action_go(int(hit.what))

    def action_why(self) -> None:
        """The day that is looked at, taken apart."""
        self.ask(f"day:{min(self.at, len(self.tale.rows) - 1)}")

    def answer(self, why: str) -> "Answer | None":
        """What a day is made of."""
        from livegame.studio.answers.paper import day_answer

        kind, _, what = why.partition(":")
        tale = self.tale
        if kind != "day" or not what.isdigit() or int(what) >= len(tale.rows):
            return None
        return day_answer(tale.season, tale.rows[int(what)], tale.history) if tale.season else None


def _lines(texts: Iterable[str], width: int) -> list[Line]:
    """Each text whole on a page where there is room."""
    found: list[Line] = []
    for text in texts:
        found += [SEAM, *flow(text.strip(), width)] if text.strip() else [()]
    return found
