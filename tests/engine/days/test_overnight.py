"""Nights: arrivals on their day, delays, habit, fans, promises that come too late."""

import numpy as np

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.reducer import Moment, act, advance, begin
from livegame.engine.days.season import Season
from livegame.engine.days.state import MORNING, WAITS, changed, held, under_way
from tests.engine.days.short import FARM, short_season

SEASON = short_season()


def quiet(season: Season, seed: int = 1) -> Moment:
    """A beginning in which nothing ever happens."""
    days = begin(season, seed).days
    return Moment(changed(days, happens=np.zeros_like(days.happens)))


def next_morning(season: Season, moment: Moment, plan: DayPlan) -> Moment:
    moment = act(season, moment, plan)
    while not moment.over and (moment.days.phase != MORNING):
        moment = advance(season, moment)
    return moment


def test_each_route_arrives_after_its_nights() -> None:
    for route in SEASON.campaign.route:
        moment = quiet(SEASON)
        plan = DayPlan(loads=((f"{route.id}.ft-coconut", 1),))
        coconut = SEASON.good("ft-coconut")
        load = int(SEASON.load[coconut])
        moment = act(SEASON, moment, plan)
        days = 0
        while under_way(moment.days)[coconut]:
            moment = next_morning(SEASON, moment, DayPlan()) if days else advance(SEASON, moment)
            while moment.days.phase != MORNING:
                moment = advance(SEASON, moment)
            days += 1
        assert days == route.lead, route.id
        assert moment.days.brought[coconut] == load


def test_a_certain_delay_holds_everything_up_for_a_night() -> None:
    moment = act(SEASON, quiet(SEASON), DayPlan(loads=(("air.ft-durian", 1),)))
    customs = next(e for e, h in enumerate(SEASON.happenings) if h.id == "customs")
    table = moment.days.happens.copy()
    table[customs, 0] = 1
    chance = SEASON.happenings[customs].effect["delay"]
    arrived = 0
    for seed in range(60):
        days = changed(moment.days, happens=table, seed=seed)
        later = advance(SEASON, advance(SEASON, Moment(days)))
        arrived += int(held(later.days).sum() > 0)
    assert 0 < chance < 1000
    assert 0.2 < arrived / 60 < 0.95


def test_a_low_price_becomes_habit_and_a_coupon_does_not() -> None:
    durian = SEASON.good("ft-durian")
    usual = int(SEASON.usual[durian])
    cut = next_morning(SEASON, quiet(SEASON), DayPlan(prices=(("ft-durian", usual * 8 // 10),)))
    coupon = next_morning(SEASON, quiet(SEASON), DayPlan(coupon="ten"))
    assert usual * 8 // 10 < cut.days.habit[durian] < usual
    assert coupon.days.habit[durian] == usual


def test_fans_forget_and_trust_returns_to_par() -> None:
    moment = quiet(SEASON)
    par = SEASON.world.rates.trust_par
    days = changed(moment.days, fans=10_000, trust=par // 2)
    loads = (("special.ft-durian", 6), ("special.ft-mangosteen", 5), ("special.ft-coconut", 5))
    later = next_morning(SEASON, Moment(days), DayPlan(loads=loads))
    assert 9_000 < later.days.fans < 10_000
    assert par // 2 < later.days.trust < par


def test_a_promise_that_is_kept_is_delivered_and_one_that_is_not_is_paid_back() -> None:
    season = short_season(FARM, "hainan-mango-farm")
    mango = season.good("hn-mango")
    promised = next_morning(season, quiet(season), DayPlan(promise=(("hn-mango", 200),)))
    owed = int(promised.days.owed[:, mango].sum())
    assert owed > 0
    kept = next_morning(season, promised, DayPlan(picks=(("hn-mango", owed),)))
    assert kept.days.cancelled[mango] == 0
    assert kept.days.delivered[mango] >= owed
    broken = next_morning(season, promised, DayPlan())
    assert broken.days.cancelled[mango] == owed
    assert broken.days.penalties > 0
    assert broken.days.trust < kept.days.trust


def test_whoever_waited_longest_is_served_first() -> None:
    season = short_season(FARM, "hainan-mango-farm")
    from livegame.engine.days.delivery import deliver

    mango = season.good("hn-mango")
    days = quiet(season).days
    owed, fen = np.zeros_like(days.owed), np.zeros_like(days.owed_fen)
    owed[0, mango], owed[1, mango] = 50, 50
    fen[0, mango], fen[1, mango] = 50 * 4000, 50 * 3000
    stock = days.stock.copy()
    stock[mango, 2] = 50
    new = deliver(season, changed(days, owed=owed, owed_fen=fen, stock=stock,
                                  ordered=owed.sum(axis=0), brought=stock.sum(axis=1)))  # fmt: skip
    assert new.owed[1, mango] == 0
    assert new.owed[0, mango] == 50
    assert new.cancelled[mango] == 0


def test_no_promise_outlives_the_longest_wait() -> None:
    assert all(season_days < WAITS for season_days in (int(n) for n in SEASON.patience))


def test_the_last_night_ends_it() -> None:
    moment = quiet(SEASON)
    for day in range(SEASON.days):
        assert moment.days.day == day
        moment = next_morning(SEASON, moment, DayPlan())
    assert moment.over
