"""livegame board: finished runs, ranked."""

import argparse
from pathlib import Path

from attrs import asdict

from livegame.catalog.figures import count
from livegame.catalog.texts import t
from livegame.commands.numbers import jobs
from livegame.commands.output import add_json, complain, show
from livegame.commands.packs import add_pack, use_packs
from livegame.commands.progress import progress
from livegame.plain.boardrow import board_table, spread_lines
from livegame.plain.today import challenge_line
from livegame.runs.attempts import Attempt, attempts
from livegame.runs.challenge import CHALLENGE, challenge_of
from livegame.runs.clock import today
from livegame.runs.ladder import ladder
from livegame.runs.origin import HISTORY
from livegame.runs.panels import Panel, panels
from livegame.runs.problems import RunError
from livegame.runs.rows import SORTS, Row
from livegame.runs.runfile import shown

TOP = 10


def configure(parser: argparse.ArgumentParser) -> None:
    """What `board` takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="only this night")
    parser.add_argument("--role", help="only this room")
    parser.add_argument("--mode", help="only this board (free, seeded, practice, bot ...)")
    parser.add_argument("--today", action="store_true", help="today's challenge, and the ladder")
    parser.add_argument("--sort", choices=SORTS, default="points", help="what counts")
    parser.add_argument("--all", action="store_true", help="every row, not the top and yours")
    parser.add_argument("--league", metavar="DIR", help="rank the runs in this folder instead")
    parser.add_argument("--rebuild", action="store_true", help="verify every own run anew")
    parser.add_argument("--jobs", type=jobs, default=1, help="processes to use")
    add_pack(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Rank.

    Raises:
        RunError: unknown scenario or role, or a folder that cannot be used.
    """
    use_packs(args)
    if args.scenario:
        from livegame.runs.campaigns.seasons import role_of

        role_of(args.scenario, args.role)
    rows = _all_rows(args)
    boards = [panel for panel in panels(rows, args.sort) if _wanted(args, panel)]
    data = [asdict(row) for board in boards for row in board.rows]
    lines = _today_lines(args, rows) if args.today else []
    show(args, data, lines + _lines(args, boards))
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


def _wanted(args: argparse.Namespace, board: Panel) -> bool:
    asked = ((args.scenario, board.scenario), (args.role, board.role), (args.mode, board.mode))
    fits = all(value in (None, found) for value, found in asked)
    return fits and (not args.today or board.day == today().isoformat())


def _lines(args: argparse.Namespace, boards: list[Panel]) -> list[str]:
    if not boards:
        return [] if args.today else [t("cli.board_empty")]
    lines: list[str] = []
    for board in boards:
        mode = board.origin or f"{board.mode} {board.day}".rstrip()
        names = {"scenario": board.scenario, "role": board.role, "rules": board.rules}
        lines.append(t("cli.board_of", mode=mode, **names))
        lines += _rows(args, board)
        if board.mode == HISTORY and board.par and board.par.broadcast is not None:
            lines.append(t("plain.board.broadcast", points=count(board.par.broadcast)))
        lines.append("")
    return [*lines, t("cli.board_says")]


def _rows(args: argparse.Namespace, board: Panel) -> list[str]:
    """The top, and the newest run among its neighbours; the rest if asked."""
    own = board.newest if args.league is None else None
    shown_rows = list(board.rows if args.all else board.rows[:TOP])
    if own and not args.all:
        shown_rows += [row for row in board.around(own.run) if row not in shown_rows]
    lines = board_table(shown_rows, own, board.par, args.sort)
    more = len(board.rows) - len(shown_rows)
    lines += [t("cli.board_more", count=more)] if more else []
    lines += [t("cli.unproven", file=row.file, why=row.why) for row in shown_rows if row.why]
    return lines + spread_lines(board, own)


def _today_lines(args: argparse.Namespace, rows: list[Row]) -> list[str]:
    """What today's challenge is, who has not finished it, and the ladder."""
    day = today()
    lines = [challenge_line(challenge_of(day))]
    tried = attempts(Path(args.league) if args.league is not None else None)
    now = [attempt for attempt in tried if attempt.day == day]
    lines += [_unfinished(attempt) for attempt in now if not attempt.finished]
    if not now:
        lines.append(t("cli.no_attempt"))
    proven = {row.file for row in rows if row.verified and row.mode == CHALLENGE}
    counted = [a for a in tried if not a.finished or _file(args, a) in proven]
    rungs = ladder(counted, day)
    lines += ["", t("cli.ladder_head")] if rungs else []
    for rung in rungs:
        player = rung.player or t("common.nameless")
        points = ", ".join(map(count, rung.points))
        if rung.median is None:
            lines.append(t("cli.ladder_wanting", player=player, count=rung.wanting, points=points))
        else:
            median = count(rung.median)
            words = {"place": rung.place, "player": player, "median": median, "points": points}
            lines.append(t("cli.ladder_row", **words))
    return [*lines, ""]


def _file(args: argparse.Namespace, attempt: Attempt) -> str:
    return str(attempt.file if args.league is not None else attempt.file.resolve())


def _unfinished(attempt: Attempt) -> str:
    return t("cli.not_finished", player=attempt.player or t("common.nameless"))
