"""livegame tune: find better weights for the expert, on nights kept for that."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import asdict

from livegame.catalog.texts import t
from livegame.commands.cluster import add_cluster, workers
from livegame.commands.numbers import count, seed
from livegame.commands.output import add_json, show
from livegame.commands.progress import progress
from livegame.runs.problems import RunError


def configure(parser: argparse.ArgumentParser) -> None:
    """What `tune` takes."""
    parser.add_argument("scenario", metavar="SCENARIO", help="see `livegame scenarios`")
    parser.add_argument(
        "--roles", metavar="A,B,...", help="rooms to play; every fourth if not given"
    )
    parser.add_argument(
        "--apart", action="store_true", help="weights of one room alone, beside the scenario's"
    )
    parser.add_argument("--rounds", type=count, default=30, help="generations (30)")
    parser.add_argument(
        "--size", type=count, default=16, help="candidates in each (16, at least 4)"
    )
    parser.add_argument("--nights", type=count, default=6, help="of each candidate and room (6)")
    parser.add_argument(
        "--check",
        type=count,
        default=30,
        help="nights a room that choose, and tell, at the end (30)",
    )
    parser.add_argument(
        "--sweeps", type=count, default=0, help="times each weight is tried alone, after them (0)"
    )
    parser.add_argument("--search-seed", type=seed, default=618, help="of the search (618)")
    parser.add_argument("--again", action="store_true", help="go on from the weights kept last")
    parser.add_argument("--write", action="store_true", help="keep what was found in content")
    add_cluster(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Tune.

    Raises:
        RunError: unknown scenario or role, or too few candidates.
    """
    from livegame.bots.expert.style import style_for, tuned_file
    from livegame.bots.tuning import tune, tuned_toml
    from livegame.runs.campaigns.seasons import is_campaign
    from livegame.runs.worlds import room_of, world_of

    if is_campaign(args.scenario):
        return _campaign(args)
    world = world_of(args.scenario)
    roles = args.roles.split(",") if args.roles else list(world.roles[::4])
    for role in roles:
        room_of(world, role)
    if args.apart and len(roles) != 1:
        raise RunError(t("ladder.one_room"))
    if args.size < 4:
        raise RunError(t("ladder.too_few"))
    with workers(args) as executor:
        found = tune(
            args.scenario,
            roles,
            rounds=args.rounds,
            size=args.size,
            nights=args.nights,
            check=args.check,
            sweeps=args.sweeps,
            seed=args.search_seed,
            start=style_for(args.scenario, roles[0] if args.apart else "") if args.again else None,
            executor=executor,
            progress=progress(t("ladder.tuning")),
        )
    text = tuned_toml(found)
    told = {"scenario": found.scenario, "points": found.points, "start": found.start}
    kept = tuned_file(args.scenario, roles[0] if args.apart else "")
    _keep(args, kept, text, asdict(found), [t("ladder.tuned", **told)])
    return 0


def _campaign(args: argparse.Namespace) -> int:
    """The same for the planner of a campaign that leads up to a night: a plain search, role by
    role."""
    from livegame.bots.campaigns.temper import tempers_file
    from livegame.bots.campaigns.tempering import STEPS, tempered, tempers_toml
    from livegame.catalog.library import library
    from livegame.runs.campaigns.seasons import season_of

    one = library().campaigns[args.scenario]
    roles = args.roles.split(",") if args.roles else list(one.roles)
    if not all(season_of(args.scenario, role).eve.windows for role in roles):
        raise RunError(t("ladder.no_tuning", name=one.title))
    with workers(args) as executor:
        found = tempered(
            args.scenario,
            roles,
            rounds=min(args.rounds, len(STEPS)),
            seeds=args.nights,
            again=args.again,
            executor=executor,
            progress=progress(t("ladder.tuning")),
        )
    _keep(args, tempers_file(args.scenario), tempers_toml(found), asdict(found))
    return 0


def _keep(
    args: argparse.Namespace, path: Path, text: str, found: dict[str, Any], more: Sequence[str] = ()
) -> None:
    """Tell what was found, and write it if asked to."""
    from livegame.runs.disk import make_folder, write_atomically

    lines = [text, *more]
    if args.write:
        make_folder(path.parent)
        write_atomically(path, text.encode())
        lines.append(t("ladder.kept", path=path))
    show(args, found, lines)
