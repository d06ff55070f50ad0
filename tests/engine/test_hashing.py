"""The hash covers the whole state: any field, any cell, the seed, the tick and who plays."""

import numpy as np
import pytest
from moments import after

from livegame.engine import hashing
from livegame.engine.begin import begin
from livegame.engine.hashing import state_hash
from livegame.engine.state import ARRAYS, State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World


@pytest.fixture(scope="module")
def state(world: World) -> State:
    return after(world, 30)


@pytest.mark.parametrize("name", ARRAYS)
@pytest.mark.parametrize("cell", [0, -1])
def test_every_field_counts_to_its_last_cell(state: State, name: str, cell: int) -> None:
    array = getattr(state, name).copy()
    if not array.size:  # a mechanic that this night does not use
        array = np.zeros((1, 1), dtype=np.int64)
    array.reshape(-1)[cell] += 1
    assert state_hash(moved_on(state, **{name: array})) != state_hash(state)


def test_seed_tick_players_and_rules_count(
    world: World, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [
        moved_on(state, seeds=(2,)),
        moved_on(state, tick=31),
        moved_on(state, played=(0,)),
    ]
    found = {state_hash(one) for one in (state, *others)}
    monkeypatch.setattr(hashing, "RULES", 10**6)
    assert len(found | {state_hash(state)}) == 5


def test_memory_layout_does_not_count(state: State) -> None:
    other = np.asfortranarray(state.desire)
    assert state_hash(moved_on(state, desire=other)) == state_hash(state)


def test_fields_that_swap_their_values_are_told_apart(state: State) -> None:
    swapped = moved_on(state, mood=state.trust, trust=state.mood)
    assert state_hash(swapped) != state_hash(state)


def test_the_hash_is_32_hex_digits(world: World) -> None:
    found = state_hash(begin(world, [1]))
    assert len(found) == 32
    assert int(found, 16) > 0
