"""What must hold in the shipped night holds in scenarios that nobody wrote."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from invariants import check_state, check_tick
from legal_play import Player, allowed
from random_worlds import worlds

from livegame.catalog.library import library
from livegame.engine.acts import act
from livegame.engine.begin import begin
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import tick
from livegame.engine.settlement import settle
from livegame.engine.state import State
from livegame.engine.world import World

SEEDS = st.integers(0, 2**63 - 1)
WORLDS = worlds(library())


def played(world: World, room: int, seed: int, dice: int) -> State:
    """A night of random legal play, checked at every step."""
    player = Player(dice)
    state = begin(world, [seed], [room])
    check_state(world, state)
    while state.tick < world.ticks:
        for action in player.actions(world, state, room):
            if allowed(world, state, room, action):
                state = act(world, state, room, action)
                check_state(world, state)
        new, report = tick(world, state)
        check_tick(world, state, new, report)
        check_state(world, new)
        state = new
    return state


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(world=WORLDS, seed=SEEDS, dice=SEEDS, data=st.data())
def test_random_play_of_a_random_scenario_adds_up(
    world: World, seed: int, dice: int, data: st.DataObject
) -> None:
    room = data.draw(st.integers(0, len(world.roles) - 1))
    state = played(world, room, seed, dice)
    result = settle(world, state, room)
    assert sum(value for _, value in result.parts()) == result.settled
    assert result.rank >= 1


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(world=WORLDS, seeds=st.lists(SEEDS, min_size=2, max_size=3, unique=True))
def test_a_random_scenario_is_the_same_alone_and_in_a_batch(world: World, seeds: list[int]) -> None:
    together = begin(world, seeds)
    alone = [begin(world, [seed]) for seed in seeds]
    for _ in range(min(world.ticks, 25)):
        together, _ = tick(world, together)
        alone = [tick(world, one)[0] for one in alone]
    from livegame.engine.lanes import take_night

    for night, one in enumerate(alone):
        assert state_hash(take_night(together, night)) == state_hash(one)
