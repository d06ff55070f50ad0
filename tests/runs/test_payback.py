"""What a price cut pays back, told before and held against what the rules then do."""

import pytest

from livegame.engine.actions import SetPrice
from livegame.engine.reducer import act, begin, tick, why_not
from livegame.engine.state import State
from livegame.engine.world import World
from livegame.runs.payback import payback
from livegame.runs.worlds import world_of

SCENARIO = "618-2020-diplomats"


@pytest.fixture(scope="module")
def world() -> World:
    return world_of(SCENARIO)


@pytest.fixture(scope="module")
def selling(world: World) -> State:
    """Twenty minutes into a night of everybody's script."""
    state = begin(world, (5,))
    while state.tick * world.tick_seconds < 1200:
        state, _ = tick(world, state)
    return state


@pytest.mark.parametrize("role", ["thailand", "south-korea", "rwanda"])
@pytest.mark.parametrize("percent", [95, 80, 50, 120])
def test_a_cut_pays_back_what_was_told(
    world: World, selling: State, role: str, percent: int
) -> None:
    room = world.room_of(role)
    sold = 0
    for slot, good in enumerate(world.goods[room]):
        fen = good.usual_fen * percent // 100
        change = SetPrice(good.id, fen)
        if why_not(world, selling, room, change):
            continue
        told = payback(world, selling, room, good.id, fen)
        after = act(world, selling, room, change)
        assert told.total == (after.protected - selling.protected)[0, room, slot]
        minds = selling.minds[0, 1, room, :, slot].sum()
        again = minds - after.minds[0, 1, room, :, slot].sum()
        assert told.passed == minds
        # Each segment's share is rounded at random to a whole number.
        assert abs(told.again - again) <= len(world.segments) + 1
        assert told.each * told.packs <= told.total
        sold += told.total
    assert (sold > 0) == (percent < 100)


def test_the_second_cut_pays_the_second_step_only(world: World, selling: State) -> None:
    room = world.room_of("thailand")
    good = world.goods[room][1]
    low, lower = good.usual_fen * 9 // 10, good.usual_fen * 8 // 10
    at_once = payback(world, selling, room, good.id, lower).total
    first = payback(world, selling, room, good.id, low).total
    then = act(world, selling, room, SetPrice(good.id, low))
    assert first + payback(world, then, room, good.id, lower).total == at_once


def test_a_good_of_another_room_is_refused(world: World, selling: State) -> None:
    with pytest.raises(ValueError, match="kr-ramen"):
        payback(world, selling, world.room_of("thailand"), "kr-ramen", 100)
