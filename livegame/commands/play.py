"""livegame play: the game itself, in the terminal or line by line."""

import argparse
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from livegame.catalog.texts import t
from livegame.commands.asked import (
    HISTORY,
    NEWEST,
    check_names,
    part_origin,
    raced_name,
    run_file,
    unfinished_run,
)
from livegame.commands.campaign import play, wanted
from livegame.commands.numbers import count, seed
from livegame.commands.output import complain

if TYPE_CHECKING:
    from livegame.plain.console import Console
    from livegame.runs.session import Session
    from livegame.studio.ports import Errand
    from livegame.studio.settings import Settings

REHEARSAL = "rehearsal"  # instead of a scenario: the guided first show


def configure(parser: argparse.ArgumentParser) -> None:
    """What `play` takes."""
    parser.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help="see `livegame scenarios`; or: rehearsal"
    )
    parser.add_argument("--role", help="whose room")
    parser.add_argument("--pack", metavar="FOLDER", help="a pack of content to play with too")
    parser.add_argument("--seed", type=seed, help="the night's luck; drawn if not given")
    parser.add_argument("--rung", type=count, help="of difficulty, from 1")
    parser.add_argument("--plain", action="store_true", help="line by line, also in a pipe")
    parser.add_argument("--name", help="your name for the board (with --plain)")
    again = parser.add_mutually_exclusive_group()
    again.add_argument(
        "--resume",
        nargs="?",
        const=NEWEST,
        metavar="FILE",
        help="go on with an unfinished run, the newest if no file is named",
    )
    again.add_argument(
        "--new", action="store_true", help="do not offer unfinished runs (with --plain)"
    )
    again.add_argument(
        "--practice",
        action="store_true",
        help="practice: a co-host gives hints (key h); with --plain no file is kept",
    )
    again.add_argument(
        "--from",
        dest="origin",
        metavar="FILE[@WHEN]",
        help="take over a run, or `history` of --role, at 21:12 or at a tick",
    )
    again.add_argument("--today", action="store_true", help="today's challenge: one attempt counts")
    again.add_argument("--code", metavar="CODE", help="the night that a code stands for")
    parser.add_argument("--at", metavar="WHEN", help="when to take over: 21:12, or a tick")
    parser.add_argument("--ghost", metavar="FILE", help="race a run, or `history` of --role")


def run(args: argparse.Namespace) -> int:
    """Play.

    Raises:
        RunError: what was asked for does not exist.
    """
    part_origin(args)
    if args.pack:
        from livegame.catalog.packs_place import name_pack

        name_pack(args.pack)
    wrong = _wrong_together(args)
    if wrong:
        complain(wrong)
        return 2
    if args.scenario == REHEARSAL:
        return _rehearse(args)
    if args.code is not None:
        from livegame.runs.codes import read_code

        coded = read_code(args.code)
        args.scenario, args.role, args.seed = coded.scenario, coded.role, coded.seed
        args.rung = coded.rung
    campaign = wanted(args)
    if campaign:
        return play(args, campaign, _settings().name if args.name is None else str(args.name))
    if args.rung is not None and (args.today or args.resume or args.origin is not None):
        complain(t("days.rung_only"))
        return 2
    if args.scenario or args.role or args.rung is not None:
        check_names(args)
    return _plain(args) if args.plain else _studio(args)


def _rehearse(args: argparse.Namespace) -> int:
    """The guided first show. It has one room, is not kept and goes on with nothing."""
    others = ("role", "seed", "name", "resume", "new", "practice", "origin", "ghost", "rung")
    if any(getattr(args, name) not in (None, False) for name in others):
        complain(t("rehearsal.alone"))
        return 2
    if args.plain:
        from livegame.plain.console import Console
        from livegame.plain.rehearsal import rehearse

        rehearse(Console(sys.stdin, sys.stdout))
        return 0
    reason = no_terminal()
    if reason:
        complain(reason)
        return 2
    from livegame.studio.app import run as open_studio
    from livegame.studio.ports import Errand

    return open_studio(errand=Errand("rehearsal"))


def _studio(args: argparse.Namespace) -> int:
    reason = no_terminal()
    if reason:
        complain(reason)
        return 2
    only_plain = [f"--{name}" for name in ("new", "name") if getattr(args, name)]
    if only_plain:
        complain(t("cli.only_plain", options=", ".join(only_plain)))
        return 2
    errand = _errand(args)
    gc.disable()  # until the first frame: importing makes nothing that could be collected
    from livegame.studio.app import run as open_studio

    return open_studio(
        scenario=args.scenario,
        role=args.role,
        seed=args.seed,
        errand=errand,
        practice=args.practice,
        rung=args.rung or 1,
    )


def _errand(args: argparse.Namespace) -> "Errand":
    """What the studio opens with, where more than scenario and role is asked for.

    Raises:
        RunError: the run does not exist, or cannot be watched or raced.
    """
    from livegame.studio.ports import Errand, Rival

    asked = (args.today, args.resume, args.origin, args.ghost)
    if all(value in (None, False) for value in asked):
        return Errand()
    rival = None
    if args.ghost is not None:
        file = run_file(args.ghost, args)
        kind = "history" if args.ghost == HISTORY else "chosen"
        rival = Rival(kind, file, raced_name(args, file))
    if args.today:
        return Errand("today", rival=rival)
    if args.resume:
        return Errand("resume", unfinished_run(args), rival=rival)
    if args.origin is None:
        return Errand("green", rival=rival)
    from livegame.plain.moment import tick_at
    from livegame.runs.playback import Playback

    file = run_file(args.origin, args)
    scenario = Playback.open(file).scenario
    if args.at is None:
        return Errand("watch", file)
    return Errand("take over", file, tick_at(scenario, args.at), rival)


def _wrong_together(args: argparse.Namespace) -> str:
    """What does not go together, in words; "" if all does."""
    chosen = (args.scenario, args.role, args.seed)
    settled = args.today or args.code is not None or (args.origin not in (None, HISTORY))
    if settled and any(value is not None for value in chosen):
        return t("cli.settled")
    if args.origin is not None and (args.seed is not None or (args.plain and args.at is None)):
        return t("cli.no_at") if args.at is None else t("cli.settled")
    if args.at is not None and args.origin is None:
        return t("cli.at_from")
    return ""


def no_terminal() -> str:
    """Why the studio cannot be opened here, in words; "" if it can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return t("cli.no_terminal")
    if os.environ.get("TERM", "") == "dumb":
        return t("cli.dumb_terminal")
    return ""


def _plain(args: argparse.Namespace) -> int:
    from livegame.plain.console import Console
    from livegame.plain.evening import Wish, evening

    resume = unfinished_run(args) if args.resume else None
    settings = _settings()
    player = settings.name if args.name is None else str(args.name)
    ghost = run_file(args.ghost, args) if args.ghost is not None else None
    wish = Wish(
        scenario=args.scenario,
        role=args.role,
        seed=args.seed,
        player=player,
        resume=resume,
        fresh=args.new or args.code is not None,
        keep=not args.practice,
        begin=_begin(args, player, ghost),
        ghost=ghost,
        rung=args.rung,
        invited=args.code is not None,
        league=Path(settings.league) if settings.league else None,
        pack=Path(args.pack).expanduser() if args.pack else None,
    )
    evening(Console(sys.stdin, sys.stdout), wish)
    return 0


def _settings() -> "Settings":
    from livegame.runs.store import data_folder
    from livegame.studio.settings import load

    return load(data_folder())[0]


def _begin(
    args: argparse.Namespace, player: str, ghost: Path | None
) -> "Callable[[Console], Session] | None":
    """How the session begins, where the arguments settle it."""
    if args.today:
        from livegame.plain.today import todays_session

        return lambda console: todays_session(console, player, ghost)
    if args.origin is None:
        return None
    from livegame.plain.moment import tick_at
    from livegame.runs.playback import Playback
    from livegame.runs.raced import race_options
    from livegame.runs.session import Session

    playback = Playback.open(run_file(args.origin, args))
    tick = tick_at(playback.scenario, args.at)
    options = race_options(ghost, playback.scenario.id) if ghost else None

    def take_over(console: "Console") -> Session:
        playback.jump(tick)
        return Session.take_over(playback, player=player, options=options)

    return take_over
