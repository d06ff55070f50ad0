"""Packs, money and people add up at every step of any legal campaign."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livegame.engine.days.reducer import act, advance, begin
from livegame.engine.days.state import MORNING
from tests.engine.days.invariants import check
from tests.engine.days.legal_play import draw_deeds, draw_plan
from tests.engine.days.short import BRAND, CASES, ELEVEN, SPRING, VILLAGE, short_season
from tests.few import few


@pytest.mark.parametrize(
    ("campaign", "role"), few([*CASES[:3], (SPRING, VILLAGE), (ELEVEN, BRAND)], 2)
)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_everything_adds_up_at_every_step(campaign: str, role: str, data: st.DataObject) -> None:
    season = short_season(campaign, role, data.draw(st.integers(1, 4)))
    moment = begin(season, data.draw(st.integers(0, 2**63 - 1)))
    check(season, moment)
    while not moment.over:
        if moment.days.phase == MORNING:
            moment = act(season, moment, draw_plan(data, season, moment))
            check(season, moment)
        elif moment.on_air and moment.days.ticks % 6 == 0:
            for action in draw_deeds(data, moment):
                moment = act(season, moment, action)
        moment = advance(season, moment)
        check(season, moment)
    assert moment.days.owed.sum() == 0


@pytest.mark.parametrize(("campaign", "role"), CASES)
def test_an_idle_campaign_ends_and_adds_up(campaign: str, role: str) -> None:
    from livegame.engine.days.actions import DayPlan

    season = short_season(campaign, role)
    moment = begin(season, 3)
    while not moment.over:
        if moment.days.phase == MORNING:
            moment = act(season, moment, DayPlan())
        moment = advance(season, moment)
        check(season, moment)
    assert moment.days.by_show.sum() == 0
    if not (moment.days.deposits.size and season.eve.book.any()):  # a book that falls due
        assert moment.days.ordered.sum() == 0
    assert moment.days.day == season.days - 1
