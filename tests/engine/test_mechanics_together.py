"""The nights that have a chatbot, milestones, stalls or currencies, under random legal play: what
must hold at every moment holds there too, alone, side by side and in a rehearsal of one room."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import check_state
from legal_play import Player, allowed
from without import changed

from livegame.engine.acts import act
from livegame.engine.begin import begin
from livegame.engine.calls import NONE
from livegame.engine.hashing import field_marks, state_hash
from livegame.engine.lanes import take_night
from livegame.engine.reducer import tick
from livegame.engine.settlement import settle
from livegame.engine.solo import solo_state, solo_world
from livegame.engine.state import ARRAYS, State
from livegame.engine.state import evolve as moved_on
from livegame.engine.stretches import known_by
from livegame.engine.world import World

NIGHTS = ("1111-2020-peak", "1111-2020-lazada", "1111-2019-aliexpress")
WISHES = ("call", "fancy")  # drawn before the first tick; NONE in stretches without one
MECHANICS = ("queue", "reached", "stalls")
TICKS = 60


@pytest.fixture(scope="module", params=NIGHTS)
def world(request: pytest.FixtureRequest) -> World:
    return changed(request.param)


def check_mechanics(world: World, state: State) -> None:
    for name in MECHANICS:
        assert getattr(state, name).min(initial=0) >= 0
    for name in WISHES:
        assert getattr(state, name).min(initial=0) >= NONE
    assert (state.reached <= state.tick).all()
    if world.stalls is not None:
        assert (state.stalls <= world.stalls.ticks).all()
        opened = state.done[:, :, world.stalls.pitch]
        assert not state.stalls[opened == 0].any()
    if world.milestones is not None:
        assert not state.reached[0][~world.milestones.rooms].any()


@settings(max_examples=4)
@given(data=st.data(), seed=st.integers(0, 2**63 - 1), dice=st.integers(0, 2**63 - 1))
def test_whatever_is_played_holds(world: World, data: st.DataObject, seed: int, dice: int) -> None:
    room = world.room_of(data.draw(st.sampled_from(world.roles)))
    player, state = Player(dice), begin(world, [seed], [room])
    for _ in range(TICKS):
        for action in player.actions(world, state, room):
            if allowed(world, state, room, action):
                state = act(world, state, room, action)
        state, _ = tick(world, state)
        check_state(world, state)
        check_mechanics(world, state)


def test_nights_side_by_side_are_the_nights_alone(world: World) -> None:
    together, alone = begin(world, [3, 4]), [begin(world, [seed]) for seed in (3, 4)]
    for _ in range(TICKS):
        together, _ = tick(world, together)
        alone = [tick(world, one)[0] for one in alone]
    assert [state_hash(one) for one in alone] == [state_hash(together, n) for n in (0, 1)]
    assert state_hash(take_night(together, 1)) == state_hash(alone[1])


def test_a_room_alone_keeps_its_mechanics(world: World) -> None:
    state = begin(world, [3])
    for _ in range(TICKS):
        state, _ = tick(world, state)
    room = 1
    alone = solo_world(world, room)
    copies = solo_state(world, state, room, (10, 11, 12))
    for name in MECHANICS:
        assert (getattr(copies, name) == getattr(state, name)[:, room : room + 1]).all(), name
    for name, rules in zip(WISHES, (world.calls, world.fancy), strict=True):
        assert rules is not None
        known = known_by(rules, state.tick)
        here = getattr(state, name)[:, room : room + 1, known]
        assert known.any()
        assert not known.all()
        assert (getattr(copies, name)[:, :, known] == here).all(), name
    for _ in range(10):
        copies, _ = tick(alone, copies)
        check_mechanics(alone, copies)


def test_the_digest_counts_the_mechanics_where_there_are_any(world: World) -> None:
    state = begin(world, [3])
    for name in (*MECHANICS, *WISHES):
        array = getattr(state, name)
        if array.size:
            changed_array = array.copy()
            changed_array.reshape(-1)[-1] += 1
            assert state_hash(moved_on(state, **{name: changed_array})) != state_hash(state)
    assert len(field_marks(state)) // 4 == len(ARRAYS)


def test_whole_nights_end_with_whole_results(world: World) -> None:
    state = begin(world, [8])
    while state.tick < world.ticks:
        state, _ = tick(world, state)
    for room in range(world.shape[0]):
        result = settle(world, state, room)
        assert sum(value for _, value in result.parts()) == result.settled
        assert result.milestones == int((state.reached[0, room] > 0).sum())
    assert np.isfinite(state.sales).all()
