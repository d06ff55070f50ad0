"""livegame stars: what three stars take in each room of a night or role of a campaign."""

import argparse
from collections.abc import Sequence
from typing import Any

from livegame.catalog.figures import percent
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.commands.cluster import add_cluster, workers
from livegame.commands.numbers import count
from livegame.commands.output import add_json, show
from livegame.commands.progress import progress
from livegame.runs.disk import write_atomically


def configure(parser: argparse.ArgumentParser) -> None:
    """What `stars` takes."""
    parser.add_argument("scenario", metavar="SCENARIO", help="see `livegame scenarios`")
    parser.add_argument("--nights", type=count, help="of each room (as many as were shipped with)")
    parser.add_argument("--write", action="store_true", help="keep the result in content/stars")
    add_cluster(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Play the expert in every room (the planner in every role of a campaign) and print the limits,
    or write them where the game reads them.

    Raises:
        RunError: unknown scenario, or a folder that cannot be written.
    """
    from attrs import asdict

    from livegame.bots.stars import NIGHTS, stars_toml, third_stars
    from livegame.runs.campaigns.seasons import is_campaign
    from livegame.runs.worlds import world_of

    if is_campaign(args.scenario):
        return _campaign(args)
    world_of(args.scenario)
    with workers(args) as executor:
        found = third_stars(
            args.scenario,
            nights=args.nights or NIGHTS,
            executor=executor,
            progress=progress(t("cli.par_rooms")),
        )
    _keep(args, stars_toml(found), asdict(found))
    return 0


def _campaign(args: argparse.Namespace) -> int:
    """The same of a campaign: the planner in every role, and whoever goes for each trophy."""
    from attrs import asdict

    from livegame.bots.campaigns.stars import CAMPAIGNS, measured
    from livegame.bots.stars import stars_toml

    with workers(args) as executor:
        found = measured(
            args.scenario,
            campaigns=args.nights or CAMPAIGNS,
            executor=executor,
            progress=progress(t("cli.par_rooms")),
        )
    trophies = {row.id: row.name for row in library().campaigns[args.scenario].trophy}
    lines = [
        t(
            "cli.cup",
            role=row.role,
            name=trophies[row.trophy],
            sought=percent(row.sought),
            passing=percent(row.passing),
            points=row.points,
        )
        for row in found.cups
    ]
    _keep(args, stars_toml(found.stars), asdict(found), lines)
    return 0


def _keep(
    args: argparse.Namespace, text: str, found: dict[str, Any], more: Sequence[str] = ()
) -> None:
    """Write the limits if asked to, and tell them."""
    if args.write:
        path = library().stars_file(args.scenario)
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, text.encode())
        text += t("cli.fit_kept", path=str(path))
    show(args, found, [*text.splitlines(), *more])
