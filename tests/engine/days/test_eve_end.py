"""The last page's figures of the days before a night add up to what the state has of them."""

import pytest

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.outcome import outcome
from livegame.engine.days.reducer import act, advance, begin, why_not
from livegame.engine.days.season import Season
from livegame.engine.days.state import MORNING, DayState
from livegame.runs.campaigns.ending import end_lines
from livegame.runs.campaigns.tally import tally, tally_lines
from tests.engine.days.short import BRAND, ELEVEN, EXPRESS, short_season

PLAN = DayPlan(
    offer="plain",
    call=400,
    staff=4,
    teach=(("goods", 1),),
    loads=(("roaster.nb-cups", 3), ("roaster.nb-drip", 2)),
    forward=(("east-brand.nb-cups", 200),),
    slot="evening-brand",
)


def played(season: Season, seed: int, plan: DayPlan = PLAN) -> DayState:
    moment = begin(season, seed)
    while not moment.over:
        if moment.days.phase == MORNING:
            night = DayPlan(slot="stroke-brand", staff=4)
            some = [plan, DayPlan(staff=4, offer="plain"), DayPlan(staff=4), DayPlan()]
            rows = [night, *some] if moment.days.day == 9 else some
            moment = act(season, moment, next(r for r in rows if not why_not(season, moment, r)))
        moment = advance(season, moment)
    return moment.days


@pytest.fixture(scope="module")
def end() -> tuple[Season, DayState]:
    season = short_season(ELEVEN, BRAND)
    return season, played(season, 5)


def test_it_adds_up(end: tuple[Season, DayState]) -> None:
    season, state = end
    found = outcome(season, state).eve
    assert found is not None
    assert found.opening + sum(found.left) == int(state.deposits.sum())
    assert sum(found.paid) == int(state.balances.sum()) > 0
    assert sum(found.lapsed) == int(state.lapsed.sum()) > 0
    assert sum(n for _, n in found.sent) + found.after == int(state.delivered.sum())
    assert dict(found.sent)["east-brand"] > 0
    assert sum(found.answered) > 0
    assert min(found.answered) >= 0
    assert sum(found.store) + sum(found.show) == int(state.ordered.sum())


def test_each_balance_is_in_one_window(end: tuple[Season, DayState]) -> None:
    season, state = end
    found = outcome(season, state).eve
    assert found is not None
    days = [d for _, first, last in found.windows for d in range(first, last + 1)]
    assert len(set(days)) == len(days)
    assert sum(found.paid[d] + found.lapsed[d] for d in days) == sum(found.paid + found.lapsed)


def test_the_page_tells_of_each_figure_and_what_it_is_made_of(
    end: tuple[Season, DayState],
) -> None:
    season, state = end
    result = outcome(season, state)
    sums = tally(season, result)
    lines = end_lines(season, result)
    assert [one.text for one in sums] == [line for line in lines if line in {s.text for s in sums}]
    assert all(one.parts and one.says for one in sums)
    whole = "\n".join(tally_lines(season, result, whole=True))
    for one in sums:
        assert all(what in whole and value in whole for what, value in one.parts)
    assert "vns_" not in whole


def test_other_campaigns_have_none_of_it() -> None:
    season = short_season(EXPRESS)
    moment = begin(season, 1)
    while not moment.over:
        if moment.days.phase == MORNING:
            moment = act(season, moment, DayPlan())
        moment = advance(season, moment)
    result = outcome(season, moment.days)
    assert result.eve is None
    assert tally_lines(season, result, whole=True) == []
