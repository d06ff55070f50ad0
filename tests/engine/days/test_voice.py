"""A voice over the days, and offers that wear out: what is used today is missing tomorrow."""

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from livegame.engine.days import book, voice
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.demand import deposits_likely, pledges
from livegame.engine.days.evening import evening_world
from livegame.engine.days.happenings import effects
from livegame.engine.days.reducer import act, advance, begin
from livegame.engine.days.season import Season
from livegame.engine.days.state import MORNING, DayState, changed
from livegame.engine.tables import ONE
from tests.engine.days.short import BRAND, CASES, ELEVEN, short_season

SHOW = "evening-brand"


@pytest.fixture
def season() -> Season:
    return short_season(ELEVEN, BRAND)


def morning(season: Season, day: int, **plan: object) -> DayState:
    """The morning of a day, with one plan on every day before."""
    moment = begin(season, 4)
    while moment.days.day < day - 1 or moment.days.phase != MORNING:
        if moment.days.phase == MORNING:
            moment = act(season, moment, DayPlan(**plan))  # type: ignore[arg-type]
        moment = advance(season, moment)
    return moment.days


def levels(shows: list[bool], season: Season) -> list[int]:
    """The voice of each morning, for shows on some evenings."""
    state = begin(season, 1).days
    found = []
    for show in shows:
        found.append(int(state.voice[0]))
        state = voice.after_show(season, state) if show else state
        state = voice.overnight(season, state)
    return [*found, int(state.voice[0])]


def test_a_show_takes_of_the_voice_and_sleep_gives_a_part_back(season: Season) -> None:
    assert morning(season, 1).voice[0] == ONE
    after = int(morning(season, 2, slot=SHOW).voice[0])
    assert after == ONE - season.eve.strain + season.eve.sleep
    assert int(morning(season, 2).voice[0]) == ONE


@given(st.lists(st.booleans(), max_size=11))
def test_the_voice_is_a_level_and_an_evening_off_never_harms(shows: list[bool]) -> None:
    season = short_season(ELEVEN, BRAND)
    found = levels(shows, season)
    assert all(0 <= level <= ONE for level in found)
    for n, show in enumerate(shows):
        if show:
            spared = levels([*shows[:n], False, *shows[n + 1 :]], season)
            assert spared[-1] >= found[-1]


def test_every_second_evening_can_be_kept_up_and_every_evening_cannot(season: Season) -> None:
    assert levels([True, False] * 4, season)[-1] == ONE
    assert levels([True] * 8, season)[-1] < ONE // 2


def test_a_hoarse_host_draws_fewer(season: Season) -> None:
    state = changed(begin(season, 1).days, slot=1)
    hoarse = changed(state, voice=np.array([ONE // 4], dtype=np.int64))
    rested, worn = (int(evening_world(season, s).draw[0]) for s in (state, hoarse))
    assert worn == pytest.approx(rested * voice.pull(season, hoarse) / ONE, rel=1e-3)
    assert voice.pull(season, state) == ONE
    assert voice.pull(season, hoarse) < voice.pull(season, state)


@pytest.mark.parametrize(("campaign", "role"), [c for c in CASES if c[0] != ELEVEN])
def test_nobody_is_hoarse_where_there_is_no_such_rule(campaign: str, role: str) -> None:
    state = begin(short_season(campaign, role), 1).days
    assert not state.voice.size
    assert voice.pull(short_season(campaign, role), state) == ONE
    assert book.takers(state) == 1.0


def test_an_offer_that_stands_finds_fewer_and_rests_while_another_stands(season: Season) -> None:
    first, later = (morning(season, day, offer="plain") for day in (1, 4))
    plain, deep = season.eve.offer("plain"), season.eve.offer("deep")
    assert first.worn[plain] == 0
    assert later.worn[plain] > ONE // 2
    assert later.worn[deep] == 0
    terms = np.array([deep + 1, 0], dtype=np.int64)
    other = book.worn(season, changed(later, terms=terms))
    assert other.worn[deep] > 0
    assert other.worn[plain] < later.worn[plain]


def test_who_has_taken_an_offer_does_not_take_it_again(season: Season) -> None:
    state = begin(season, 1).days
    plain = season.eve.offer("plain")
    fresh, _ = deposits_likely(season, state, plain)
    half = changed(state, worn=np.full(len(state.worn), ONE // 2, dtype=np.int64))
    left, _ = deposits_likely(season, half, plain)
    assert left.sum() == pytest.approx(fresh.sum() / 2, rel=0.05)


def test_whoever_waits_for_the_date_still_leaves_a_deposit(season: Season) -> None:
    """The mood of waiting takes orders from the page, not deposits from the book."""
    terms = np.array([season.eve.offer("plain") + 1, 0], dtype=np.int64)
    state = changed(begin(season, 1).days, terms=terms)
    flat = evolve(season, eve=evolve(season.eve, mood=np.zeros(11, dtype=np.int64)))
    waiting = int(season.eve.mood.argmin())
    later = changed(state, day=waiting)
    with_mood = pledges(season, later, effects(season, later, waiting), luck=False)
    without = pledges(flat, later, effects(flat, later, waiting), luck=False)
    assert with_mood is not None
    assert without is not None
    assert with_mood.sum() == pytest.approx(without.sum(), rel=1e-6)
