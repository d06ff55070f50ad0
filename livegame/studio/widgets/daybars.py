"""The days of a campaign as bars: store and show apart, history's day as a mark on each."""

from collections.abc import Sequence

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.days.season import Season
from livegame.runs.campaigns.daybook import DayRow
from livegame.runs.campaigns.names import date_of
from livegame.studio import marks
from livegame.studio.lines import Line, Span, aim, asks, fit, line, rule, width_of

STORE, SHOW, HISTORY = "█", "▒", "┃"  # told apart without colour
DAY, FIGURE = 9, 8  # cells of a day with its date, and of a sum


def day_bars(
    season: Season,
    rows: Sequence[DayRow],
    history: Sequence[int],
    width: int,
    *,
    at: int | None = None,
) -> list[Line]:
    """Head, a row for each day, and what the signs mean.

    Args:
        history: fen of history's own days; none where it has none. at: the day that is looked at,
            where a click on another one goes there.
    """
    history = history[: len(rows)] if len(history) >= len(rows) else ()
    most = max([1, *(row.sales for row in rows), *history])
    best = max((row.sales for row in rows), default=0)
    heads = fit(t("dayfront.own" if at is None else "dayfront.sales"), FIGURE, ">")
    heads += fit(t("dayfront.history"), FIGURE, ">") if history else ""
    lines = [line(*rule(t("dayfront.days"), width - len(heads) - 1), Span(heads, "dim"))]
    for n, row in enumerate(rows):
        then = history[n] if history else None
        ink = "gold" if row.sales == best else "bold"
        cells = _row(f"{date_of(season, row.day)[5:]}", row, then, most, width - 1, ink)
        if at is not None:
            here = Span(marks.HERE if n == at else " ", "gold")
            cells = aim((here, cells[0]._replace(text=cells[0].text[1:]), *cells[1:]),
                        ("seek", str(n)))  # fmt: skip
        lines.append(asks(cells, f"day:{row.day}"))
    return [*lines, _legend(shows=any(row.held for row in rows), known=bool(history))]


def _row(date: str, row: DayRow, then: int | None, most: int, width: int, ink: str) -> Line:
    """A day: its number and date, its bar, its sum, and history's."""
    told = line(Span(fit(figures.short(row.sales // 100), FIGURE, ">"), ink))
    if then is not None:
        told += line(Span(fit(figures.short(then // 100), FIGURE, ">"), "dim"))
    size = max(4, width - DAY - width_of(told) - 1)
    day = fit(f"{row.day + 1:>3} {date}", DAY) + " "
    return line(Span(day, "dim"), *_bar(row, then, most, size), *told)


def _bar(row: DayRow, then: int | None, most: int, size: int) -> Line:
    """The store's part, the show's after it, and history's day where its bar would end."""
    whole = _cells(row.sales, most, size)
    show = min(whole, _cells(row.on_air, most, size))
    signs = list(STORE * (whole - show) + SHOW * show + " " * (size - whole))
    inks = ["" if sign == STORE else "gold" for sign in signs]
    if then is not None:
        at = max(0, _cells(then, most, size) - 1)
        signs[at], inks[at] = HISTORY, "warn"
    spans: list[Span] = []
    for sign, ink in zip(signs, inks, strict=True):
        if spans and spans[-1].ink == ink:
            spans[-1] = spans[-1]._replace(text=spans[-1].text + sign)
        else:
            spans.append(Span(sign, ink))
    return tuple(spans)


def _cells(fen: int, most: int, size: int) -> int:
    """As many cells as a sum takes; one at least for any."""
    return max(1 if fen > 0 else 0, (max(0, fen) * size + most // 2) // most)


def _legend(*, shows: bool, known: bool) -> Line:
    parts = [Span(f" {STORE} "), Span(t("dayfront.key_store"), "dim")]
    if shows:
        parts += [Span(f"  {SHOW} ", "gold"), Span(t("dayfront.key_show"), "dim")]
    if known:
        parts += [Span(f"  {HISTORY} ", "warn"), Span(t("dayfront.key_history"), "dim")]
    return tuple(parts)
