"""A campaign against the record: for each recorded total what history's script predicts."""

from concurrent.futures import Executor

from livegame.bots.backtest import BacktestRow, judge
from livegame.bots.campaigns.measures import figure, play_script
from livegame.bots.nights import Progress
from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.engine.days.compile import build_season

MOST_RUNS = 40  # whole campaigns: their totals vary little from seed to seed
ORDER = {"fitted": 0, "implied": 1, "held_out": 2}


def backtest_campaign(
    campaign: str,
    runs: int,
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> list[BacktestRow]:
    """Play history's script under seeds 0 .. runs-1, at most MOST_RUNS, and judge every recorded
    figure.

    Raises:
        ContentError: the campaign is unknown or has no recorded result.
    """
    lib = library()
    if campaign not in lib.campaigns or not lib.campaigns[campaign].target:
        raise ContentError(f"campaign {campaign!r} has no recorded result to test against")
    one = lib.campaigns[campaign]
    role = one.roles[0]
    season = build_season(lib, campaign, role)
    found = play_script(campaign, role, range(min(runs, MOST_RUNS)), None, executor)
    if progress:
        progress(runs, runs)
    rows = [judge(lib, campaign, row, figure(lib, season, row, found)) for row in one.target]
    return sorted(rows, key=lambda row: ORDER[row.kind])
