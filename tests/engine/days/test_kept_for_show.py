"""What is kept back for a show: the store never sells it, the show has it, nothing else changes."""

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from livegame.catalog.texts import t
from livegame.engine.days.actions import DayPlan, Pairs
from livegame.engine.days.aside import most
from livegame.engine.days.delivery import for_sale
from livegame.engine.days.plans import before_aside, most_picked, why_not
from livegame.engine.days.reducer import IllegalAction, Moment, act, advance, begin
from livegame.engine.days.season import Season
from livegame.engine.days.state import EVENING, MORNING, told
from livegame.engine.tables import Ints
from tests.engine.days.invariants import check
from tests.engine.days.legal_play import draw_plan
from tests.engine.days.short import (
    BRAND,
    ELEVEN,
    EXPRESS,
    FARM,
    SPRING,
    TEAM,
    VILLAGE,
    short_season,
)

ROLE, MANGO = "hainan-mango-farm", "hn-mango"
NOON = DayPlan(picks=((MANGO, 400),), hands=20, slot="noon")
CASES = [(FARM, ROLE), (SPRING, VILLAGE), (EXPRESS, TEAM), (ELEVEN, BRAND)]


def kept(season: Season, packs: Ints) -> Pairs:
    """The packs [G] as a plan names them."""
    return tuple((good, int(n)) for good, n in zip(season.goods, packs, strict=True) if n)


def morning(data: st.DataObject, campaign: str, role: str) -> tuple[Season, Moment, DayPlan]:
    """Some morning of some legal campaign, and a plan for it that keeps nothing back."""
    season = short_season(campaign, role, data.draw(st.integers(1, 4)))
    moment = begin(season, data.draw(st.integers(0, 2**63 - 1)))
    for _ in range(data.draw(st.integers(0, min(season.days, 4) - 1))):
        moment = act(season, moment, draw_plan(data, season, moment))
        moment = advance(season, moment)
        while moment.days.phase != MORNING:
            moment = advance(season, moment)
    plan = evolve(draw_plan(data, season, moment), aside=())
    return season, moment, plan


def room_for(season: Season, moment: Moment, plan: DayPlan) -> Ints:
    return most(season, before_aside(season, moment.days, plan))


@pytest.mark.parametrize(("campaign", "role"), CASES)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_what_is_kept_is_never_sold_by_the_store_and_stands_in_the_show(
    campaign: str, role: str, data: st.DataObject
) -> None:
    season, moment, plan = morning(data, campaign, role)
    room = room_for(season, moment, plan)
    packs = np.array([data.draw(st.integers(0, int(n))) for n in room])
    moment = act(season, moment, evolve(plan, aside=kept(season, packs)))
    check(season, moment)
    moment = advance(season, moment)
    check(season, moment)
    assert (for_sale(season, moment.days) >= packs).all()
    if not packs.any():
        return
    assert moment.days.phase == EVENING
    assert (moment.stage[0].stock[0] >= packs).all()
    while moment.days.phase != MORNING and not moment.over:
        moment = advance(season, moment)
        check(season, moment)


@pytest.mark.parametrize(("campaign", "role"), CASES)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_what_the_store_would_have_left_anyway_changes_nothing_to_the_last_bit(
    campaign: str, role: str, data: st.DataObject
) -> None:
    season, moment, plan = morning(data, campaign, role)
    free = advance(season, act(season, moment, plan))
    left = np.maximum(for_sale(season, free.days) - 1, 0)
    spare = np.minimum(left, room_for(season, moment, plan))
    packs = np.array([data.draw(st.integers(0, int(n))) for n in spare])
    bound = advance(season, act(season, moment, evolve(plan, aside=kept(season, packs))))
    assert bound.hash() == free.hash()
    assert "aside" not in told(free.days)


@settings(max_examples=20, deadline=None)
@given(packs=st.integers(0, 400), seed=st.integers(0, 2**63 - 1))
def test_keeping_more_leaves_the_show_no_less(packs: int, seed: int) -> None:
    season = short_season(FARM, ROLE)
    start, good = begin(season, seed), season.good(MANGO)
    shelves = []
    for aside in (0, packs, 400):
        plan = evolve(NOON, aside=((MANGO, aside),) if aside else ())
        shelves.append(int(advance(season, act(season, start, plan)).stage[0].stock[0, good]))
    assert shelves[0] <= shelves[1] <= shelves[2] == 400
    assert shelves[1] >= packs


def test_all_kept_the_store_sells_none_and_whoever_asks_is_turned_away() -> None:
    season = short_season(FARM, ROLE)
    good = season.good(MANGO)
    before = act(season, begin(season, 3), evolve(NOON, aside=((MANGO, 400),)))
    after = advance(season, before).days
    assert after.by_store[0, good] == 0
    assert after.turned_today[good] > 0
    assert after.stock[good].sum() == 400


def test_a_promise_is_still_sold_while_packs_are_kept_and_owed_until_morning() -> None:
    season = short_season(FARM, ROLE)
    good = season.good(MANGO)
    plan = evolve(NOON, aside=((MANGO, 400),), promise=((MANGO, 50),))
    after = advance(season, act(season, begin(season, 3), plan)).days
    assert after.by_store[0, good] == 50 == after.owed[:, good].sum()
    assert after.stock[good].sum() == 400


def test_the_store_sells_the_ripest_and_the_show_has_the_rest() -> None:
    season = short_season(FARM, ROLE)
    good = season.good(MANGO)
    before = act(season, begin(season, 3), evolve(NOON, aside=((MANGO, 350),)))
    after = advance(season, before).days
    stages = before.days.stock[good].nonzero()[0]
    gone = before.days.stock[good] - after.stock[good]
    assert gone.sum() == 50
    assert gone[stages[-1]] == min(50, before.days.stock[good, stages[-1]])


REFUSED = [
    (evolve(NOON, aside=((MANGO, 401),)), "aside"),
    (evolve(NOON, aside=((MANGO, 10**7),)), "aside"),
    (evolve(NOON, aside=(("hn-pineapple", 1),)), "aside"),
    (evolve(NOON, aside=((MANGO, 400),), toss=(MANGO,), truck=((MANGO, 1),)), "aside"),
    (evolve(NOON, aside=((MANGO, 0),)), "amount"),
    (evolve(NOON, aside=((MANGO, -1),)), "amount"),
    (evolve(NOON, aside=((MANGO, 10**7 + 1),)), "amount"),
    (evolve(NOON, aside=(("no-such", 1),)), "unknown_good"),
    (evolve(NOON, aside=((MANGO, 1), (MANGO, 1))), "twice"),
    (evolve(NOON, aside=((MANGO, 1),), slot=""), "aside_no_show"),
]


@pytest.mark.parametrize(("plan", "reason"), REFUSED)
def test_what_cannot_be_kept_is_refused_in_words(plan: DayPlan, reason: str) -> None:
    season = short_season(FARM, ROLE)
    moment = begin(season, 1)
    key = why_not(season, moment.days, plan)
    assert key == f"days.refuse.{reason}"
    assert t(key)
    with pytest.raises(IllegalAction):
        act(season, moment, plan)


def test_a_village_keeps_back_only_what_its_show_is_about() -> None:
    season = short_season(SPRING, VILLAGE)
    moment = begin(season, 1)
    village = season.village
    farm = next(f for f in village.farms if season.picks[village.good[village.farm(f.id)]])
    good = season.goods[int(village.good[village.farm(farm.id)])]
    packs = most_picked(season, moment.days, DayPlan(), good)
    plan = DayPlan(picks=((good, packs),), slot="noon", air=(farm.id,), aside=((good, packs),))
    assert why_not(season, moment.days, plan) == ""
    about = {int(village.good[village.farm(name)]) for name in plan.air}
    other = next(name for g, name in enumerate(season.goods) if g not in about)
    wrong = evolve(plan, aside=((other, 1),))
    assert why_not(season, moment.days, wrong) == "days.refuse.aside_other"


def test_balances_that_are_called_are_served_before_anything_is_kept() -> None:
    season = short_season(ELEVEN, BRAND)
    moment = begin(season, 1)
    plan = DayPlan(slot=season.campaign.slot[0].id)
    free, bound = (room_for(season, moment, evolve(plan, call=call)) for call in (0, 500))
    assert (free - bound == moment.days.book * 500 // 1000).all()
    packs = kept(season, bound)
    after = advance(season, act(season, moment, evolve(plan, call=500, aside=packs))).days
    assert after.balances.sum() > 0
    assert after.owed.sum() == 0
    assert (for_sale(season, after) >= bound).all()
