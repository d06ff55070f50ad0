"""Which beats may begin, for any set of rooms at once: the one place that holds the conditions.

`acts.why_not` says for one room of one night which of them fails, in words.
"""

import numpy as np

from livegame.engine.constants import NIL
from livegame.engine.courses import too_early
from livegame.engine.stalls import stands_already
from livegame.engine.state import State
from livegame.engine.tables import Bools, Ints
from livegame.engine.world import World


def refused(
    world: World, state: State, here: Ints, pitch: Ints, slot: Ints, shelf: Ints, held: Ints
) -> Bools:
    """Where a free room may not begin a beat [M]: no budget, no voice, used up, nothing left of
    the good, no pack on its link to launch, what it builds on not held yet, or its stall standing.

    Args:
        here: places of the rooms among all B*R [M]. pitch: what each would begin; slot: of the
            good, below 0 for none. shelf, held: packs of that good on the link, and held back.
    """
    table, known = world.pitches, world.fixed
    done = state.done.take(here * known.pitches + pitch)
    offered = shelf + held * known.from_held[pitch]
    denied: Bools = (
        (table.cost[pitch] > state.budget.take(here))
        | (known.strain[pitch] > state.voice.take(here))
        | (known.once[pitch] & (done > NIL))
        | (known.about[pitch] & ((offered <= NIL) | (slot < NIL)))
    )
    for more in (too_early, stands_already):
        also = more(world, state, here, pitch)
        denied = denied if also is None else np.logical_or(denied, also)
    return denied
