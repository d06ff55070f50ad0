"""The engine against the record: for each recorded figure what history's night predicts."""

from concurrent.futures import Executor

import numpy as np
from attrs import frozen

from livegame.bots.measures import goal_of
from livegame.bots.nights import Progress, many_nights
from livegame.catalog.library import Library, library
from livegame.catalog.nights import Target
from livegame.catalog.problems import ContentError
from livegame.engine.tables import Floats

TOLERANCE = 0.05
RUNS = 200


@frozen
class BacktestRow:
    """One recorded figure and its prediction, in the fact's unit.

    Attributes:
        kind: fitted, implied or held_out. target: the record, or the limit that passes.
        median, p10, p90: over the seeds. error: (median - target) / target, a fraction.
        passed: within 5 % if fitted or implied or a count; within the limit otherwise.
    """

    id: str
    scenario: str
    kind: str
    fact: str
    target: float
    median: float
    p10: float
    p90: float
    error: float
    passed: bool
    note: str


def quantile(values: Floats, share: float) -> float:
    """A quantile that copes with infinities: the nearest of the sorted values."""
    ordered = np.sort(values, kind="stable")
    return float(ordered[min(len(ordered) - 1, int(share * len(ordered)))])


def median(values: Floats) -> float:
    """The middle value, or the mean of the middle two."""
    ordered = np.sort(values, kind="stable")
    half = len(ordered) // 2
    return float(ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2)


def judge(lib: Library, scenario: str, target: Target, values: Floats) -> BacktestRow:
    """Hold the values of one figure against its record."""
    middle = median(values)
    goal = target.limit or goal_of(lib, target)
    error = (middle - goal) / goal
    return BacktestRow(
        id=target.id,
        scenario=scenario,
        kind=target.kind,
        fact=target.fact or target.source,
        target=goal,
        median=middle,
        p10=quantile(values, 0.1),
        p90=quantile(values, 0.9),
        error=error,
        passed=middle <= goal if target.limit else abs(error) <= TOLERANCE,
        note=target.note,
    )


def run_backtest(
    scenario: str,
    runs: int = RUNS,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> list[BacktestRow]:
    """Play history's night under seeds 0 .. runs-1 and judge every recorded figure.

    Raises:
        ContentError: the scenario is unknown or has no recorded result.
    """
    lib = library()
    if scenario not in lib.scenarios:
        raise ContentError(f"no scenario {scenario!r}; there are {', '.join(lib.scenarios)}")
    targets = lib.scenarios[scenario].target
    if not targets:
        raise ContentError(f"scenario {scenario!r} has no recorded result to test against")
    nights = many_nights(scenario, range(runs), jobs=jobs, executor=executor, progress=progress)
    order = {"fitted": 0, "implied": 1, "held_out": 2}
    rows = [judge(lib, scenario, t, nights.figures[t.id]) for t in targets]
    return sorted(rows, key=lambda row: order[row.kind])
