"""livegame calibrate: solve a night's free parameters for its recorded totals."""

import argparse

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.commands.cluster import add_cluster, workers
from livegame.commands.output import add_json, show
from livegame.commands.progress import progress
from livegame.runs.disk import write_atomically
from livegame.runs.problems import RunError


def configure(parser: argparse.ArgumentParser) -> None:
    """What `calibrate` takes."""
    parser.add_argument("scenario", metavar="SCENARIO", help="the night")
    parser.add_argument("--write", action="store_true", help="keep the result in content/fits")
    add_cluster(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Solve from scratch and print the fit, or write it where the game reads it.

    Raises:
        RunError: unknown scenario, no recorded result, or a folder that cannot be written.
    """
    from attrs import asdict

    from livegame.bots.calibrate import calibrate, fit_toml
    from livegame.bots.campaigns.calibrate import calibrate_campaign
    from livegame.runs.worlds import world_of

    campaign = args.scenario in library().campaigns
    name = args.scenario if campaign else world_of(args.scenario).scenario.id
    if not campaign and not library().scenarios[name].target:
        raise RunError(t("cli.no_record", name=name))
    solve = calibrate_campaign if campaign else calibrate
    tell = progress(t("cli.nights"))
    with workers(args) as executor:
        fit = solve(name, executor=executor, progress=tell)
    text = fit_toml(fit)
    if args.write:
        path = library().fit_file(name)
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, text.encode())
        text += t("cli.fit_kept", path=str(path))
    show(args, asdict(fit), text.splitlines())
    return 0
