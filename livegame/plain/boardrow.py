"""The row that a finished run gets on the board, with its neighbours."""

from pathlib import Path

from livegame.catalog.texts import t
from livegame.plain.columns import table
from livegame.plain.words import ordinal
from livegame.runs.board import Board
from livegame.runs.problems import RunError
from livegame.runs.rows import Row
from livegame.studio.figures import percent

AROUND = 2


def board_lines(path: Path) -> list[str]:
    """Enter a finished run and show its place; a board that fails is said, the run is safe."""
    try:
        board = Board()
        own = board.add(path)
        if own is None:
            return [t("plain.board.none", file=str(path))]
        rows = board.rows(scenario=own.scenario, role=own.role, mode=own.mode, rules=own.rules)
    except RunError as error:
        return [str(error)]
    at = next((at for at, row in enumerate(rows) if row.run == own.run), None)
    if at is None or not rows[at].verified:
        return [t("plain.board.unverified", why=own.why)]
    around = rows[max(0, at - AROUND) : at + AROUND + 1]
    place = ordinal(rows[at].place or 0)
    head = t("plain.board.place", place=place, rows=len(rows))
    return [head, *board_table(around, rows[at])]


def board_table(rows: list[Row], own: Row | None = None) -> list[str]:
    """Rows as a table; the player's own is marked with an arrow."""
    head = [
        t(f"plain.board.{key}") for key in ("rank", "points", "player", "service", "trust", "when")
    ]
    return table(
        head,
        [
            [
                ("> " if own and row.run == own.run else "") + (str(row.place or "-")),
                row.points,
                row.player or t("plain.board.nameless"),
                percent(row.service),
                percent(row.trust),
                row.finished_at[:10],
            ]
            for row in rows
        ],
    )
