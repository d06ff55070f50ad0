"""An evening is an ordinary night out of the campaign's state, and its books come back whole."""

import numpy as np
import pytest

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.delivery import for_sale
from livegame.engine.days.evening import begin_show, drawn_by_fans, evening_world
from livegame.engine.days.reducer import Moment, act, advance, begin, why_not
from livegame.engine.days.state import CLOSING, changed
from livegame.engine.settlement import accounts
from tests.engine.days.short import short_season

SEASON = short_season()
ALL = (("special.ft-durian", 6), ("special.ft-mangosteen", 5), ("special.ft-coconut", 5))


def on_air(slot: str = "early", **more: object) -> Moment:
    plan = DayPlan(loads=ALL, slot=slot, **more)  # type: ignore[arg-type]
    moment = advance(SEASON, act(SEASON, begin(SEASON, 1), plan))
    assert moment.on_air
    return moment


def test_the_show_sells_what_is_there_and_what_may_be_promised() -> None:
    moment = on_air(promise=(("ft-durian", 700),))
    offer = for_sale(SEASON, moment.days) + moment.days.promise
    assert moment.stage[0].stock[0].tolist() == offer.tolist()
    assert moment.stage[0].scenario.starts == "18:30:00"


def test_trust_and_fans_are_carried_in() -> None:
    moment = on_air()
    trusted = evening_world(SEASON, changed(moment.days, trust=60_000))
    doubted = evening_world(SEASON, changed(moment.days, trust=20_000))
    assert trusted.rates.trust_start == 60_000
    assert trusted.rates.mood_start > doubted.rates.mood_start
    known = evening_world(SEASON, changed(moment.days, fans=10_000))
    assert known.draw[0] > evening_world(SEASON, changed(moment.days, fans=0)).draw[0]
    assert drawn_by_fans(SEASON, 10**9) == SEASON.numbers.fan_most


def test_a_slot_brings_its_people_and_its_rivals() -> None:
    early, prime = on_air("early"), on_air("prime")
    assert prime.stage[0].rates.pool > early.stage[0].rates.pool
    _, first = begin_show(SEASON, early.days)
    _, second = begin_show(SEASON, prime.days)
    assert second.rest_pull[0] > first.rest_pull[0] > 0


def test_the_books_of_the_show_come_back_to_the_fen() -> None:
    moment = on_air()
    before = moment.days
    while moment.on_air:
        moment = advance(SEASON, moment)
    assert moment.days.phase == CLOSING
    world, show = moment.stage
    books = accounts(world, show)
    after = moment.days
    assert after.sales - before.sales == int(books.value[0, 0].sum())
    assert (after.by_show[0] == books.packs[0, 0]).all()
    assert after.marketing - before.marketing == int(books.marketing[0, 0])
    assert after.penalties - before.penalties == int(books.penalties[0, 0])
    assert after.delivered.sum() - before.delivered.sum() == int(books.packs[0, 0].sum())
    assert (after.complained - before.complained <= books.packs[0, 0]).all()
    assert after.refunds > before.refunds
    assert after.watched == int(show.visitors[0, 0])
    assert after.fans > before.fans
    assert after.halo > 0


def test_nothing_may_be_done_on_air_when_there_is_no_show() -> None:
    from livegame.engine.actions import Reply

    moment = act(SEASON, begin(SEASON, 1), DayPlan(loads=ALL))
    assert why_not(SEASON, moment, Reply()) == "days.refuse.off_air"
    with pytest.raises(ValueError, match="no show"):
        evening_world(SEASON, moment.days)


def test_evenings_have_luck_of_their_own() -> None:
    from livegame.engine.days.chance import evening_seed

    seeds = {evening_seed(seed, day) for seed in (1, 2) for day in range(7)}
    assert len(seeds) == 14
    assert all(0 <= seed < 2**63 for seed in seeds)


def test_a_world_of_an_evening_leaves_the_season_as_it_was() -> None:
    usual = SEASON.world.usual.copy()
    on_air("prime")
    assert (SEASON.world.usual == usual).all()
    assert np.array_equal(SEASON.world.stock, short_season().world.stock)
