"""The engine's aggregated draws are those of viewers who each decide for themselves."""

import numpy as np
import pytest
from exact import Fit
from individuals import busy_moment, small_world
from outcomes import Outcomes, compared, engine_once, engine_run, individuals_run

from livegame.engine import draws
from livegame.engine.sampling import binomial
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World


def unlike(found: dict[str, Fit]) -> dict[str, Fit]:
    return {name: fit for name, fit in found.items() if not fit.good}


@pytest.fixture(scope="module")
def few() -> World:
    return small_world()


@pytest.fixture(scope="module")
def busy(few: World) -> State:
    return busy_moment(few)


@pytest.fixture(scope="module")
def rush(busy: State) -> State:
    """A launch of twenty packs before six hundred viewers: most are turned away, and look on."""
    shelf = busy.shelf.copy()
    shelf[0, 0, :2] = [20, 2]
    open_ = busy.link.copy()
    open_[0, 0] = 1
    keen = busy.desire.copy()
    keen[0, 0] = 50_000
    return moved_on(busy, shelf=shelf, link=open_, desire=keen)


@pytest.fixture(scope="module")
def one_tick(few: World, busy: State) -> tuple[Outcomes, Outcomes]:
    return engine_once(few, busy, 150), individuals_run(few, busy, 1, 1200)


@pytest.fixture(scope="module")
def ten_ticks(few: World, busy: State) -> tuple[Outcomes, Outcomes]:
    return engine_run(few, busy, 10, 2000), individuals_run(few, busy, 10, 500)


def test_one_tick_is_that_of_individuals(one_tick: tuple[Outcomes, Outcomes]) -> None:
    found = compared(*one_tick)
    assert len(found) > 70
    assert not unlike(found)


def test_a_sell_out_is_that_of_individuals(few: World, rush: State) -> None:
    theirs = individuals_run(few, rush, 1, 1800)
    assert theirs["turned away 0"].mean() > 10
    assert theirs["orders 1"].mean() > 0.5
    assert not unlike(compared(engine_once(few, rush, 350), theirs))


@pytest.mark.slow
def test_ten_ticks_are_those_of_individuals(ten_ticks: tuple[Outcomes, Outcomes]) -> None:
    found = compared(*ten_ticks)
    assert len(found) > 70
    assert not unlike(found)


@pytest.mark.parametrize("factor", [1.25, 0.5])
def test_a_draw_of_the_wrong_variance_is_found(
    few: World,
    busy: State,
    one_tick: tuple[Outcomes, Outcomes],
    factor: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A quarter more or half of it, the mean kept: orders, leavers and arrivals all tell."""

    def spoilt(n, p, words):  # type: ignore[no-untyped-def]
        mean = n * np.clip(p, 0.0, 1.0)
        away = (binomial(n, p, words) - mean) * np.sqrt(factor)
        dither = np.random.default_rng(1).random(mean.shape)
        return np.clip(np.floor(mean + away + dither), 0, n).astype(np.int64)

    monkeypatch.setattr(draws, "binomial_row", spoilt)
    found = unlike(compared(engine_once(few, busy, 150), one_tick[1]))
    assert {"orders 0", "left 0"} <= set(found)
    assert any(name.startswith("arrived") for name in found)


def test_a_forgotten_kind_of_leaver_is_found(
    few: World, busy: State, one_tick: tuple[Outcomes, Outcomes]
) -> None:
    from attrs import evolve

    none_wander = evolve(few, rates=evolve(few.rates, transfer=0.0))
    found = unlike(compared(engine_once(none_wander, busy, 100), one_tick[1]))
    assert {"lobby 0", "home 0"} <= set(found)
