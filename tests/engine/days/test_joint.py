"""A joint goal: what the counter counts, what the truck takes and pays, what a kept share gives."""

import numpy as np
import pytest
from attrs import evolve

from livegame.bots.campaigns.joint import Server, all_served, none_served, share_served
from livegame.bots.campaigns.players import Planner, play_out
from livegame.catalog.library import library
from livegame.engine.days import joint
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.happenings import effects
from livegame.engine.days.outcome import outcome
from livegame.engine.days.plans import bill
from livegame.engine.days.reducer import Moment, act, advance, begin, why_not
from livegame.engine.days.season import Season
from livegame.engine.days.state import JOINT, changed, told
from livegame.runs.campaigns.seasons import season_of
from tests.engine.days.invariants import check
from tests.engine.days.short import EXPRESS, FARM, short_season
from tests.few import few

ROLE = "hainan-mango-farm"
SOFT = 300  # mangoes past their best at first; pickers take the ripest first
PICK = DayPlan(hands=10, picks=(("hn-mango", SOFT + 300),))


@pytest.fixture
def season() -> Season:
    return short_season(FARM, ROLE)


def next_morning(season: Season, moment: Moment, plan: DayPlan) -> Moment:
    moment = advance(season, act(season, moment, plan))
    while not moment.over and moment.days.phase:
        moment = advance(season, moment)
        check(season, moment)
    return moment


def test_the_goal_is_the_recorded_figure(season: Season) -> None:
    assert season.joint.goal == library().facts["aw_kg"].value
    assert int(season.joint.due[-1]) == season.joint.goal
    parts = season.joint.usual.sum() / season.joint.goal
    row = season.joint.row
    assert row is not None
    assert parts == pytest.approx(row.usual / 1000, abs=1e-6)


def test_a_campaign_without_one_has_none_of_it() -> None:
    moment = begin(short_season(EXPRESS), 1)
    assert not set(told(moment.days)) & set(JOINT)
    plan = DayPlan(truck=(("th-durian", 1),))
    assert why_not(short_season(EXPRESS), moment, plan).startswith("days.refuse.")


def test_the_truck_takes_ripe_fruit_that_is_there_and_no_more(season: Season) -> None:
    moment = begin(season, 5)
    assert why_not(season, moment, evolve(PICK, truck=(("hn-mango", 301),))).endswith("no_fruit")
    assert why_not(season, moment, DayPlan(truck=(("hn-mango", 1),))).endswith("no_fruit")
    assert not why_not(season, moment, evolve(PICK, truck=(("hn-mango", 200),)))
    soft = DayPlan(hands=10, picks=(("hn-mango", SOFT),), truck=(("hn-mango", 1),))
    assert why_not(season, moment, soft).endswith("no_fruit")


def test_it_pays_at_once_by_share_and_beyond(season: Season) -> None:
    moment, row = begin(season, 5), season.joint.row
    assert row is not None
    plan = evolve(PICK, truck=(("hn-mango", 200),))
    after = act(season, moment, plan).days
    check(season, Moment(after))
    usual = int(season.usual[0])
    assert after.sales == 200 * usual * row.pays // 1000
    cost = sum(bill(season, moment.days, plan).values())
    assert after.cash == moment.days.cash - cost + after.sales
    # A farm whose share is kept already is paid the lower rate for all of it.
    rich = changed(moment.days, delivered=moment.days.delivered + 10**5)
    packs = np.array([200, 0, 0])
    fen = joint.income(season.joint, rich, packs, season.usual)
    assert int(fen.sum()) == 200 * usual * row.beyond // 1000


def test_what_the_truck_pays_helps_with_the_bill(season: Season) -> None:
    moment = begin(season, 5)
    cost = sum(bill(season, moment.days, PICK).values())
    poor = evolve(moment, days=changed(moment.days, cash=cost - 1))
    assert why_not(season, poor, PICK).endswith("no_cash")
    assert not why_not(season, poor, evolve(PICK, truck=(("hn-mango", 50),)))


def test_a_kept_share_is_the_front_page_and_the_region_follows(season: Season) -> None:
    row = season.joint.row
    assert row is not None
    asked = int(season.joint.asked[0]) // 5
    plan = DayPlan(hands=30, picks=(("hn-mango", asked + SOFT),), truck=(("hn-mango", asked),))
    first = begin(season, 5)
    kept = next_morning(season, first, plan)
    idle = next_morning(season, begin(season, 5), DayPlan())
    assert kept.days.kept.tolist() == [1, 0, 0]
    assert idle.days.kept.tolist() == [0, 0, 0]
    ahead = effects(season, kept.days, 1).traffic / effects(season, idle.days, 1).traffic
    assert ahead == pytest.approx(row.front / 1000, abs=0.01)
    home, usual = season.joint.home, first.days.others[season.joint.home, 1]
    assert kept.days.others[home, 1] == usual + usual * row.follow // 1000
    others = np.delete(kept.days.others - idle.days.others, home, axis=0)
    assert not others.any()
    ours = joint.counter(kept.days) - joint.counter(idle.days)
    assert ours == int(kept.days.delivered.sum()) * 5 >= asked * 5


def test_a_counter_behind_makes_the_truck_pay_more(season: Season) -> None:
    row = season.joint.row
    assert row is not None
    found = set()
    for seed in range(12):
        moment = next_morning(season, begin(season, seed), DayPlan())
        behind = joint.counter(moment.days) < int(season.joint.due[0])
        assert joint.is_behind(season.joint, moment.days) == behind
        assert joint.rate(season.joint, moment.days) == (row.behind if behind else row.pays)
        found.add(behind)
    assert found == {True, False}


def test_the_pot_opens_only_for_a_kept_share_and_a_reached_goal(season: Season) -> None:
    row, state = season.joint.row, begin(season, 5).days
    assert row is not None
    last = changed(state, day=season.days - 1)
    for packs, others, pot in ((10**4, 2, row.pot), (10**4, 0, 0), (0, 2, 0)):
        told_ = changed(last, delivered=last.delivered + packs, others=last.others * others)
        after = joint.counted(season.joint, told_)
        assert int(after.pot.sum()) == pot
        assert after.cash == told_.cash + pot


def median(serve: Server, role: str, seeds: int) -> float:
    season = season_of(FARM, role)
    ends = (play_out(season, Planner(serve), seed).days for seed in range(seeds))
    return float(np.median([outcome(season, days).settled for days in ends]))


@pytest.mark.parametrize("seeds", [3, pytest.param(9, marks=pytest.mark.slow)])
@pytest.mark.parametrize("role", few(library().campaigns[FARM].roles, 3))
def test_to_serve_it_well_beats_to_ignore_it_and_to_overdo_it(role: str, seeds: int) -> None:
    well = median(share_served, role, seeds)
    assert median(none_served, role, seeds) < 0.95 * well
    assert median(all_served, role, seeds) < 0.75 * well
