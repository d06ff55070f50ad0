"""The ladder of bots: all on the same nights, weakest first, each step with its interval."""

from collections.abc import Sequence
from concurrent.futures import Executor

import numpy as np
from attrs import frozen

from livegame.bots.entries import Entry
from livegame.bots.expert.style import tuned
from livegame.bots.games import Played, play_all
from livegame.bots.intervals import Interval, interval, paired, wins
from livegame.bots.nights import Progress
from livegame.catalog.library import library

FIRST_SEED = 10_000  # the backtest's seeds end at 200; those of calibration and tuning are below
NIGHTS = 200
KEPT_SEED, KEPT = 9_000, 8  # nights on which running orders are chosen, never measured
ORDER = ("random", "greedy", "greedy-margin", "reader", "history", "fixed-price", "planner",
         "expert")  # fmt: skip


def spent_seeds(scenario: str) -> dict[range, str]:
    """Seeds that no ladder may use, by what they were used for: "fit", "tuning" or "scripts"."""
    found = {range(KEPT_SEED, KEPT_SEED + KEPT): "scripts"}
    fit = library().fits.get(scenario)
    styles = [tuned(scenario, role) for role in ("", *library().scenarios[scenario].roles)]
    used = [(fit.seeds, "fit")] if fit else []
    for seeds, what in [*used, *((style.seeds, "tuning") for style in styles if style)]:
        first, colon, end = seeds.partition(":")
        if colon:
            found[range(int(first), int(end))] = what
    return found


@frozen(eq=False)
class LadderRow:
    """One bot's nights, and its step above the one below it.

    Attributes:
        mean: of the points, with its interval. step: above the row below, paired by seed.
        wins: share of single nights in which it beats the row below. None for the lowest.
    """

    entry: Entry
    played: Played
    mean: Interval
    median: float
    step: Interval | None
    wins: float | None


def climb(
    scenario: str,
    role: str,
    entries: Sequence[Entry],
    seeds: Sequence[int],
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> list[LadderRow]:
    """Let every entry play the same nights; the rows from the lowest mean to the highest.

    Raises:
        BotError: an entry's bot cannot be had.
        ValueError: the role is not in the scenario.
    """
    for entry in entries:
        entry.host(0)
    contests = [(scenario, role, entry, seeds) for entry in entries]
    return ranked(entries, play_all(contests, executor=executor, progress=progress))


def ranked(entries: Sequence[Entry], played: Sequence[Played]) -> list[LadderRow]:
    """Rows in the order of their means; equal ones keep their order."""
    order = sorted(range(len(entries)), key=lambda i: float(played[i].points.mean()))
    rows: list[LadderRow] = []
    for at in order:
        points = played[at].points
        below = rows[-1].played.points if rows else None
        rows.append(
            LadderRow(
                entry=entries[at],
                played=played[at],
                mean=interval(points),
                median=float(np.median(points)),
                step=None if below is None else paired(points, below),
                wins=None if below is None else wins(points, below),
            )
        )
    return rows
