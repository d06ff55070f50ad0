"""The days of a campaign as bars: store and show apart, history's day as a mark on each."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.campaigns.daybook import DayRow
from livegame.runs.campaigns.names import date_of
from livegame.runs.campaigns.paper import Paper
from livegame.studio.lines import Line, Span, asks, fit, line, rule, width_of

STORE, SHOW, HISTORY = "█", "▒", "┃"  # told apart without colour
DAY, FIGURE = 9, 8  # cells of a day with its date, and of a sum


def day_bars(paper: Paper, width: int) -> list[Line]:
    """Head, a row for each day, and what the signs mean."""
    known = len(paper.history) == len(paper.rows)
    most = max([1, *(row.sales for row in paper.rows), *(paper.history if known else ())])
    heads = fit(t("dayfront.own"), FIGURE, ">")
    heads += fit(t("dayfront.history"), FIGURE, ">") if known else ""
    lines = [line(*rule(t("dayfront.days"), width - len(heads) - 1), Span(heads, "dim"))]
    for at, row in enumerate(paper.rows):
        then = paper.history[at] if known else None
        lines.append(_row(paper, row, then, most, width - 1))
    return [*lines, _legend(paper, known=known)]


def _row(paper: Paper, row: DayRow, then: int | None, most: int, width: int) -> Line:
    """A day: its number and date, its bar, its sum, and history's."""
    best = row is paper.best
    day = f"{row.day + 1:>3} {date_of(paper.season, row.day)[5:]}"
    figure = fit(figures.short(row.sales // 100), FIGURE, ">")
    told = line(Span(figure, "gold" if best else "bold"))
    if then is not None:
        told += line(Span(fit(figures.short(then // 100), FIGURE, ">"), "dim"))
    size = max(4, width - DAY - width_of(told) - 1)
    cells = line(Span(fit(day, DAY) + " ", "dim"), *_bar(row, then, most, size), *told)
    return asks(cells, f"day:{row.day}")


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


def _legend(paper: Paper, *, known: bool) -> Line:
    parts = [Span(f" {STORE} "), Span(t("dayfront.key_store"), "dim")]
    if any(row.held for row in paper.rows):
        parts += [Span(f"  {SHOW} ", "gold"), Span(t("dayfront.key_show"), "dim")]
    if known:
        parts += [Span(f"  {HISTORY} ", "warn"), Span(t("dayfront.key_history"), "dim")]
    return tuple(parts)
