"""What happens keeps to its odds and its causes, and no decision changes what luck brings."""

import numpy as np
import pytest

from livegame.catalog.library import library
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.happenings import caused, drawn, effects, on_day
from livegame.engine.days.reducer import begin
from livegame.engine.days.state import changed
from tests.engine.days.short import CASES, short_season

SEASON = short_season()
SEEDS = 400


@pytest.mark.parametrize(("campaign", "role"), CASES[:2])
def test_luck_keeps_to_the_odds_on_the_board(campaign: str, role: str) -> None:
    season = short_season(campaign, role)
    tables = np.array([drawn(season, seed) > 0 for seed in range(SEEDS)])
    for e, event in enumerate(season.happenings):
        if not event.odds:
            assert not tables[:, e].any()
            continue
        first = tables[:, e, event.first - 1].mean()
        odds = event.odds / 1000
        assert abs(first - odds) < 4 * (odds * (1 - odds) / SEEDS) ** 0.5 + 0.003, event.id
        outside = [d for d in range(season.days) if not event.first <= d + 1 <= event.last]
        assert not tables[:, e, outside].any()


def test_every_campaign_has_ten_and_more_things_that_may_happen() -> None:
    for one in library().campaigns.values():
        assert len(one.happening) >= 10
        for event in one.happening:
            assert event.effect or event.appeal, event.id


def test_a_happening_lasts_as_long_as_it_says() -> None:
    e, event = next((e, h) for e, h in enumerate(SEASON.happenings) if h.lasts == 2)
    days = begin(SEASON, 1).days
    table = np.zeros_like(days.happens)
    table[e, 2] = event.lasts
    days = changed(days, happens=table)
    assert [e in on_day(SEASON, days, day) for day in range(6)] == [False, False, True, True,
                                                                   False, False]  # fmt: skip


def test_effects_multiply_and_appeal_adds() -> None:
    days = begin(SEASON, 1).days
    names = [h.id for h in SEASON.happenings]
    table = np.zeros_like(days.happens)
    for name in ("rain", "rival-day", "durian-dare"):
        table[names.index(name), 1] = 1
    now = effects(SEASON, changed(days, happens=table), 1)
    by = {h.id: h for h in SEASON.happenings}
    expected = 1000 * by["rain"].effect["traffic"] // 1000 * by["rival-day"].effect["traffic"]
    assert now.traffic == expected // 1000
    assert now.appeal[SEASON.good("ft-durian")] > 0
    assert now.appeal[SEASON.good("ft-coconut")] == 0


def test_a_cause_brings_on_what_it_says_once_and_tomorrow() -> None:
    e = [h.id for h in SEASON.happenings].index("broken-promise")
    level = SEASON.happenings[e].level
    days = begin(SEASON, 1).days
    days = changed(days, happens=np.zeros_like(days.happens), day=2)
    late = np.zeros_like(days.late)
    assert not caused(SEASON, days)[e].any()
    late[0] = level
    table = caused(SEASON, changed(days, late=late))
    assert table[e].nonzero()[0].tolist() == [3]
    again = caused(SEASON, changed(days, late=late, happens=table, day=4))
    assert again[e].nonzero()[0].tolist() == [3]


def test_no_decision_changes_what_luck_brings() -> None:
    from livegame.engine.days.reducer import act, advance

    moment = begin(SEASON, 9)
    plan = DayPlan(loads=(("special.ft-durian", 9),), slot="prime", advert=5_000_000)
    first, second = act(SEASON, moment, DayPlan()), act(SEASON, moment, plan)
    odds = [e for e, h in enumerate(SEASON.happenings) if h.odds]
    for _ in range(2):
        first, second = advance(SEASON, first), advance(SEASON, second)
    assert (first.days.happens[odds] == second.days.happens[odds]).all()
