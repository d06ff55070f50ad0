"""livegame theatre: all runs, and what is known of each."""

import argparse
from pathlib import Path
from typing import Any

from livegame.catalog.figures import count
from livegame.catalog.texts import t
from livegame.commands.output import add_json, show
from livegame.commands.packs import add_pack, use_packs
from livegame.commands.progress import progress
from livegame.plain.columns import table
from livegame.plain.words import country
from livegame.runs.league import need_folder
from livegame.runs.runfile import shown
from livegame.runs.theatre import NO_PACK, UNCHECKED, Showing, check, programme


def configure(parser: argparse.ArgumentParser) -> None:
    """What `theatre` takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="only this night")
    parser.add_argument("--role", help="only this room")
    parser.add_argument("--league", metavar="DIR", help="the runs in this folder, too")
    parser.add_argument("--check", action="store_true", help="replay those not checked yet")
    add_pack(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """List them.

    Raises:
        RunError: unknown scenario or role, or a folder that cannot be used.
    """
    use_packs(args)
    if args.scenario:
        from livegame.runs.campaigns.seasons import role_of

        role_of(args.scenario, args.role)
    league = Path(args.league) if args.league is not None else None
    if league:
        need_folder(league)
    showings = [one for one in programme(league) if _wanted(args, one)]
    if args.check:
        showings = _checked(showings)
    show(args, [_as_json(one) for one in showings], _lines(showings))
    return 0


def _wanted(args: argparse.Namespace, one: Showing) -> bool:
    asked = ((args.scenario, one.scenario), (args.role, one.role))
    return all(value in (None, found) for value, found in asked)


def _checked(showings: list[Showing]) -> list[Showing]:
    tell = progress(t("cli.verifying"))
    found: list[Showing] = []
    for one in showings:
        found.append(check(one) if one.state == UNCHECKED else one)
        if tell:
            tell(len(found), len(showings))
    return found


def _as_json(one: Showing) -> dict[str, Any]:
    return {
        "file": str(one.file),
        "shelf": one.shelf,
        "scenario": one.scenario,
        "role": one.role,
        "mode": one.mode,
        "player": one.player,
        "points": one.points,
        "date": one.date,
        "origin": one.origin,
        "state": one.state,
        "why": one.why,
    }


def _lines(showings: list[Showing]) -> list[str]:
    if not showings:
        return [t("cli.theatre_empty")]
    head = ["shelf", "night", "room", "mode", "player", "points", "date", "state", "file"]
    rows = [
        [
            one.shelf,
            one.scenario or "-",
            country(one.role) or "-",
            one.origin or one.mode or "-",
            one.player or "-",
            "-" if one.points is None else count(one.points),
            one.date[:10] or "-",
            one.state,
            shown(one.file),
        ]
        for one in showings
    ]
    why = [_why(one) for one in showings if one.why]
    return [*table(head, rows, widest=200), *why, "", t("cli.theatre_says")]


def _why(one: Showing) -> str:
    """What stands in the way of a run; where its pack is not here, that is no fault of the run."""
    key = "cli.unchecked" if one.state == NO_PACK else "cli.differs"
    return t(key, file=shown(one.file), why=one.why)
