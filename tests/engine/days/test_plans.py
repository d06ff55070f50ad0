"""What a morning may ask for, what it costs, and that a refusal changes nothing."""

import pytest

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.plans import bill, most_picked
from livegame.engine.days.reducer import IllegalAction, act, advance, begin, why_not
from livegame.engine.days.state import under_way
from tests.engine.days.short import EXPRESS, FARM, TEAM, short_season

SPECIAL = (("special.ft-durian", 4),)

REFUSED = [
    (DayPlan(prices=(("ft-durian", 1),)), "price_range"),
    (DayPlan(prices=(("no-such", 15900),)), "unknown_good"),
    (DayPlan(loads=(("nowhere.ft-durian", 1),)), "no_route"),
    (DayPlan(loads=(("special.no-such", 1),)), "unknown_good"),
    (DayPlan(loads=(("special.ft-durian", 17),)), "full"),
    (DayPlan(loads=(("special.ft-durian", 9), ("special.ft-coconut", 9))), "full"),
    (DayPlan(loads=(("special.ft-durian", 0),)), "amount"),
    (DayPlan(loads=(("special.ft-durian", -1),)), "amount"),
    (DayPlan(loads=(*SPECIAL, *SPECIAL)), "twice"),
    (DayPlan(wait=("ft-durian", "ft-durian")), "twice"),
    (DayPlan(picks=(("ft-durian", 1),)), "bare"),
    (DayPlan(hands=1), "no_hands"),
    (DayPlan(hands=-1), "no_hands"),
    (DayPlan(promise=(("ft-durian", 10**6),)), "promise"),
    (DayPlan(coupon="no-such"), "no_coupon"),
    (DayPlan(slot="no-such"), "no_slot"),
    (DayPlan(advert=10**9), "advert"),
    (DayPlan(advert=-1), "advert"),
]


@pytest.mark.parametrize(("plan", "reason"), REFUSED)
def test_a_plan_beyond_the_rules_is_refused_with_its_reason(plan: DayPlan, reason: str) -> None:
    season = short_season()
    moment = begin(season, 1)
    before = moment.hash()
    assert why_not(season, moment, plan) == f"days.refuse.{reason}"
    with pytest.raises(IllegalAction):
        act(season, moment, plan)
    assert moment.hash() == before


def test_what_costs_more_than_there_is_is_refused() -> None:
    season = short_season(EXPRESS, TEAM, 4)
    loads = (("special.ft-durian", 16), ("train.ft-durian", 14))
    assert why_not(season, begin(season, 1), DayPlan(loads=loads)) == "days.refuse.no_cash"


def test_a_route_that_does_not_leave_today_is_refused() -> None:
    season = short_season()
    moment = advance(season, advance(season, act(season, begin(season, 1), DayPlan())))
    assert moment.days.day == 1
    plan = DayPlan(loads=(("special.ft-durian", 1),))
    assert why_not(season, moment, plan) == "days.refuse.not_leaving"


def test_a_rung_takes_away_what_it_says() -> None:
    season = short_season(EXPRESS, TEAM, 2)
    plan = DayPlan(loads=(("lorry.ft-durian", 1),))
    assert why_not(season, begin(season, 1), plan) == "days.refuse.no_route"
    assert why_not(short_season(), begin(short_season(), 1), plan) == ""


def test_a_day_is_opened_once() -> None:
    season = short_season()
    moment = act(season, begin(season, 1), DayPlan())
    assert why_not(season, moment, DayPlan()) == "days.refuse.not_morning"


def test_nothing_can_be_promised_on_the_last_day() -> None:
    season = short_season(FARM, "hainan-mango-farm")
    moment = begin(season, 1)
    for _ in range(season.days - 1):
        moment = advance(season, advance(season, act(season, moment, DayPlan())))
    plan = DayPlan(promise=(("hn-mango", 5),))
    assert why_not(season, moment, plan) == "days.refuse.promise_last"


def test_loads_are_paid_at_once_and_come_when_their_route_says() -> None:
    season = short_season()
    start = begin(season, 1)
    plan = DayPlan(loads=(("lorry.ft-durian", 2), ("special.ft-coconut", 1)))
    moment = act(season, start, plan)
    cost = sum(bill(season, start.days, plan).values())
    assert cost > 0
    assert moment.days.cash == start.days.cash - cost
    durian, coconut = season.good("ft-durian"), season.good("ft-coconut")
    assert under_way(moment.days)[durian] == 2 * season.load[durian]
    assert moment.days.stock[coconut].sum() == season.load[coconut]


def test_hands_bound_what_is_picked() -> None:
    season = short_season(FARM, "hainan-mango-farm")
    moment = begin(season, 1)
    most = most_picked(season, moment.days, DayPlan(hands=10), "hn-mango")
    assert 0 < most <= moment.days.plant[season.good("hn-mango")].sum()
    assert why_not(season, moment, DayPlan(hands=10, picks=(("hn-mango", most),))) == ""
    fewer = DayPlan(hands=9, picks=(("hn-mango", most),))
    assert why_not(season, moment, fewer) == "days.refuse.few_hands"


def test_the_ripest_are_picked_first() -> None:
    season = short_season(FARM, "hainan-mango-farm")
    start = begin(season, 1)
    mango = season.good("hn-mango")
    moment = act(season, start, DayPlan(picks=(("hn-mango", 100),)))
    gone = start.days.plant[mango] - moment.days.plant[mango]
    last = int(start.days.plant[mango].nonzero()[0][-1])
    assert gone[last] == 100
    assert moment.days.stock[mango, last] == 100
