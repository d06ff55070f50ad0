"""Pitches that build on one another: some may be held only after another has been held tonight."""

from collections.abc import Sequence

import numpy as np

from livegame.catalog.models import Pitch
from livegame.engine.constants import NIL
from livegame.engine.state import State
from livegame.engine.tables import Bools, Ints
from livegame.engine.world import World


def compile_after(pitches: Sequence[Pitch]) -> Ints | None:
    """For each pitch, 0 being idleness, the one that must come first, 0 for none [A]; None where
    no pitch of the scenario builds on another."""
    places = {pitch.id: at for at, pitch in enumerate(pitches, 1)}
    after = [0, *(places.get(pitch.after, 0) for pitch in pitches)]
    return np.array(after, dtype=np.int64) if any(after) else None


def too_early(world: World, state: State, here: Ints, pitch: Ints) -> Bools | None:
    """Whether some of the B*R rooms [M] have not held yet what their pitch builds on [M].

    Args:
        world, state: the moment.
        here: places of the rooms among all of the batch. pitch: what each would begin.
    """
    after = world.pitches.after
    if after is None:
        return None
    first = after.take(pitch)
    held = state.done.take(here * len(world.pitches.ids) + first)
    missing: Bools = (first > NIL) & (held == NIL)
    return missing


def builds_on(world: World, state: State, room: int, pitch: int) -> str:
    """The pitch that the host of a room of the first night has to hold before this one, or ""."""
    after = world.pitches.after
    first = int(after[pitch]) if after is not None else 0
    return world.pitches.ids[first] if first and not state.done[0, room, first] else ""
