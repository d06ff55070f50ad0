"""The years of the festival as a line, with a mark for every night that can be played."""

from collections.abc import Sequence

from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span, line, rule
from livegame.studio.widgets.panel import Panel

FIRST, LAST = 2009, 2020


class Timeline(Panel):
    """2009 to 2020, one mark a night; the chosen one is full."""

    def __init__(self) -> None:
        super().__init__(id="years")
        self._dates: Sequence[str] = ()
        self._at = 0

    def show(self, dates: Sequence[str], at: int) -> None:
        """ISO dates, and the chosen one."""
        self._dates, self._at = dates, at
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """Marks, line, years."""
        room = width - 8
        signs, inks = [" "] * width, ["dim"] * width
        for at, date in enumerate(self._dates):
            x = 2 + _place(date, room)
            signs[x], inks[x] = ("◆", "gold") if at == self._at else ("◇", "title")
        axis, years = ["─"] * width, [" "] * (width + 6)
        for year in range(FIRST, LAST + 2):
            x = 2 + _place(f"{year}-01-01", room)
            axis[x] = "┬"
            if year <= LAST:
                years[x : x + 4] = (
                    str(year) if room // (LAST - FIRST + 1) >= 6 else f"'{year % 100:02} "
                )
        marks = tuple(Span(sign, ink) for sign, ink in zip(signs, inks, strict=True))
        return [
            rule(t("festival.years"), width),
            marks,
            line(Span("".join(axis[: room + 3]), "faint")),
            line(Span("".join(years)[:width], "dim")),
        ]


def _place(date: str, room: int) -> int:
    """The cell of an ISO date."""
    year, month, day = (int(part) for part in [*date.split("-"), "1", "1"][:3])
    days = (year - FIRST) * 372 + (month - 1) * 31 + day - 1
    whole = (LAST + 1 - FIRST) * 372
    return max(0, min(room, days * room // whole))
