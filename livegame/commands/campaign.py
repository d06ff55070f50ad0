"""Playing a campaign of several days from the command line; `livegame play` hands over to this."""

import argparse
import sys
from pathlib import Path

from livegame.catalog.texts import t
from livegame.commands.output import complain

OTHERS = ("origin", "today", "code", "at", "ghost")


def wanted(args: argparse.Namespace) -> str | None:
    """The campaign that is asked for, by its id or by a file to go on with; None if none is."""
    if isinstance(args.resume, str) and Path(args.resume).is_file():
        from livegame.runs.problems import RunError
        from livegame.runs.store import CAMPAIGN, peek

        try:
            header, _ = peek(Path(args.resume))
        except RunError:
            return None
        return header.scenario if CAMPAIGN in header.options else None
    if args.scenario is None:
        return _newest() if args.resume else None
    from livegame.catalog.library import library

    return args.scenario if args.scenario in library().campaigns else None


def _newest() -> str | None:
    """The campaign that was left last, if no night was left later; None if there is none."""
    from livegame.runs.campaigns.waiting import waiting
    from livegame.runs.store import newest_first, peek, unfinished

    left = waiting()[:1]
    if not left or newest_first([*left, *unfinished()[:1]])[0] != left[0]:
        return None
    return peek(left[0])[0].scenario


def _studio(args: argparse.Namespace, campaign: str) -> int:
    """At its door in the studio, where rung and unfinished runs are chosen."""
    from livegame.commands.play import no_terminal

    reason = no_terminal()
    if reason or args.rung is not None or args.new or args.practice or args.name is not None:
        complain(reason or t("days.plain_only"))
        return 2
    from livegame.studio.app import run as open_studio

    return open_studio(scenario=campaign, role=args.role, seed=args.seed)


def play(args: argparse.Namespace, campaign: str, player: str) -> int:
    """Play it, line by line.

    Raises:
        RunError: what was asked for does not exist.
    """
    from livegame.runs.campaigns.seasons import season_of
    from livegame.runs.campaigns.waiting import waiting

    if any(getattr(args, name) not in (None, False) for name in OTHERS):
        complain(t("days.not_together"))
        return 2
    if args.role is not None:
        season_of(campaign, args.role, args.rung or 1)
    if not args.plain:
        return _studio(args, campaign)
    from livegame.plain.console import Console
    from livegame.plain.days import DaysWish, play_days

    resume = None
    if args.resume:
        named = Path(args.resume)
        resume = named if named.is_file() else next(iter(waiting()), None)
        if resume is None:
            from livegame.runs.problems import RunError

            raise RunError(t("cli.nothing_unfinished"))
    wish = DaysWish(
        campaign=campaign,
        role=args.role,
        rung=args.rung,
        seed=args.seed,
        player=player,
        resume=resume,
        fresh=args.new,
        keep=not args.practice,
    )
    play_days(Console(sys.stdin, sys.stdout), wish)
    return 0
