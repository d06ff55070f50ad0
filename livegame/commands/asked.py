"""What the arguments of `livegame play` name: a night and a room, runs to go on with or to race."""

import argparse
import os
from pathlib import Path

from livegame.catalog.texts import t

NEWEST = "newest"
HISTORY = "history"  # instead of a file's name


def check_names(args: argparse.Namespace) -> None:
    """Wrong names are answered before the screen changes.

    Raises:
        RunError: unknown scenario or role, or a rung that is not open yet.
    """
    from livegame.catalog.library import library
    from livegame.runs.board import Board
    from livegame.runs.rungs import check_open
    from livegame.runs.worlds import room_of, world_of

    scenario = args.scenario or next(iter(library().scenarios))
    world = world_of(scenario)
    if args.role:
        room_of(world, args.role)
    if args.rung is not None and args.code is None and not args.plain:
        board = Board()
        board.refresh()
        check_open(library().scenarios[scenario], args.rung, board.rows(scenario))


def part_origin(args: argparse.Namespace) -> None:
    """`--from FILE@21:12` is `--from FILE --at 21:12`, unless a file is really called so."""
    if args.origin is None or args.at is not None or os.path.lexists(args.origin):
        return
    file, sign, when = args.origin.rpartition("@")
    if sign and file:
        args.origin, args.at = file, when


def run_file(name: str, args: argparse.Namespace) -> Path:
    """The run that is named: a file, or history's broadcast of the room to be played.

    Raises:
        RunError: that room's broadcast is not shipped.
    """
    if name != HISTORY:
        return Path(name)
    from livegame.catalog.library import library
    from livegame.runs.problems import RunError
    from livegame.runs.saved import broadcast_path
    from livegame.runs.worlds import room_of, world_of

    scenario = args.scenario or next(iter(library().scenarios))
    world = world_of(scenario)
    role = args.role or world.roles[0]
    room_of(world, role)
    path = broadcast_path(scenario, role)
    if path is None:
        raise RunError(t("cli.no_broadcast", role=role, scenario=scenario))
    return path


def unfinished_run(args: argparse.Namespace) -> Path:
    """The run to go on with.

    Raises:
        RunError: there is none.
    """
    from livegame.runs.problems import RunError
    from livegame.runs.runfile import read_run
    from livegame.runs.store import unfinished

    if args.resume != NEWEST:
        read_run(Path(args.resume))
        return Path(args.resume)
    newest = next(iter(unfinished()), None)
    if newest is None:
        raise RunError(t("cli.nothing_unfinished"))
    return newest


def raced_name(args: argparse.Namespace, file: Path) -> str:
    """Whose the run to race is; a green room that it cannot be raced from is refused here.

    Raises:
        RunError: unreadable, or of another night than the one that is asked for.
    """
    from livegame.catalog.library import library
    from livegame.runs.ghost import Ghost

    settled = args.today or args.resume or args.origin is not None
    night = None if settled else args.scenario or next(iter(library().scenarios))
    return Ghost.open(file, quick=True, scenario=night).name
