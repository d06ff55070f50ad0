"""The first moment: everybody at home or on the page, shelves as the scripts have them, luck."""

import numpy as np
import pytest
from invariants import check_state
from moments import differing

from livegame.engine.begin import begin, draw_luck
from livegame.engine.tables import ONE
from livegame.engine.world import World


def test_everything_holds_at_the_start(world: World) -> None:
    check_state(world, begin(world, [1, 2, 3]))


def test_everybody_is_at_home_or_waits_on_the_page(world: World) -> None:
    state = begin(world, [1])
    assert state.lobby.sum() == pytest.approx(0.03 * world.rates.pool, rel=1e-3)
    assert state.viewers.sum() == state.home.sum() == 0


def test_shelves_are_those_of_the_scripts(world: World) -> None:
    state = begin(world, [1])
    assert np.array_equal(state.link[0], world.scripts.open)
    assert np.array_equal(state.shelf[0], np.minimum(world.scripts.lots, world.stock))
    assert np.array_equal(state.shelf + state.held, state.stock)


def test_a_night_hangs_on_its_seed_alone(world: World) -> None:
    assert differing(begin(world, [7]), begin(world, [7])) == []
    assert set(differing(begin(world, [7]), begin(world, [8]))) == {
        "luck_room",
        "luck_taste",
        "incident",
        "fancy",
        "call",
    }


def test_who_plays_does_not_change_the_start(world: World) -> None:
    assert differing(begin(world, [7]), begin(world, [7], [3, 1])) == []
    assert begin(world, [7], [3, 1]).played == (1, 3)


def test_luck_is_normal_with_the_spread_that_is_told(world: World) -> None:
    room, taste = draw_luck(world, range(2000))
    for values, spread in ((room, world.rates.luck_room), (taste, world.rates.luck_taste)):
        assert values.std() / ONE == pytest.approx(spread, rel=0.02)
        assert abs(values.mean()) / ONE < 0.05 * spread


def test_the_largest_seed_works(world: World) -> None:
    check_state(world, begin(world, [2**63 - 1]))
