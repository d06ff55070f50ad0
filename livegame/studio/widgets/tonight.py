"""The night's live leaderboard, by sales value."""

from typing import ClassVar

from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.view import Standing
from livegame.runs.hours import by_day
from livegame.studio import marks
from livegame.studio.ahead import stands
from livegame.studio.lines import Line, Span, asks, fit, line, rule
from livegame.studio.widgets.window import Window


class Tonight(Window):
    """As many rooms as fit; your own is always among them."""

    SEES: ClassVar[tuple[str, ...] | None] = ()
    _sums = 11  # cells for what a room has sold: as the largest takes, names need the rest

    def draw(self, width: int, height: int) -> list[Line]:
        """Head and rows."""
        rows = self.show.standings
        most = max((len(figures.yuan(row.sales)) for row in rows), default=0)
        self._sums = max(7, most + 2)
        heads = t("studio.head.watching") + fit(t("studio.shelf.sales"), self._sums, ">") + " "
        when = "today" if by_day(self.show.session.scenario) else "tonight"
        title = t(f"studio.head.{when}")
        told = stands(self.show.session.scenario, self.show.view, width - cell_len(title) - 7)
        short = line(Span(told, "gold", why="outside")) if told else ()
        note = line(Span(heads, "dim")) if width >= 42 else short
        return [
            rule(title, width, note=note),
            *(self._row(row, width) for row in pick(rows, self.show.view.role, height - 1)),
        ]

    def _row(self, row: Standing, width: int) -> Line:
        mine = row.role == self.show.view.role
        ink = "gold" if mine else ""
        wide = width >= 42
        people = fit(figures.short(row.watching), 7, ">") if wide else ""
        sold = fit(
            figures.yuan(row.sales) if wide else figures.short(row.sales // 100),
            self._sums if wide else 6,
            ">",
        )
        name = width - 7 - len(people) - len(sold)
        trend = marks.trend(row.trend)
        cells = line(
            Span(marks.HERE if mine else " ", ink),
            Span(fit(str(row.rank), 2, ">") + " ", "bold" if mine else "dim"),
            Span(fit(self.show.country(row.role), name), ink),
            Span(people, "dim"),
            Span(sold, ink or "bold"),
            Span(f" {trend} ", {marks.UP: "good", marks.DOWN: "bad"}.get(trend, "dim")),
        )
        return asks(cells, f"place:{row.role}")


def pick(rows: tuple[Standing, ...], role: str, room: int) -> list[Standing]:
    """The top rows; if one's own is further down, it and its neighbour above take the last."""
    at = next((n for n, row in enumerate(rows) if row.role == role), 0)
    if at < room or room < 2:
        return list(rows[: max(0, room)])
    tail = rows[at - 1 : at + 1] if room >= 4 else rows[at : at + 1]
    return [*rows[: room - len(tail)], *tail]
