"""livegame par: what a night without a recorded result is measured by."""

import argparse

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.commands.cluster import add_cluster, workers
from livegame.commands.numbers import count
from livegame.commands.output import add_json, show
from livegame.commands.progress import progress
from livegame.runs.clean import clean
from livegame.runs.disk import write_atomically
from livegame.runs.problems import RunError

RUNS = 12


def configure(parser: argparse.ArgumentParser) -> None:
    """What `par` takes."""
    parser.add_argument("scenario", metavar="SCENARIO", help="a night without a recorded result")
    parser.add_argument("--bot", default="planner", help="who plays (planner)")
    parser.add_argument("--seeds", type=count, default=RUNS, help=f"nights a role ({RUNS})")
    parser.add_argument("--write", action="store_true", help="keep the result in content/fits")
    add_cluster(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Play every role and print the fit, or write it where the game reads it.

    Raises:
        RunError: unknown scenario or bot, a recorded result, or a folder that cannot be written.
    """
    from attrs import asdict

    from livegame.bots.par import par_of, par_toml
    from livegame.bots.players import BOTS
    from livegame.runs.worlds import meant, nearest

    known, name = library().scenarios, clean(args.scenario, 60)
    if args.scenario not in known:
        told = meant(args.scenario, known)
        raise RunError(t("runs.no_scenario", name=name, like=told))
    if known[args.scenario].target:
        raise RunError(t("cli.par_recorded", name=name))
    if args.bot not in BOTS:
        like = nearest(args.bot, BOTS)
        raise RunError(t("cli.no_bot", name=clean(args.bot, 60), like=like))
    with workers(args) as executor:
        fit = par_of(
            args.scenario,
            bot=args.bot,
            runs=args.seeds,
            executor=executor,
            progress=progress(t("cli.par_rooms")),
        )
    text = par_toml(fit, args.bot)
    if args.write:
        path = library().fit_file(args.scenario)
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, text.encode())
        text += t("cli.fit_kept", path=str(path))
    show(args, asdict(fit), text.splitlines())
    return 0
