"""Nights side by side: taking one night out of a batch, and putting it back."""

from typing import Any

import numpy as np

from livegame.engine.state import ARRAYS, State, evolve


def take_night(state: State, night: int) -> State:
    """One night of a batch, as a batch of one."""
    arrays = {name: getattr(state, name)[night : night + 1] for name in ARRAYS}
    return State(
        seeds=state.seeds[night : night + 1], tick=state.tick, played=state.played, **arrays
    )


def put_night(state: State, night: int, one: State) -> State:
    """The batch with one of its nights replaced; the others keep their arrays' values."""
    changes: dict[str, Any] = {}
    for name in ARRAYS:
        new = getattr(one, name)
        old = getattr(state, name)
        if new.base is old or np.array_equal(new[0], old[night]):
            continue
        whole = old.copy()
        whole[night] = new[0]
        changes[name] = whole
    return evolve(state, **changes) if changes else state


def keep_nights(state: State, nights: list[int]) -> State:
    """The batch of some of its nights, in that order."""
    arrays = {name: getattr(state, name)[nights] for name in ARRAYS}
    for array in arrays.values():
        array.flags.writeable = False
    seeds = tuple(state.seeds[n] for n in nights)
    return State(seeds=seeds, tick=state.tick, played=state.played, **arrays)
