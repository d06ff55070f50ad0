"""The years of the festival as a line, with a mark for every night that can be played."""

from collections.abc import Collection, Sequence

from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span, line, rule
from livegame.studio.widgets.panel import Panel

FIRST, LAST = 2009, 2020
NARROW = 0.42  # share of the line for all years but the last, in which most nights lie
CHOSEN, PLAYED, OPEN = ("◆", "gold"), ("●", "gold"), ("◇", "title")
MONTHS = (4, 7, 10)  # months of the last year that are named


class Timeline(Panel):
    """2009 to 2020, one mark a night; the last year, which holds most of them, is drawn wide."""

    def __init__(self) -> None:
        super().__init__(id="years")
        self._dates: Sequence[str] = ()
        self._at = 0
        self._played: Collection[int] = ()
        self._note = ""

    def show(
        self, dates: Sequence[str], at: int, played: Collection[int] = (), note: str = ""
    ) -> None:
        """ISO dates in their order, the chosen one, those that were played, a word for the head."""
        self._dates, self._at, self._played, self._note = dates, at, played, note
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """Marks, line, years."""
        room = width - 8
        signs, inks = [" "] * width, ["dim"] * width
        for at, x in enumerate(cells(self._dates, room)):
            mark = CHOSEN if at == self._at else PLAYED if at in self._played else OPEN
            signs[x + 2], inks[x + 2] = mark
        axis, years = ["─"] * width, [" "] * (width + 6)
        for year in (LAST, *range(FIRST, LAST), LAST + 1):
            x = 2 + _place(f"{year}-01-01", room)
            axis[x] = "┬"
            if year <= LAST:
                _write(years, x, str(year) if year == LAST else f"'{year % 100:02}")
        for month in MONTHS:
            x = 2 + _place(f"{LAST}-{month:02}-01", room)
            axis[x] = "┴"
            _write(years, x, t(f"festival.month.{month}"))
        marks = tuple(Span(sign, ink) for sign, ink in zip(signs, inks, strict=True))
        note = line(Span(self._note, "gold", why="stars")) if self._note else ()
        return [
            rule(t("festival.years"), width, note=note),
            marks,
            line(Span("".join(axis[: room + 3]), "faint")),
            line(Span("".join(years)[:width], "dim", why="stars")),
        ]


def _write(cells: list[str], at: int, text: str) -> None:
    """Put a word on the line, unless it would touch another one."""
    if not "".join(cells[max(at - 1, 0) : at + len(text) + 1]).strip():
        cells[at : at + len(text)] = text


def cells(dates: Sequence[str], room: int) -> list[int]:
    """The cells of ISO dates in their order; nights of the same week stand side by side."""
    found: list[int] = []
    for number, date in enumerate(dates):
        least = found[-1] + 1 if found else 0
        most = room - (len(dates) - 1 - number)  # leaves a cell for each one after it
        found.append(max(min(max(_place(date, room), least), most), 0))
    return found


def _place(date: str, room: int) -> int:
    """The cell of an ISO date."""
    year, month, day = (int(part) for part in [*date.split("-"), "1", "1"][:3])
    days = (month - 1) * 31 + day - 1
    early = int(room * NARROW)
    if year >= LAST:
        return max(0, min(room, early + ((year - LAST) * 372 + days) * (room - early) // 372))
    whole = (LAST - FIRST) * 372
    return max(0, ((year - FIRST) * 372 + days) * early // whole)
