"""livegame stars: what three stars take in each room of a night."""

import argparse

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
    """Play the expert in every room and print the limits, or write them where the game reads them.

    Raises:
        RunError: unknown scenario, or a folder that cannot be written.
    """
    from attrs import asdict

    from livegame.bots.stars import NIGHTS, stars_toml, third_stars
    from livegame.runs.worlds import world_of

    world_of(args.scenario)
    with workers(args) as executor:
        found = third_stars(
            args.scenario,
            nights=args.nights or NIGHTS,
            executor=executor,
            progress=progress(t("cli.par_rooms")),
        )
    text = stars_toml(found)
    if args.write:
        path = library().stars_file(args.scenario)
        path.parent.mkdir(exist_ok=True)
        write_atomically(path, text.encode())
        text += t("cli.fit_kept", path=str(path))
    show(args, asdict(found), text.splitlines())
    return 0
