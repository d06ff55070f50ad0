"""Changing prices, for any set of rooms and goods at once."""

import numpy as np

from livegame.engine.again import reopened
from livegame.engine.state import State, evolve
from livegame.engine.tables import Ints
from livegame.engine.world import World

MOST_REOPENED = 0.8


def reprice(world: World, state: State, price: Ints) -> State:
    """Set the prices [B,R,P], in fen.

    One below the price at which those who passed had decided, on average, brings some of them
    back; the others have now turned down the new price too. Earlier buyers are paid the
    difference between what they paid on average and a lower price (price protection).
    """
    lower = price < state.price
    if not lower.any():
        return evolve(state, price=price)
    packs, paid = state.sold + state.owed, state.sales + state.owed_fen
    due = np.maximum(paid - state.protected - packs * price, 0) * lower
    cut = np.maximum(state.refused - price, 0) / state.refused * lower
    share = np.minimum(world.rates.price_reopen * cut, MOST_REOPENED)
    return evolve(
        state,
        price=price,
        protected=state.protected + due,
        minds=reopened(state, share, "prices"),
        refused=np.where(lower, np.minimum(state.refused, price), state.refused),
    )
