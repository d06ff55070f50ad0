"""livegame history: history's broadcasts, looked at or made anew."""

import argparse
import tempfile
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path

from attrs import asdict

from livegame.catalog.campaigns import Campaign
from livegame.catalog.library import library
from livegame.catalog.nights import Scenario
from livegame.catalog.texts import t
from livegame.commands.cluster import add_cluster, workers
from livegame.commands.output import add_json, complain, show
from livegame.commands.progress import progress
from livegame.runs.broadcasts import SEEDS, broadcast_bytes, recorded_roles
from livegame.runs.disk import write_atomically
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_bytes
from livegame.runs.saved import BOTS, bot_games, broadcast_name, broadcasts, saves_folder
from livegame.runs.store import peek
from livegame.runs.verify import Verdict, verify_many

PLAYERS = ("random", "greedy")
GAMES = range(4)  # seeds of the bots' games that are shipped, for each role


def configure(parser: argparse.ArgumentParser) -> None:
    """What `history` takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="only this night")
    parser.add_argument(
        "--write", action="store_true", help="make all runs in saves/ anew (after a calibration)"
    )
    add_cluster(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Verify the shipped runs, after making them anew if asked; 1 if any does not hold.

    Raises:
        RunError: unknown scenario, no recorded result, or a folder that cannot be written.
    """
    scenes = _scenes(args.scenario)
    if args.write:
        folder = saves_folder()
        if folder is None:
            raise RunError(t("cli.no_saves"))
        with workers(args) as executor:
            for scene in scenes:
                _write(scene, folder, executor)
    names = {scene.id for scene in scenes}
    files = [path for path in [*broadcasts(), *bot_games()] if _scenario(path) in names]
    verdicts = list(verify_many(files, args.jobs))
    missing = [name for scene in scenes for name in _missing(scene)]
    show(args, [asdict(verdict) for verdict in verdicts], _lines(verdicts, missing))
    if missing or not all(verdict.ok for verdict in verdicts):
        complain(t("cli.saves_stale"))
        return 1
    return 0


def _scenes(name: str | None) -> list[Scenario | Campaign]:
    from livegame.runs.campaigns.seasons import role_of

    lib = library()
    known: list[Scenario | Campaign] = [*lib.scenarios.values(), *lib.campaigns.values()]
    scenes = {scene.id: scene for scene in known if recorded_roles(scene)}
    if name is None:
        return list(scenes.values())
    role_of(name, None)  # says which there are
    if name not in scenes:
        raise RunError(t("cli.no_record", name=name))
    return [scenes[name]]


def _scenario(path: Path) -> str:
    try:
        return peek(path)[0].scenario
    except RunError:
        return ""


def _missing(scene: Scenario | Campaign) -> list[str]:
    there = {path.name for path in broadcasts()}
    names = [broadcast_name(scene.id, role) for role in recorded_roles(scene)]
    return [name for name in names if name not in there]


def _lines(verdicts: Sequence[Verdict], missing: Sequence[str]) -> list[str]:
    lines = [
        t("cli.holds", file=v.file, points=v.points, hash=v.hash)
        if v.ok
        else t("cli.differs", file=v.file, why=v.why)
        for v in verdicts
    ]
    return lines + [t("cli.differs", file=name, why=t("cli.missing")) for name in missing]


def _write(scene: Scenario | Campaign, folder: Path, executor: Executor | None) -> None:
    """Choose the night, or the days, and write all runs of a scenario."""
    from livegame.bots.campaigns.nearest import nearest_campaign
    from livegame.bots.nearest import nearest_seed
    from livegame.runs.campaigns.broadcasts import campaign_bytes

    tell = progress(t("cli.nights"))
    if isinstance(scene, Campaign):
        role = recorded_roles(scene)[0]
        found = nearest_campaign(scene.id, role, SEEDS, executor=executor, progress=tell)
    else:
        found = nearest_seed(scene.id, SEEDS, executor=executor, progress=tell)
    for role in recorded_roles(scene):
        path = folder / broadcast_name(scene.id, role)
        if isinstance(scene, Campaign):
            data = campaign_bytes(scene, role, found.seed)
        else:
            data = broadcast_bytes(scene, role, found.seed)
        write_atomically(path, data)
    _write_games(scene, folder / BOTS)
    complain(t("cli.history_made", name=scene.id, seed=found.seed, error=f"{found.error:.1%}"))


def _write_games(scene: Scenario | Campaign, folder: Path) -> None:
    from livegame.bots.campaigns.play import play_campaign_bot
    from livegame.bots.play import play_bot

    play = play_campaign_bot if isinstance(scene, Campaign) else play_bot
    for role in recorded_roles(scene):
        for bot in PLAYERS:
            with tempfile.TemporaryDirectory() as place:
                for game in play(bot, scene.id, role, GAMES, save=Path(place)):
                    name = f"{scene.id}-{role}-{bot}-{game.seed}.live"
                    write_atomically(folder / name, read_bytes(Path(game.file)))
