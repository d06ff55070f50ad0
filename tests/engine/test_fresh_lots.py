"""A fresh lot makes people look again: the emptier the link was, the more of them."""

import pytest
from attrs import evolve

from livegame.engine.actions import Plan, Release
from livegame.engine.reducer import act, begin, tick
from livegame.engine.state import State
from livegame.engine.world import World
from livegame.runs.freshlot import fresh_lot
from livegame.runs.worlds import world_of

ROLE, GOOD = "thailand", "th-durian"


@pytest.fixture(scope="module")
def world() -> World:
    return world_of("618-2020-diplomats")


@pytest.fixture(scope="module")
def held_back(world: World) -> State:
    """Twenty minutes into a night on which most of the durians are held back."""
    room = world.room_of(ROLE)
    state = begin(world, (7,), played=(room,))
    state = act(world, state, room, Plan(lots=((GOOD, 400),), open=(GOOD,)))
    while state.tick * world.tick_seconds < 1200:
        state, _ = tick(world, state)
    return state


def looked_again(world: World, before: State, packs: int) -> int:
    room = world.room_of(ROLE)
    slot = world.slot_of(room, GOOD)
    after = act(world, before, room, Release(GOOD, packs))
    back = after.minds[0, 0, room, :, slot] - before.minds[0, 0, room, :, slot]
    gone = before.minds[0, 1, room, :, slot] - after.minds[0, 1, room, :, slot]
    assert (back == gone).all()
    assert (gone >= 0).all()
    others = [s for s in range(before.shelf.shape[2]) if s != slot]
    assert (after.minds[..., others] == before.minds[..., others]).all()
    return int(back.sum())


def on_link(world: World, state: State, packs: int) -> State:
    shelf = state.shelf.copy()
    shelf[0, world.room_of(ROLE), world.slot_of(world.room_of(ROLE), GOOD)] = packs
    return evolve(state, shelf=shelf)


@pytest.mark.parametrize("shelf", [0, 10, 400, 9000])
@pytest.mark.parametrize("packs", [1, 100, 3000])
def test_a_lot_does_what_was_told(world: World, held_back: State, shelf: int, packs: int) -> None:
    state = on_link(world, held_back, shelf)
    told = fresh_lot(world, state, world.room_of(ROLE), GOOD, packs)
    # Each segment's share is rounded at random to a whole number.
    assert abs(told.again - looked_again(world, state, packs)) <= len(world.segments) + 1
    assert told.again <= told.passed * world.rates.lot_reopen


def test_the_emptier_the_link_the_more_look_again(world: World, held_back: State) -> None:
    found = [looked_again(world, on_link(world, held_back, s), 3000) for s in (0, 1000, 4000, 9000)]
    assert found == sorted(found, reverse=True)
    assert found[0] > 2 * found[-1] > 0


def test_many_small_lots_bring_back_no_more_than_their_packs(
    world: World, held_back: State
) -> None:
    empty = on_link(world, held_back, 0)
    passed = fresh_lot(world, empty, world.room_of(ROLE), GOOD, 1).passed
    assert passed * world.rates.lot_reopen > 1000  # a single pack could call up a crowd
    bound = int(world.rates.lot_looks) + len(world.segments)
    assert looked_again(world, empty, 1) <= bound


def test_nobody_looks_again_where_the_rule_is_off(world: World, held_back: State) -> None:
    off = evolve(world, rates=evolve(world.rates, lot_reopen=0.0))
    assert looked_again(off, held_back, 3000) == 0
