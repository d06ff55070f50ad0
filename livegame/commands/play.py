"""livegame play: the game itself, in the terminal or line by line."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from livegame.catalog.texts import t
from livegame.commands.numbers import seed
from livegame.commands.output import complain

if TYPE_CHECKING:
    from livegame.plain.console import Console
    from livegame.runs.session import Session

NEWEST = "newest"
HISTORY = "history"  # instead of a file's name


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
    again.add_argument(
        "--from",
        dest="origin",
        metavar="FILE",
        help="take over a run, or `history` of --role (with --at and --plain)",
    )
    again.add_argument(
        "--today", action="store_true", help="today's challenge: one attempt counts (with --plain)"
    )
    again.add_argument("--code", metavar="CODE", help="the night that a code stands for")
    parser.add_argument("--at", metavar="WHEN", help="when to take over: 21:12, or a tick")
    parser.add_argument(
        "--ghost", metavar="FILE", help="race a run, or `history` of --role (with --plain)"
    )


def run(args: argparse.Namespace) -> int:
    """Play.

    Raises:
        RunError: what was asked for does not exist.
    """
    wrong = _wrong_together(args)
    if wrong:
        complain(wrong)
        return 2
    if args.code is not None:
        from livegame.runs.codes import read_code

        coded = read_code(args.code)
        args.scenario, args.role, args.seed = coded.scenario, coded.role, coded.seed
    if args.plain:
        return _plain(args)
    reason = _no_terminal()
    if reason:
        complain(reason)
        return 2
    only_plain = [f"--{name}" for name, value in _plain_only(args).items() if value]
    if only_plain:
        complain(t("cli.only_plain", options=", ".join(only_plain)))
        return 2
    if args.scenario or args.role:
        _check(args)
    from livegame.studio.app import run as open_studio

    return open_studio(scenario=args.scenario, role=args.role, seed=args.seed)


def _plain_only(args: argparse.Namespace) -> dict[str, bool]:
    return {
        "resume": bool(args.resume),
        "new": args.new,
        "practice": args.practice,
        "name": args.name is not None,
        "from": args.origin is not None,
        "today": args.today,
        "ghost": args.ghost is not None,
    }


def _wrong_together(args: argparse.Namespace) -> str:
    """What does not go together, in words; "" if all does."""
    chosen = (args.scenario, args.role, args.seed)
    settled = args.today or args.code is not None or (args.origin not in (None, HISTORY))
    if settled and any(value is not None for value in chosen):
        return t("cli.settled")
    if args.origin is not None and (args.at is None or args.seed is not None):
        return t("cli.no_at") if args.at is None else t("cli.settled")
    if args.at is not None and args.origin is None:
        return t("cli.at_from")
    return ""


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
    from livegame.runs.store import unfinished

    resume: Path | None = None
    if args.resume == NEWEST:
        resume = next(iter(unfinished()), None)
        if resume is None:
            complain(t("cli.nothing_unfinished"))
            return 2
    elif args.resume:
        resume = Path(args.resume)
    player = _player(args)
    wish = Wish(
        scenario=args.scenario,
        role=args.role,
        seed=args.seed,
        player=player,
        resume=resume,
        fresh=args.new or args.code is not None,
        keep=not args.practice,
        begin=_begin(args, player),
        ghost=_run_file(args.ghost, args) if args.ghost is not None else None,
    )
    evening(Console(sys.stdin, sys.stdout), wish)
    return 0


def _player(args: argparse.Namespace) -> str:
    from livegame.runs.store import data_folder
    from livegame.studio.settings import load

    return load(data_folder())[0].name if args.name is None else str(args.name)


def _begin(args: argparse.Namespace, player: str) -> "Callable[[Console], Session] | None":
    """How the session begins, where the arguments settle it."""
    if args.today:
        from livegame.plain.today import todays_session

        return lambda console: todays_session(console, player)
    if args.origin is None:
        return None
    from livegame.plain.moment import tick_at
    from livegame.runs.playback import Playback
    from livegame.runs.session import Session

    playback = Playback.open(_run_file(args.origin, args))
    tick = tick_at(playback.scenario, args.at)

    def take_over(console: "Console") -> Session:
        playback.jump(tick)
        return Session.take_over(playback, player=player)

    return take_over


def _run_file(name: str, args: argparse.Namespace) -> Path:
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
