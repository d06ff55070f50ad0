"""What a release would bring at once, before it is done: who looks again at a fresh lot."""

import numpy as np
from attrs import frozen

from livegame.engine.lots import share_again
from livegame.engine.state import State
from livegame.engine.world import World


@frozen
class FreshLot:
    """Who comes back to a good because more of it is there.

    Attributes:
        passed: viewers who have decided against it for now.
        again: how many of them are expected to look again.
    """

    passed: int
    again: int


def fresh_lot(world: World, state: State, room: int, product: str, packs: int) -> FreshLot:
    """Who would look again if so many packs of a good of the first night were released now.

    `livegame.engine.lots.look_again` brings back as many, but for its rounding.

    Raises:
        ValueError: that is not among the room's goods.
    """
    slot = world.slot_of(room, product)
    if slot < 0:
        raise ValueError(product)
    passed = int(state.minds[0, 1, room, :, slot].sum())
    counts = np.array([packs, int(state.shelf[0, room, slot]) + packs, passed], dtype=np.int64)
    share = float(share_again(world.rates, counts[:1], counts[1:2], counts[2:])[0])
    return FreshLot(passed, int(passed * share))
