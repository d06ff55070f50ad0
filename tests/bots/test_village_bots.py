"""The village's decision is one: whom to train and which farms to show is worth points."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest

from livegame.bots.campaigns import village
from livegame.bots.campaigns.players import Planner, play_out
from livegame.bots.campaigns.village import guess, lessons, office_plan, shown, tonight, worth
from livegame.engine.days.compile import shipped_season
from livegame.engine.days.outcome import outcome
from livegame.engine.days.reducer import begin, why_not
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.engine.tables import Floats

SPRING, HILL = "farmers-2020-spring", "zhejiang-tea-hill"


@pytest.fixture(
    params=[pytest.param(1, id="one"), pytest.param(3, id="three", marks=pytest.mark.slow)]
)
def seeds(request: pytest.FixtureRequest) -> range:
    """One spring beside the same spring with another village tells enough; three tell more."""
    return range(request.param)


@lru_cache(maxsize=2)
def chosen(seeds: range) -> float:
    return median(seeds)


def median(seeds: range) -> float:
    season = shipped_season(SPRING, HILL)
    found = [outcome(season, play_out(season, Planner(), seed).days).settled for seed in seeds]
    return float(np.median(found))


def same(farm: int) -> Callable[..., tuple[str, tuple[int, ...], Floats]]:
    def show(season: Season, state: DayState, now: village.Guess) -> object:
        return "noon", (farm,), shown(season, state, now, (farm,), "noon")

    return show  # type: ignore[return-value]


def test_training_nobody_costs_much(seeds: range, monkeypatch: pytest.MonkeyPatch) -> None:
    best = chosen(seeds)
    nothing = np.full(4, -1.0)
    monkeypatch.setattr(village, "worth", lambda *_: nothing)
    assert median(seeds) < 0.8 * best


@pytest.mark.parametrize(
    "farm", [0, *(pytest.param(farm, marks=pytest.mark.slow) for farm in (1, 2, 3))]
)
def test_one_farm_the_whole_spring_is_worse_than_each_in_its_weeks(
    farm: int, seeds: range, monkeypatch: pytest.MonkeyPatch
) -> None:
    best = chosen(seeds)
    monkeypatch.setattr(village, "tonight", same(farm))
    assert median(seeds) < 0.7 * best


def test_the_office_s_plans_are_legal_and_train_for_what_is_to_come() -> None:
    for role in ("zhejiang-tea-hill", "sichuan-fruit-valley", "hubei-gorge-village"):
        for rung in (1, 2, 3, 4):
            season = shipped_season(SPRING, role, rung)
            moment = begin(season, rung)
            plan = office_plan(season, moment.days)
            assert why_not(season, moment, plan) == ""
            assert plan.train, "the first morning has nothing dear to show yet"


def test_a_lesson_is_worth_more_to_whose_crop_is_dear_and_still_to_come() -> None:
    season = shipped_season(SPRING, HILL)
    state = begin(season, 1).days
    now = guess(season, state)
    value = worth(season, state, now, season.village.lesson)
    assert value.argmax() == season.village.person("zt-returner")
    assert lessons(season, state, now, ())[0] == "zt-returner"
    assert "zt-returner" not in lessons(season, state, now, (season.village.farm("loquat-slope"),))
    slot, farms, packs = tonight(season, state, now)
    assert slot
    assert farms
    assert packs.sum() > 0
    late = season.village.farm("loquat-slope")
    assert late not in farms
