"""Beginning a beat, for any set of rooms at once."""

import numpy as np

from livegame.engine.state import State, evolve
from livegame.engine.tables import Bools, Ints
from livegame.engine.world import World


def start(world: World, state: State, rooms: Bools, pitch: Ints, product: Ints, cue: Ints) -> State:
    """Begin beats and pay for them.

    Args:
        world: the compiled scenario.
        state: the moment before.
        rooms: which rooms begin one [B,R], boolean.
        pitch, product: index of the pitch and slot of the good (-1: keep the stage) [B,R].
        cue: the place in the running order after this beat [B,R].
    """
    table = world.pitches
    product = np.where(table.on_product.take(pitch) > 0, product, -1)
    cost = np.where(rooms, table.cost.take(pitch), 0)
    done = state.done + 0
    nights, at = rooms.nonzero()
    done[nights, at, pitch[nights, at]] += 1
    return evolve(
        state,
        pitch=np.where(rooms, pitch, state.pitch),
        stage=np.where(rooms & (product >= 0), product, state.stage),
        left=np.where(rooms, table.ticks.take(pitch), state.left),
        cue=np.where(rooms, cue, state.cue),
        budget=state.budget - cost,
        spent=state.spent + cost,
        done=done,
    )
