"""A store's day answers price, coupon, ripeness and what is there as the choice rules say."""

import numpy as np
from attrs import evolve

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.demand import buying, paid_price, visitors
from livegame.engine.days.happenings import effects
from livegame.engine.days.outlook import outlook
from livegame.engine.days.reducer import Moment, act, advance, begin
from livegame.engine.days.state import changed
from tests.engine.days.short import short_season

SEASON = short_season()
DURIAN = SEASON.good("ft-durian")
ALL = (("special.ft-durian", 6), ("special.ft-mangosteen", 5), ("special.ft-coconut", 5))


def opened(plan: DayPlan, seed: int = 1) -> Moment:
    return act(SEASON, begin(SEASON, seed), plan)


def chance(moment: Moment, good: int = DURIAN) -> float:
    now = effects(SEASON, moment.days, 0)
    there = np.full(len(SEASON.goods), 100, dtype=np.int64)
    return float(buying(SEASON, moment.days, now, there)[:, good] @ SEASON.share)


def test_a_lower_price_sells_more_and_by_about_the_slope() -> None:
    usual = int(SEASON.usual[DURIAN])
    dear = chance(opened(DayPlan(prices=(("ft-durian", usual * 110 // 100),))))
    plain = chance(opened(DayPlan()))
    cheap = chance(opened(DayPlan(prices=(("ft-durian", usual * 90 // 100),))))
    assert dear < plain < cheap
    assert 1.15 < cheap / plain < 1.5


def test_a_coupon_lowers_what_is_paid_and_the_seller_bears_a_part() -> None:
    moment = opened(DayPlan(coupon="ten"))
    paid, got = paid_price(SEASON, moment.days)
    row = next(c for c in SEASON.campaign.coupon if c.id == "ten")
    assert (paid == moment.days.price - moment.days.price * row.cut // 1000).all()
    assert ((paid < got) & (got < moment.days.price)).all()
    assert chance(moment) > chance(opened(DayPlan()))


def test_hard_fruit_sells_worse_than_ripe() -> None:
    moment = opened(DayPlan(loads=ALL))
    hard = np.roll(moment.days.stock, -2, axis=1)
    worse = Moment(changed(moment.days, stock=hard))
    assert hard.sum() == moment.days.stock.sum()
    assert chance(worse) < 0.8 * chance(moment)


def test_advertising_coupons_fans_and_a_show_bring_visitors() -> None:
    days = opened(DayPlan()).days
    now = effects(SEASON, days, 0)
    plain = visitors(SEASON, days, now)
    assert visitors(SEASON, changed(days, advert=20_000_000), now) > plain
    assert visitors(SEASON, opened(DayPlan(coupon="five")).days, now) > plain
    assert visitors(SEASON, changed(days, fans=100_000), now) > plain
    assert visitors(SEASON, changed(days, halo=100_000), now) == plain + 100_000


def test_four_times_the_advertising_brings_twice_the_visitors() -> None:
    days = opened(DayPlan()).days
    now, unit = effects(SEASON, days, 0), SEASON.numbers.advert_unit
    none, one, four = (visitors(SEASON, changed(days, advert=n * unit), now) for n in (0, 1, 4))
    assert abs((four - none) - 2 * (one - none)) <= 2


def test_no_more_is_sold_than_there_is_and_promised() -> None:
    loads = (("special.ft-durian", 1),)
    moment = advance(SEASON, opened(DayPlan(loads=loads, promise=(("ft-durian", 500),))))
    sold = moment.days.by_store[0]
    assert sold[DURIAN] == SEASON.load[DURIAN] + 500
    assert moment.days.owed[0, DURIAN] == 500
    assert moment.days.turned_today[DURIAN] > 0
    others = [g for g in range(len(SEASON.goods)) if g != DURIAN]
    assert sold[others].sum() == 0
    assert (moment.days.turned_today[others] > 0).all()


def test_sales_stay_within_the_band_that_the_morning_shows() -> None:
    inside = total = 0
    for seed in range(12):
        moment = opened(DayPlan(loads=ALL), seed)
        likely = outlook(SEASON, moment.days)
        asked = advance(SEASON, moment).days
        packs = asked.by_store[0] + asked.turned_today
        for row, n in zip(likely, packs, strict=True):
            inside += row.low <= n <= row.high
            total += 1
    assert inside / total >= 0.7


def test_the_outlook_reads_no_luck() -> None:
    first, second = opened(DayPlan(), 1).days, opened(DayPlan(), 2).days
    first = changed(first, happens=np.zeros_like(first.happens))
    second = changed(second, happens=np.zeros_like(second.happens))
    assert outlook(SEASON, first) == outlook(SEASON, second)


def test_the_same_day_twice_is_the_same_day() -> None:
    moment = opened(DayPlan(loads=ALL))
    assert advance(SEASON, moment).hash() == advance(SEASON, moment).hash()
    other = Moment(evolve(moment.days, seed=2))
    assert advance(SEASON, other).hash() != advance(SEASON, moment).hash()
