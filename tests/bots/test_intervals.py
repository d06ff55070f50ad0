"""Intervals and rankings against what textbooks give."""

import math

import numpy as np
import pytest

from livegame.bots.intervals import interval, kendall, paired, wins


@pytest.mark.parametrize(("count", "t"), [(6, 2.571), (11, 2.228), (31, 2.042), (201, 1.972)])
def test_the_interval_is_students(count: int, t: float) -> None:
    values = np.arange(count) % 5 * 10
    found = interval(values)
    half = t * values.std(ddof=1) / math.sqrt(count)
    assert found.mean == pytest.approx(values.mean())
    assert found.high - found.mean == pytest.approx(half, rel=0.01)
    assert found.mean - found.low == pytest.approx(half, rel=0.01)


def test_one_value_says_nothing_about_its_interval() -> None:
    found = interval(np.array([7]))
    assert (found.mean, found.low, found.high) == (7.0, -math.inf, math.inf)


def test_the_interval_holds_the_truth_19_times_in_20() -> None:
    dice = np.random.default_rng(1)
    held = 0
    for _ in range(2000):
        found = interval(dice.normal(3.0, 2.0, 12))
        held += found.low <= 3.0 <= found.high
    assert 0.935 < held / 2000 < 0.965


def test_pairs_take_shared_luck_out() -> None:
    luck = np.random.default_rng(2).normal(0, 100, 50)
    one, other = luck + 5 + np.arange(50) % 3, luck
    assert paired(one, other).low > 5
    assert paired(other, one).high < -5
    assert interval(one).low < 0


def test_wins_count_draws_half() -> None:
    assert wins(np.array([1, 2, 3, 4]), np.array([0, 2, 9, 1])) == 0.625


def test_kendalls_tau() -> None:
    assert kendall([1, 2, 3, 4], [10, 20, 30, 40]) == 1.0
    assert kendall([1, 2, 3, 4], [4, 3, 2, 1]) == -1.0
    assert kendall([1, 2, 3, 4], [1, 3, 2, 4]) == pytest.approx(4 / 6)
    assert kendall([1, 1, 2], [1, 2, 3]) == pytest.approx(2 / math.sqrt(6))
    assert kendall([5, 5, 5], [1, 2, 3]) == 0.0
