"""The eleven days' decision is one: what to take early, what to give for a deposit, where goods
stand and who answers are each worth points, and no constant way comes near."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pytest

from livegame.bots.campaigns.eve import morning
from livegame.bots.campaigns.eve.expecting import Guess, guess, night_day
from livegame.bots.campaigns.players import Planner, play_out
from livegame.bots.campaigns.seekers import Seeker, seeker
from livegame.bots.campaigns.steady import STEPS, OnePlan, Steady, neighbours
from livegame.bots.campaigns.temper import known_weights, tempers
from livegame.engine.days import book
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.compile import shipped_season
from livegame.engine.days.outcome import outcome
from livegame.engine.days.reducer import Moment, begin, why_not
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from tests.few import few

ELEVEN, BRAND = "1111-2020", "nov-brand"
SEEDS = range(2)


@lru_cache(maxsize=1)
def reckoned() -> float:
    return median()


def median() -> float:
    season = shipped_season(ELEVEN, BRAND)
    found = [outcome(season, play_out(season, Planner(), seed).days).settled for seed in SEEDS]
    return float(np.median(found))


def every_day(name: str) -> Callable[..., str]:
    def up(season: Season, state: DayState, now: Guess) -> str:
        return "" if book.closed(season, state) else name

    return up


def always(part: int) -> Callable[..., int]:
    def called(season: Season, state: DayState, now: Guess) -> int:
        return part if book.callable_now(season, state) else 0

    return called


def whenever(slot: str) -> Callable[..., str]:
    def held(season: Season, state: DayState, now: Guess) -> str:
        return "stroke-brand" if state.day == night_day(season) else slot

    return held


WAYS = [
    ("a show on every evening", {"hour": whenever("evening-brand")}, 0.95),
    ("no show before the night", {"hour": whenever("")}, 0.97),
    ("one offer on all days", {"offer": every_day("plain")}, 1.0),
    ("the other on all days", {"offer": every_day("thin")}, 1.0),
    ("all on the peak", {"call": always(0), "offer": every_day("deep")}, 0.85),
    ("all in the first window", {"call": always(1000), "offer": every_day("")}, 0.97),
    ("nothing sent ahead", {"ahead": lambda *_: ()}, 0.95),
    ("nobody at the chat", {"at_chat": lambda *_: (0, ())}, 0.9),
]


@pytest.mark.parametrize(("name", "parts", "most"), few(WAYS, 4, ids=[name for name, _, _ in WAYS]))
def test_no_constant_way_comes_near(
    name: str, parts: dict[str, object], most: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    best = reckoned()
    for part, way in parts.items():
        monkeypatch.setattr(morning, part, way)
    assert median() < most * best


BEST = {
    "nov-brand": OnePlan(offer="thin", orders=180, ahead=250, staff=8, teachers=1, hour=1),
    "nov-channel": OnePlan(offer="thin", call=500, orders=120, staff=8, teachers=1, hour=1),
    "nov-orchard": OnePlan(
        offer="plain", call=500, price=1050, orders=180, staff=8, teachers=1, hour=1
    ),
}


@pytest.mark.parametrize("role", few(sorted(BEST), 2))
def test_no_plan_that_is_held_on_all_days_comes_near(role: str) -> None:
    """The best of those that a search over constant plans found."""
    season = shipped_season(ELEVEN, role)
    found = {
        kind: outcome(season, play_out(season, player, 7).days).settled
        for kind, player in (("steady", Steady(BEST[role])), ("planner", Planner()))
    }
    assert found["steady"] < 0.93 * found["planner"]


def test_neighbours_of_a_plan_differ_in_one_part() -> None:
    way = BEST["nov-brand"]
    rows = list(neighbours(way))
    assert len(set(rows)) == len(rows) > 20
    for row in rows:
        assert sum(getattr(row, name) != getattr(way, name) for name in STEPS) == 1


@pytest.mark.slow
def test_each_trophy_has_its_seeker_and_is_won_by_it_and_not_by_the_planner() -> None:
    season = shipped_season(ELEVEN, BRAND)
    idle = set(outcome(season, play_out(season, Planner(), 3).days).trophies)
    for row in season.campaign.trophy:
        player = seeker(row)
        assert isinstance(player, Seeker)
        assert row.id in outcome(season, play_out(season, player, 3).days).trophies
        assert row.id not in idle


def test_what_is_kept_of_the_tuning_is_known_and_within_its_bounds() -> None:
    found = tempers(ELEVEN)
    assert found is not None
    rows = {row.id: row for row in known_weights()}
    for role, weights in found.weights.items():
        assert role in BEST
        assert set(weights) == set(rows)
        assert all(rows[n].low <= value <= rows[n].high for n, value in weights.items())
        assert found.points[role] >= found.start[role]


class Idle(Planner):
    """Changes nothing on any morning."""

    def plan(self, season: Season, moment: Moment) -> DayPlan:
        """An empty plan."""
        return DayPlan()


def test_to_change_nothing_is_worth_half() -> None:
    season = shipped_season(ELEVEN, BRAND)
    idle = outcome(season, play_out(season, Idle(), 0).days)
    assert idle.settled < 0.6 * reckoned()


def test_its_plans_are_legal_on_every_rung() -> None:
    for role in ("nov-brand", "nov-channel", "nov-orchard"):
        for rung in (1, 2, 3, 4):
            season = shipped_season(ELEVEN, role, rung)
            moment = begin(season, rung)
            plan = Planner().plan(season, moment)
            assert why_not(season, moment, plan) == ""
            assert plan.staff, "somebody answers on the first morning"
            assert plan.slot
            assert bool(plan.call) == (rung != 2)


def test_it_expects_less_of_the_wait_than_of_the_last_day() -> None:
    season = shipped_season(ELEVEN, BRAND)
    now = guess(season, begin(season, 1).days)
    page = now.page.sum(axis=1)
    assert page[0] > page[4] < page[10]
    assert now.night.sum() > page[10]
    assert night_day(season) == 9
