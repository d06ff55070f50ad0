"""Moments of the night to start a test from, and small changes to them."""

from typing import Any

import numpy as np

from livegame.engine.begin import begin
from livegame.engine.reducer import TickReport, tick
from livegame.engine.state import ARRAYS, State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World


def after(world: World, ticks: int, *, seed: int = 1, role: str = "") -> State:
    """The night after some ticks; a role's room waits for its player."""
    state = begin(world, [seed], [world.room_of(role)] if role else [])
    return through(world, state, ticks)[0]


def through(world: World, state: State, ticks: int) -> tuple[State, list[TickReport]]:
    """Some ticks on, and what they reported."""
    reports = []
    for _ in range(ticks):
        state, report = tick(world, state)
        reports.append(report)
    return state, reports


def with_room(state: State, room: int, **values: Any) -> State:
    """The state with whole rows of one room replaced, or with single goods: name=(slot, value)."""
    changed = {}
    for name, value in values.items():
        array = getattr(state, name).copy()
        if isinstance(value, tuple):
            array[0, room, ..., value[0]] = value[1]
        else:
            array[0, room] = value
        changed[name] = array
    return moved_on(state, **changed)


def undecided(state: State, room: int) -> State:
    """Everybody in a room has an open mind about everything."""
    minds = state.minds.copy()
    minds[0, 0, room] = state.viewers[0, room][:, None]
    minds[0, 1, room] = 0
    return moved_on(state, minds=minds)


def differing(one: State, other: State, night: int = 0, at: int = 0) -> list[str]:
    """Names of the arrays in which two nights differ."""
    return [
        name
        for name in ARRAYS
        if not np.array_equal(getattr(one, name)[night], getattr(other, name)[at])
    ]
