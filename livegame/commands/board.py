"""livegame board: finished runs, ranked."""

import argparse
from itertools import groupby
from pathlib import Path

from attrs import asdict

from livegame.catalog.texts import t
from livegame.commands.numbers import jobs
from livegame.commands.output import add_json, complain, show
from livegame.commands.progress import progress
from livegame.plain.boardrow import board_table
from livegame.runs.problems import RunError
from livegame.runs.rows import SORTS, Row, ranked
from livegame.runs.runfile import shown

Key = tuple[str, str, str, int]


def configure(parser: argparse.ArgumentParser) -> None:
    """What `board` takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="only this night")
    parser.add_argument("--role", help="only this room")
    parser.add_argument("--mode", help="only this board (free, seeded, practice, bot ...)")
    parser.add_argument("--sort", choices=SORTS, default="points", help="what counts")
    parser.add_argument("--league", metavar="DIR", help="rank the runs in this folder instead")
    parser.add_argument("--rebuild", action="store_true", help="verify every own run anew")
    parser.add_argument("--jobs", type=jobs, default=1, help="processes to use")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Rank.

    Raises:
        RunError: unknown scenario or role, or a folder that cannot be used.
    """
    if args.scenario:
        from livegame.runs.worlds import room_of, world_of

        world = world_of(args.scenario)
        if args.role:
            room_of(world, args.role)
    rows = [row for row in _all_rows(args) if _wanted(args, row)]
    boards = boards_of(rows, args.sort)
    data = [asdict(row) for board in boards.values() for row in board]
    show(args, data, _lines(boards))
    return 0


def _all_rows(args: argparse.Namespace) -> list[Row]:
    tell = progress(t("cli.verifying"))
    if args.league is not None:
        from livegame.runs.league import league

        if args.rebuild:
            raise RunError(t("cli.league_rebuild"))
        return league(Path(args.league), args.sort, args.jobs, progress=tell)
    from livegame.runs.board import Board

    board = Board()
    (board.rebuild if args.rebuild else board.refresh)(args.jobs, progress=tell)
    rows = board.rows(sort=args.sort)
    if board.aside:
        complain(t("cli.board_aside", file=shown(board.aside)))
    return rows


def _wanted(args: argparse.Namespace, row: Row) -> bool:
    asked = ((args.scenario, row.scenario), (args.role, row.role), (args.mode, row.mode))
    return all(value in (None, found) for value, found in asked)


def boards_of(rows: list[Row], sort: str) -> dict[Key, list[Row]]:
    """The rows of each scenario, role, mode and rules version, ranked among themselves."""

    def key(row: Row) -> Key:
        return row.scenario, row.role, row.mode, row.rules

    return {name: ranked(part, sort) for name, part in groupby(sorted(rows, key=key), key)}


def _lines(boards: dict[Key, list[Row]]) -> list[str]:
    if not boards:
        return [t("cli.board_empty")]
    lines: list[str] = []
    for (scenario, role, mode, rules), rows in boards.items():
        lines.append(t("cli.board_of", scenario=scenario, role=role, mode=mode, rules=rules))
        lines += board_table(rows)
        lines += [t("cli.unproven", file=row.file, why=row.why) for row in rows if row.why]
        lines.append("")
    return [*lines, t("cli.board_says")]
