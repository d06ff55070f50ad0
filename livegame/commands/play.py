"""livegame play: the game itself, in the terminal or line by line."""

import argparse
import os
import sys
from pathlib import Path

from livegame.catalog.texts import t
from livegame.commands.numbers import seed
from livegame.commands.output import complain

NEWEST = "newest"


def configure(parser: argparse.ArgumentParser) -> None:
    """What `play` takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="see `livegame scenarios`")
    parser.add_argument("--role", help="whose room")
    parser.add_argument("--seed", type=seed, help="the night's luck; drawn if not given")
    parser.add_argument("--plain", action="store_true", help="line by line, also in a pipe")
    parser.add_argument("--name", help="your name for the board (with --plain)")
    again = parser.add_mutually_exclusive_group()
    again.add_argument(
        "--resume",
        nargs="?",
        const=NEWEST,
        metavar="FILE",
        help="go on with an unfinished run, the newest if no file is named (with --plain)",
    )
    again.add_argument(
        "--new", action="store_true", help="do not offer unfinished runs (with --plain)"
    )
    again.add_argument("--practice", action="store_true", help="keep no file (with --plain)")


def run(args: argparse.Namespace) -> int:
    """Play."""
    if args.plain:
        return _plain(args)
    reason = _no_terminal()
    if reason:
        complain(reason)
        return 2
    if args.resume or args.new or args.practice or args.name is not None:
        complain(t("cli.only_plain"))
        return 2
    if args.scenario or args.role:
        _check(args)
    from livegame.studio.app import run as open_studio

    return open_studio(scenario=args.scenario, role=args.role, seed=args.seed)


def _no_terminal() -> str:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return t("cli.no_terminal")
    if os.environ.get("TERM", "") == "dumb":
        return t("cli.dumb_terminal")
    return ""


def _check(args: argparse.Namespace) -> None:
    """Wrong names are answered before the screen changes.

    Raises:
        RunError: unknown scenario or role.
    """
    from livegame.catalog.library import library
    from livegame.runs.worlds import room_of, world_of

    world = world_of(args.scenario or next(iter(library().scenarios)))
    if args.role:
        room_of(world, args.role)


def _plain(args: argparse.Namespace) -> int:
    from livegame.plain.console import Console
    from livegame.plain.evening import Wish, evening
    from livegame.runs.store import data_folder, unfinished
    from livegame.studio.settings import load

    resume: Path | None = None
    if args.resume == NEWEST:
        resume = next(iter(unfinished()), None)
        if resume is None:
            complain(t("cli.nothing_unfinished"))
            return 2
    elif args.resume:
        resume = Path(args.resume)
    wish = Wish(
        scenario=args.scenario,
        role=args.role,
        seed=args.seed,
        player=load(data_folder())[0].name if args.name is None else args.name,
        resume=resume,
        fresh=args.new,
        keep=not args.practice,
    )
    evening(Console(sys.stdin, sys.stdout), wish)
    return 0
