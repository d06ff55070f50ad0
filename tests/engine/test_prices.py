"""A cut brings back those who found the old price too dear; nothing can be had for nothing."""

import numpy as np
import pytest
from moments import through, with_room

from livegame.engine.actions import Beat, SetPrice
from livegame.engine.acts import act
from livegame.engine.begin import begin
from livegame.engine.state import State
from livegame.engine.world import World

ROOM, DURIAN = 0, 1
GOOD = "th-durian"


@pytest.fixture(scope="module")
def talked(world: World) -> State:
    """Many have passed on the durian at its usual price."""
    state = act(world, begin(world, [2], [ROOM]), ROOM, Beat("demonstrate", GOOD))
    return through(world, state, 18)[0]


def priced(world: World, state: State, *prices: int) -> State:
    for fen in prices:
        state = act(world, state, ROOM, SetPrice(GOOD, fen))
    return state


def passed(state: State) -> int:
    return int(state.minds[0, 1, ROOM, :, DURIAN].sum())


def test_the_deeper_the_cut_the_more_come_back(world: World, talked: State) -> None:
    left = [passed(priced(world, talked, fen)) for fen in (15_000, 14_000, 12_000, 8_000)]
    assert passed(talked) > left[0] > left[1] > left[2] > left[3] > 0


def test_at_most_four_fifths_come_back(world: World, talked: State) -> None:
    assert passed(priced(world, talked, 6_360)) == pytest.approx(0.2 * passed(talked), rel=0.02)


def test_raising_and_lowering_the_price_in_one_breath_wins_nobody_back(
    world: World, talked: State
) -> None:
    flickered = priced(world, talked, *[23_850, 15_900] * 5)
    assert np.array_equal(flickered.minds, talked.minds)


def test_lowering_and_raising_it_wins_back_no_more_than_lowering_it_once(
    world: World, talked: State
) -> None:
    once = priced(world, talked, 14_000, 15_900)
    often = priced(world, talked, *[14_000, 15_900] * 5)
    assert np.array_equal(once.minds, often.minds)


def test_two_small_cuts_win_back_about_what_one_large_one_does(world: World, talked: State) -> None:
    stepwise = passed(priced(world, talked, 15_000, 14_100))
    assert stepwise == pytest.approx(passed(priced(world, talked, 14_100)), rel=0.1)


def test_who_passed_at_a_high_price_comes_back_to_the_usual_one(
    world: World, talked: State
) -> None:
    dear = act(world, priced(world, talked, 23_850), ROOM, Beat("demonstrate", GOOD))
    dear, _ = through(world, dear, 18)
    assert passed(priced(world, dear, 15_900)) < 0.95 * passed(dear)


def test_a_cut_before_anybody_has_decided_brings_nobody(world: World) -> None:
    state = begin(world, [2], [ROOM])
    assert not priced(world, state, 12_000).minds.any()


def test_an_empty_room_owes_nobody_a_difference(world: World) -> None:
    state = begin(world, [2], [ROOM])
    assert not priced(world, state, 12_000).protected.any()


def test_protection_is_paid_on_what_was_paid_on_average(world: World, talked: State) -> None:
    sold = with_room(talked, ROOM, sold=(DURIAN, 4), owed=(DURIAN, 6), owed_fen=(DURIAN, 96_000))
    sold = with_room(sold, ROOM, sales=(DURIAN, 60_000), protected=(DURIAN, 0))
    assert priced(world, sold, 15_000).protected[0, ROOM, DURIAN] == 156_000 - 150_000
