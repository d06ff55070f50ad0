"""livegame backtest: the engine held against the recorded figures."""

import argparse
import math
from typing import TYPE_CHECKING

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.commands.cluster import add_cluster, workers
from livegame.commands.numbers import count
from livegame.commands.output import add_json, show
from livegame.commands.progress import progress
from livegame.plain.columns import table
from livegame.runs.problems import RunError

if TYPE_CHECKING:
    from livegame.bots.backtest import BacktestRow

FEW = 50  # seeds, below which a median is mostly luck


def configure(parser: argparse.ArgumentParser) -> None:
    """What `backtest` takes."""
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help="only this night")
    parser.add_argument("--runs", type=count, default=200, help="seeds 0 .. N-1 (200)")
    add_cluster(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Backtest; 1 if a fitted figure misses its record.

    Raises:
        RunError: unknown scenario, or one without a recorded result.
    """
    from livegame.bots.backtest import BacktestRow, run_backtest
    from livegame.bots.campaigns.backtest import MOST_RUNS, backtest_campaign

    rows: list[BacktestRow] = []
    tell = progress(t("cli.nights"))
    scenarios = _scenarios(args.scenario)
    with workers(args) as executor:
        for scenario in scenarios:
            run_one = backtest_campaign if scenario in library().campaigns else run_backtest
            rows += run_one(scenario, args.runs, executor=executor, progress=tell)
    data = [
        {
            "id": row.id,
            "scenario": row.scenario,
            "kind": row.kind,
            "fact": row.fact,
            "target": _finite(row.target),
            "median": _finite(row.median),
            "p10": _finite(row.p10),
            "p90": _finite(row.p90),
            "error": _finite(row.error),
            "pass": bool(row.passed),
            "note": row.note,
        }
        for row in rows
    ]
    cells = [
        [
            row.kind,
            row.id,
            *map(_cell, (row.target, row.median, row.p10, row.p90)),
            _error(row),
            t("cli.passes") if row.passed else t("cli.misses"),
        ]
        for row in rows
    ]
    head = ["kind", "figure", "record", "median", "p10", "p90", "error", "verdict"]
    few = [t("cli.backtest_few", runs=args.runs, usual=FEW)] if args.runs < FEW else []
    if args.runs > MOST_RUNS and any(name in library().campaigns for name in scenarios):
        few.append(t("days.backtest_most", runs=MOST_RUNS))
    show(args, data, [*table(head, cells), "", t("cli.backtest", runs=args.runs), *few])
    return 1 if any(row.kind == "fitted" and not row.passed for row in rows) else 0


def _scenarios(name: str | None) -> list[str]:
    from livegame.runs.worlds import world_of

    scenes, campaigns = library().scenarios, library().campaigns
    if name is None:
        nights = [scene.id for scene in scenes.values() if scene.target]
        return [*nights, *(one.id for one in campaigns.values() if one.target)]
    if name in campaigns and campaigns[name].target:
        return [name]
    if name in campaigns:
        raise RunError(t("cli.no_record", name=name))
    if not world_of(name).scenario.target:
        raise RunError(t("cli.no_record", name=name))
    return [name]


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _cell(value: float) -> str:
    if not math.isfinite(value):
        return t("cli.never")
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.1f}"


def _error(row: "BacktestRow") -> str:
    """How far the median is off: in places for a rank, else as part of the record."""
    lib = library()
    scene = lib.campaigns.get(row.scenario) or lib.scenarios[row.scenario]
    target = next(one for one in scene.target if one.id == row.id)
    if target.measure != "rank":
        return _percent(row.error)
    places = row.median - row.target
    return t("cli.places", places=f"{places:+.0f}" if places == int(places) else f"{places:+.1f}")


def _percent(value: float) -> str:
    return f"{value * 100:+.1f} %" if math.isfinite(value) else "-"
