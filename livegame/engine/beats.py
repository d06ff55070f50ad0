"""Beginning a beat, for any set of rooms at once."""

import numpy as np

from livegame.engine.constants import NIL, SINGLE
from livegame.engine.state import State, evolve, put
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
    here = rooms.reshape(-1).nonzero()[0]
    at = (a.take(here) for a in (pitch, product, cue))
    return start_at(world, state, here, *at)


def start_at(
    world: World, state: State, here: Ints, pitch: Ints, product: Ints, cue: Ints
) -> State:
    """The same for a few rooms: all arrays are over their M places among the B*R rooms."""
    return evolve(state, **starting(world, state, here, pitch, product, cue))


def starting(
    world: World, state: State, here: Ints, pitch: Ints, product: Ints, cue: Ints
) -> dict[str, Ints]:
    """What beginning beats changes; the arguments are those of `start_at`."""
    table = world.pitches
    takes_stage = world.fixed.about[pitch] & (product >= NIL)
    stage = state.stage.take(here)
    np.copyto(stage, product, where=takes_stage)
    counted = here * world.fixed.pitches + pitch
    changes = {
        "pitch": put(state.pitch, here, pitch),
        "stage": put(state.stage, here, stage),
        "left": put(state.left, here, table.ticks[pitch]),
        "cue": put(state.cue, here, cue),
        "done": put(state.done, counted, state.done.take(counted) + SINGLE),
    }
    cost = table.cost[pitch]
    if np.count_nonzero(cost):
        changes["budget"] = put(state.budget, here, state.budget.take(here) - cost)
        changes["spent"] = put(state.spent, here, state.spent.take(here) + cost)
    return changes
