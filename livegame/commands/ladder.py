"""livegame ladder: all bots on the same nights, and the gates that the rules must pass."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from livegame.catalog.texts import t
from livegame.commands.cluster import add_cluster, workers
from livegame.commands.depth import depth_table, night_row, put_between, put_row
from livegame.commands.ladder_report import gate_data, gate_lines, ladder_data, ladder_lines
from livegame.commands.numbers import seeds
from livegame.commands.output import add_json, show
from livegame.commands.progress import progress
from livegame.runs.problems import RunError

if TYPE_CHECKING:
    from livegame.bots.gates.gate import Measured


def configure(parser: argparse.ArgumentParser) -> None:
    """What `ladder` takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="the one with most rooms")
    parser.add_argument("--role", help="whose room; the first of the scenario if not given")
    parser.add_argument(
        "--seeds", type=seeds, metavar="A:B", help="half open (10000:10200); none used for tuning"
    )
    parser.add_argument("--bots", metavar="A,B,...", help="which bots; all if not given")
    parser.add_argument(
        "--bot",
        action="append",
        default=[],
        metavar="FILE.py:NAME",
        help="a bot of your own, too; runs that file",
    )
    parser.add_argument("--gates", action="store_true", help="measure the gates instead")
    parser.add_argument("--report", metavar="PAGE.md", help="put the gates' table into this page")
    parser.add_argument("--only", metavar="A,B,...", help="only these families of gates")
    parser.add_argument(
        "--resume", type=Path, metavar="FILE", help="keep gates there as they come; go on from it"
    )
    add_cluster(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Play the ladder, or measure the gates; 1 if a gate does not hold.

    Raises:
        RunError: unknown scenario, role, bot or family, or seeds that the tuning has seen.
    """
    from livegame.bots.entries import BotError
    from livegame.bots.scenes import main_night

    scenario = args.scenario or main_night()
    role = _role(args, scenario)
    nights = _unseen(scenario, args.seeds)
    try:
        return (_gates if args.gates else _ladder)(args, scenario, role, nights)
    except BotError as error:
        raise RunError(str(error)) from None


def _role(args: argparse.Namespace, scenario: str) -> str:
    from livegame.runs.worlds import room_of, world_of

    world = world_of(scenario)
    role = str(args.role or world.roles[0])
    room_of(world, role)
    return role


def _unseen(scenario: str, asked: range | None) -> range:
    """The seeds, none of which anything was fitted, tuned or chosen on.

    Raises:
        RunError: some of them were.
    """
    from livegame.bots.ladder import FIRST_SEED, NIGHTS, spent_seeds

    chosen = asked or range(FIRST_SEED, FIRST_SEED + NIGHTS)
    met = [
        t(f"ladder.spent.{what}", seeds=f"{used.start}:{used.stop}")
        for used, what in spent_seeds(scenario).items()
        if chosen.start < used.stop and used.start < chosen.stop
    ]
    if met:
        raise RunError(t("ladder.seen", spent="; ".join(met)))
    return chosen


def _ladder(args: argparse.Namespace, scenario: str, role: str, nights: range) -> int:
    from livegame.bots.entries import Entry
    from livegame.bots.ladder import ORDER, climb

    named = args.bots.split(",") if args.bots else list(ORDER)
    entries = [Entry(name.strip()) for name in [*named, *args.bot]]
    with workers(args) as executor:
        rows = climb(
            scenario, role, entries, nights, executor=executor, progress=progress(t("cli.nights"))
        )
    data = ladder_data(scenario, role, nights, rows)
    show(args, data, ladder_lines(rows, len(nights)))
    return 0


def _gates(args: argparse.Namespace, scenario: str, role: str, nights: range) -> int:
    from livegame.bots.gates.families import FAMILIES
    from livegame.bots.gates.gate import Measured, passed
    from livegame.bots.gates.setting import FIELD, Setting
    from livegame.commands.gates_kept import kept_gates

    families = [name.strip() for name in args.only.split(",")] if args.only else list(FAMILIES)
    for name in families:
        if name not in FAMILIES:
            raise RunError(t("ladder.no_family", name=name, known=", ".join(FAMILIES)))
    field = tuple(args.bots.split(",")) if args.bots else FIELD
    missing = {"random", "greedy", "expert"} - set(field)
    if missing:
        raise RunError(t("ladder.gates_need", bots=", ".join(sorted(missing))))
    found: list[Measured] = []
    with workers(args) as executor:
        setting = Setting(scenario, role, nights, executor, bots=field)
        kept = kept_gates(args.resume, setting)
        for name in families:
            if name not in kept.families:
                setting.progress = progress(t("ladder.measuring", family=name))
                kept.add(name, FAMILIES[name](setting))
            found += kept.families[name]
    if args.report:
        _report(args, scenario, role, nights, found)
    data: dict[str, Any] = gate_data(scenario, role, nights, found)
    show(args, data, gate_lines(found))
    return 1 if any(passed(one) is False for one in found) else 0


def _report(
    args: argparse.Namespace, scenario: str, role: str, nights: range, found: list["Measured"]
) -> None:
    """The whole table for the night with most rooms, a row of its own for every other."""
    from livegame.bots.scenes import main_night

    page = Path(args.report)
    if scenario == main_night():
        put_between(page, depth_table(found, _again(args, scenario, role, nights)))
    else:
        put_row(page, night_row(scenario, role, len(nights), found))


def _again(args: argparse.Namespace, scenario: str, role: str, nights: range) -> str:
    """The command that measures the same again."""
    seen = f"{nights.start}:{nights.stop}"
    words = ["livegame ladder", scenario, "--gates", "--role", role, "--seeds", seen]
    words += ["--only", args.only] if args.only else []
    return " ".join([*words, "--report", args.report])
