"""livegame bot: let a program play, and keep its runs if asked."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.commands.cluster import add_cluster, workers
from livegame.commands.numbers import seeds
from livegame.commands.output import add_json, show
from livegame.commands.progress import progress
from livegame.plain.columns import table
from livegame.runs.clean import clean
from livegame.runs.disk import make_folder
from livegame.runs.problems import RunError


def configure(parser: argparse.ArgumentParser) -> None:
    """What `bot` takes."""
    parser.add_argument("name", metavar="NAME", help="history, random, greedy ..., or FILE.py:NAME")
    parser.add_argument("scenario", metavar="SCENARIO", help="see `livegame scenarios`")
    parser.add_argument("--role", help="whose room; the first of the scenario if not given")
    parser.add_argument(
        "--seeds", type=seeds, default=range(10), metavar="A:B", help="half open (0:10)"
    )
    add_cluster(parser)
    parser.add_argument("--save", metavar="DIR", help="keep a run file of each game there")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Play.

    Raises:
        RunError: unknown bot, scenario or role, or a folder that cannot be written.
    """
    from livegame.bots.campaigns.play import play_campaign_bot
    from livegame.bots.campaigns.players import DAY_BOTS
    from livegame.bots.entries import BotError, maker
    from livegame.bots.play import BOTS, play_bot
    from livegame.runs.campaigns.seasons import season_of
    from livegame.runs.worlds import nearest, room_of, world_of

    campaign = args.scenario in library().campaigns
    if campaign and args.name not in DAY_BOTS:
        raise RunError(t("days.no_bot", name=clean(args.name, 60), like=", ".join(DAY_BOTS)))
    if args.name not in BOTS and ":" not in args.name:
        like = nearest(args.name, BOTS)
        raise RunError(t("cli.no_bot", name=clean(args.name, 60), like=like))
    try:
        maker(args.name)(0)
    except BotError as error:
        raise RunError(str(error)) from None
    if campaign:
        role = args.role or library().campaigns[args.scenario].roles[0]
        season_of(args.scenario, role)
    else:
        world = world_of(args.scenario)
        role = args.role or world.roles[0]
        room_of(world, role)
    play = play_campaign_bot if campaign else play_bot
    save = Path(args.save) if args.save is not None else None
    if save:
        make_folder(save)
    tell = progress(t("cli.nights"))
    with workers(args) as executor:
        runs = play(
            args.name, args.scenario, role, args.seeds, save=save, executor=executor, progress=tell
        )
    results = [
        {
            "seed": run.seed,
            "points": run.points,
            "settled_fen": run.settled_fen,
            "rank": run.rank,
            "hash": run.hash,
            "file": run.file or None,
        }
        for run in runs
    ]
    points = spread([run.points for run in runs])
    summary = {
        "runs": len(runs),
        "points": points,
        "settled_fen": spread([run.settled_fen for run in runs]),
        "rank": spread([run.rank for run in runs]),
    }
    data = {
        "bot": args.name,
        "scenario": args.scenario,
        "role": role,
        "results": results,
        "summary": summary,
    }
    head = ["seed", "points", "settled fen", "rank", "hash"]
    rows = [[r.seed, r.points, r.settled_fen, r.rank, r.hash[:12]] for r in runs]
    show(args, data, [*table(head, rows), "", t("cli.bot", name=args.name, **points)])
    return 0


def spread(values: Sequence[int]) -> dict[str, int]:
    """Lowest, 10 %, median, 90 % and highest of whole numbers, each one of them."""
    ordered = sorted(values)
    last = len(ordered) - 1
    return {
        "min": ordered[0],
        "p10": ordered[round(last * 0.1)],
        "median": ordered[last // 2],
        "p90": ordered[round(last * 0.9)],
        "max": ordered[-1],
    }
