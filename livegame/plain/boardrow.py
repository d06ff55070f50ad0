"""The row that a finished run gets on the board, with its neighbours and history's line."""

from collections.abc import Sequence
from pathlib import Path

from livegame.catalog.figures import count, percent, share
from livegame.catalog.texts import t
from livegame.plain.columns import table
from livegame.plain.words import ordinal
from livegame.runs.board import Board
from livegame.runs.panels import Panel, Par, panels
from livegame.runs.problems import RunError
from livegame.runs.rows import Row

BAR = 30


def board_lines(path: Path) -> list[str]:
    """Enter a finished run and show its place; a board that fails is said, the run is safe."""
    try:
        board = Board()
        own = board.add(path)
        if own is None:
            return [t("plain.board.none", file=str(path))]
        rows = board.rows()
    except RunError as error:
        return [str(error)]
    panel = next(p for p in panels(rows) if any(row.run == own.run for row in p.rows))
    around = panel.around(own.run)
    mine = next(row for row in around if row.run == own.run)
    if not mine.verified:
        return [t("plain.board.unverified", why=own.why)]
    head = t("plain.board.place", place=ordinal(mine.place or 0), rows=len(panel.rows))
    return [head, *board_table(around, mine, panel.par), *spread_lines(panel, mine)]


def board_table(
    rows: Sequence[Row], own: Row | None = None, par: Par | None = None, sort: str = "points"
) -> list[str]:
    """Rows as a table; the player's own is marked with an arrow.

    History's line, if given, stands among them by its points.
    """
    keys = ["rank", "points", "player", "service", "trust", "when"]
    told = any(row.origin or row.day for row in rows)
    cells = [_cells(row, own, told) for row in rows]
    if par and sort == "points":
        at = sum(row.verified and row.points >= par.points for row in rows)
        cells.insert(at, _par_cells(par, told))
    return table([t(f"plain.board.{key}") for key in [*keys, *(["how"] if told else [])]], cells)


def _cells(row: Row, own: Row | None, told: bool) -> list[str]:
    mark = "> " if own and row.run == own.run else ""
    return [
        f"{mark}{row.place or '-'}",
        count(row.points),
        row.player or t("common.nameless"),
        share(row.service),
        percent(row.trust),
        row.finished_at[:10],
        *([row.origin or row.day] if told else []),
    ]


def _par_cells(par: Par, told: bool) -> list[str]:
    who = t(f"plain.board.{par.key}")
    return ["-", count(par.points), who, "-", "-", "", *([""] if told else [])]


def spread_lines(panel: Panel, own: Row | None = None) -> list[str]:
    """How the points spread, a bin a line with its count in figures and as a bar."""
    spread = panel.spread
    if spread is None or sum(spread.counts) < 2:
        return []
    key = "plain.board.spread_bots" if panel.stand_in else "plain.board.spread"
    lines = [t(key, runs=sum(spread.counts))]
    most, mine = max(spread.counts), spread.bin_of(own.points) if own and own.verified else -1
    for number, runs in enumerate(spread.counts):
        low, high = spread.range_of(number)
        bar = "#" * -(-runs * BAR // most)
        you = t("plain.board.you") if number == mine else ""
        lines.append(f"{count(low):>7} - {count(high):>6} {runs:>5} {bar}{you}".rstrip())
    return lines
