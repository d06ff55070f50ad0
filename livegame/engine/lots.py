"""A fresh lot on a link: who looks again because there is more of a good."""

import numpy as np

from livegame.engine.again import reopened
from livegame.engine.constants import SINGLE
from livegame.engine.rates import Rates
from livegame.engine.state import State, evolve, summed
from livegame.engine.tables import Floats, Ints
from livegame.engine.world import World


def share_again(rates: Rates, packs: Ints, shelf: Ints, passed: Ints) -> Floats:
    """Share of those who had passed over a good that a fresh lot makes look again.

    The emptier the link was, the more of a lot is news; no pack brings back more people than
    `lot.looks`.

    Args:
        packs: released just now. shelf: on the link with them. passed: who had decided against it.
    """
    news = rates.lot_reopen * packs / np.maximum(shelf, SINGLE)
    share: Floats = np.minimum(news, rates.lot_looks * packs / np.maximum(passed, SINGLE))
    return share


def look_again(world: World, state: State, packs: Ints) -> State:
    """The state with those back who look again at what was just released: `packs` [B,R,P]."""
    if not world.rates.lot_reopen:
        return state
    share = share_again(world.rates, packs, state.shelf, summed(state.minds[:, 1], 2))
    return evolve(state, minds=reopened(state, share, "lots"))
