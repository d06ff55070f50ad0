"""The engine against the record, over 200 seeds: run once for all these tests."""

import math

import numpy as np
import pytest

from livegame.bots import backtest, calibrate
from livegame.bots.backtest import BacktestRow, judge, median, quantile, run_backtest
from livegame.bots.nights import Nights, many_nights
from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.engine.world import World

SCENARIO = "618-2020-diplomats"
TARGETS = {target.id: target for target in library().scenarios[SCENARIO].target}
FITTED = {"viewers", "durians", "coconuts", "rice", "ramen", "dumplings", "ice-creams-and-candies"}
SINGLE = math.log(1.05)  # a step that stays within the tolerance of one total


@pytest.fixture(scope="module")
def nights() -> Nights:
    return many_nights(SCENARIO, range(backtest.RUNS))


@pytest.fixture(scope="module")
def rows(nights: Nights) -> dict[str, BacktestRow]:
    lib = library()
    return {
        name: judge(lib, SCENARIO, target, nights.figures[name]) for name, target in TARGETS.items()
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FITTED))
def test_history_gives_each_recorded_total_within_a_twentieth(
    rows: dict[str, BacktestRow], name: str
) -> None:
    row = rows[name]
    assert row.kind == "fitted"
    assert row.passed
    assert abs(row.error) <= 0.05
    assert row.p10 <= row.median <= row.p90


@pytest.mark.slow
def test_what_the_week_implies_is_met(rows: dict[str, BacktestRow]) -> None:
    assert rows["week-mangosteens"].kind == "implied"
    assert rows["week-mangosteens"].passed


@pytest.mark.slow
def test_held_out_records_are_reported_whatever_comes(rows: dict[str, BacktestRow]) -> None:
    held_out = {name for name, row in rows.items() if row.kind == "held_out"}
    assert held_out == {
        "mangosteens-in-seconds", "thailand-first", "south-korea-second", "week-coconuts",
    }  # fmt: skip
    for name in held_out:
        assert rows[name].target > 0
        assert not math.isnan(rows[name].median)


@pytest.mark.slow
def test_one_more_step_of_the_calibration_moves_nothing_by_more_than_noise(
    nights: Nights,
) -> None:
    lib = library()
    fit = lib.fits[SCENARIO]
    after = calibrate._step(lib, lib.scenarios[SCENARIO], fit, nights)
    assert abs(math.log(after.arrivals / fit.arrivals)) < SINGLE
    for good, appeal in fit.appeal.items():
        # A good whose appeal hangs on another's moves with it.
        assert abs(after.appeal[good] - appeal) < 2 * SINGLE, good


@pytest.mark.slow
def test_par_is_what_history_settles(nights: Nights, world: World) -> None:
    middle = np.median(nights.settled, axis=0)
    assert middle == pytest.approx(np.array(world.par), rel=0.1)


def test_a_run_of_the_whole_backtest_orders_its_rows(short_nights: World) -> None:
    found = run_backtest(SCENARIO, 3)
    kinds = [row.kind for row in found]
    assert {row.id for row in found} == set(TARGETS)
    assert kinds == sorted(kinds, key=["fitted", "implied", "held_out"].index)


def test_it_says_how_far_it_is(short_nights: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from livegame.bots import nights as sweep

    monkeypatch.setattr(sweep, "BATCH", 2)
    told: list[tuple[int, int]] = []
    run_backtest(SCENARIO, 5, progress=lambda done, total: told.append((done, total)))
    assert told == [(2, 5), (4, 5), (5, 5)]


def test_an_unknown_scenario_is_refused() -> None:
    with pytest.raises(ContentError, match="no scenario 'nowhere'"):
        run_backtest("nowhere")


@pytest.mark.parametrize(
    ("values", "middle"), [([3], 3), ([1, 2], 1.5), ([5, 1, 3], 3), ([1, 2, 30, math.inf], 16)]
)
def test_the_median_is_the_middle(values: list[float], middle: float) -> None:
    assert median(np.array(values, dtype=np.float64)) == middle


def test_quantiles_cope_with_what_never_happened() -> None:
    values = np.array([math.inf] * 3 + [4.0] * 7)
    assert quantile(values, 0.1) == 4.0
    assert quantile(values, 0.9) == math.inf


@pytest.mark.parametrize(("value", "passed"), [(5250, True), (4750, True), (5251, False)])
def test_a_total_passes_within_a_twentieth(value: int, passed: bool) -> None:
    row = judge(library(), SCENARIO, TARGETS["durians"], np.full(3, float(value)))
    assert row.target == 5000
    assert row.passed is passed


@pytest.mark.parametrize(("value", "passed"), [(3.0, True), (60.0, True), (61.0, False)])
def test_a_limit_passes_at_or_below_it(value: float, passed: bool) -> None:
    row = judge(library(), SCENARIO, TARGETS["mangosteens-in-seconds"], np.full(3, value))
    assert row.passed is passed
