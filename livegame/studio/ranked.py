"""A board's rows as lines: columns, history's line among them, and how the points spread."""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio import marks
from livegame.studio.lines import Line, Span, asks, bar, clip, fit, line
from livegame.studio.wrap import flow

if TYPE_CHECKING:
    from livegame.runs.panels import Panel as Board
    from livegame.runs.rows import Row

COLUMNS = (("place", 4), ("points", 8), ("stars", 5), ("rank", 6), ("service", 8), ("trust", 6))
WIDE = (("settled", 13),)
WHEN, LONG = 11, 17
INKS = {"points": "gold", "stars": "gold", "place": "dim", "when": "dim"}


def columns(width: int) -> tuple[tuple[str, int], ...]:
    """The columns that a terminal so wide has room for."""
    return (*COLUMNS, *WIDE, ("when", LONG)) if width >= 110 else (*COLUMNS, ("when", WHEN))


def name(board: "Board") -> tuple[str, str, str, int, str, str]:
    """What tells a board from every other."""
    return board.scenario, board.role, board.mode, board.rules, board.day, board.origin


def finished(board: "Board") -> str:
    """When its newest proven run was finished; "" if there is none."""
    newest = board.newest
    return newest.finished_at if newest else ""


def how(board: "Board") -> str:
    """How the runs of a board were played: "free play", "from history at 21:12"."""
    from livegame.engine.rules import RULES

    known = ("free", "seeded", "practice", "bot", "history", "challenge", "taken-over")
    said = t(f"board.mode.{board.mode}") if board.mode in known else board.mode
    words = board.origin or f"{said} {board.day}".rstrip()
    return words if board.rules == RULES else t("board.old_rules", how=words, rules=board.rules)


def with_par(board: "Board", sort: str) -> "list[Row | None]":
    """The rows in order; None stands where history's line has its place by points."""
    rows: list[Row | None] = list(board.rows)
    if board.par and sort == "points":
        better = sum(row.verified and row.points >= board.par.points for row in board.rows)
        rows.insert(better, None)
    return rows


def heading(width: int) -> Line:
    """The columns' names."""
    cells = "".join(fit(t(f"board.col.{key}"), size, ">") for key, size in columns(width))
    return line(Span(f"   {cells}  {t('board.col.who')}", "dim"))


def row_line(row: "Row", width: int, *, new: bool) -> Line:
    """A run; `new` marks the one that has just been played."""
    values = {
        "place": str(row.place) if row.place else "-",
        "points": figures.count(row.points),
        "stars": figures.stars(row.stars),
        "rank": figures.ordinal(row.rank),
        "service": figures.share(row.service),
        "trust": str(figures.whole(row.trust)),
        "settled": figures.yuan(row.settled),
        "when": row.finished_at[:16].replace("T", " "),
    }
    sign = (marks.YES, "good") if row.verified else (marks.NO, "bad")
    cells = []
    for key, size in columns(width):
        text = clip(_cut(key, values[key], size), size)
        cells.append(Span(" " * (size - cell_len(text))))
        cells.append(Span(text, INKS.get(key, ""), why=f"row:{key}:{row.key}"))
    fresh = Span(f" {t('board.new')}", "title") if new else Span("")
    return line(
        Span(f"{sign[0]} ", sign[1]),
        *cells,
        Span("  "),
        Span(row.player or t("common.nameless"), "bold"),
        fresh,
    )


def _cut(key: str, text: str, size: int) -> str:
    return text[: size - 1] if key == "when" else text


def par_line(board: "Board", width: int) -> Line:
    """History's line: 1,000 points."""
    if board.par is None:
        return ()
    points = figures.count(board.par.points)
    rest = sum(size for _, size in columns(width)[2:])
    return line(
        Span(fit(marks.RECORDED if board.par.recorded else marks.ASSUMED, 2), "gold"),
        Span(fit("", COLUMNS[0][1])),
        Span(fit(points, COLUMNS[1][1], ">"), "gold", why="par"),
        Span(" " * rest + "  "),
        Span(t(f"board.{board.par.key}"), "dim"),
    )


def about_par(board: "Board", width: int) -> list[Line]:
    """What history's line is, and what its broadcast made that one night."""
    if board.par is None:
        return []
    lines = flow(t(f"board.about.{board.par.key}", settled=figures.exact(board.par.settled)), width)
    if board.par.broadcast is not None:
        points = figures.count(board.par.broadcast)
        lines += flow(t("board.about.broadcast", points=points), width)
    return lines


def spread(board: "Board", own: "Row | None", width: int) -> list[Line]:
    """How many runs made how many points: a bin a line, in figures and as a bar."""
    counts = board.spread
    if counts is None:
        return flow(t("board.spread.none"), width, "dim")
    key = "bots" if board.stand_in else "runs"
    lines = flow(t(f"board.spread.{key}", runs=figures.count(sum(counts.counts))), width, "dim")
    most = max(1, *counts.counts)
    mine = own.points if own and own.verified else -1
    par = board.par.points if board.par else -1
    size = max(4, width - 34)
    for at, runs in enumerate(counts.counts):
        low, high = counts.range_of(at)
        named = (("you", mine), ("par", par))
        signs = [t(f"board.spread.{key}") for key, points in named if low <= points <= high]
        row = line(
            Span(f"{figures.count(low):>7}-{figures.count(high):<7}", "dim"),
            Span(f"{runs:>4} "),
            *bar(1000 * runs // most, size, "gold"),
            Span(" " + ", ".join(signs), "title"),
        )
        lines.append(asks(row, f"spread:{at}"))
    return lines
