"""Changing prices, for any set of rooms and goods at once."""

import numpy as np

from livegame.engine.state import State, evolve
from livegame.engine.tables import Ints
from livegame.engine.world import World

MOST_REOPENED = 0.8


def reprice(world: World, state: State, price: Ints) -> State:
    """Set the prices [B,R,P], in fen.

    A lower one brings back some who had passed, and earlier buyers are paid the difference
    between what they paid on average and the new price (price protection).
    """
    lower = price < state.price
    if not lower.any():
        return evolve(state, price=price)
    packs, paid = state.sold + state.owed, state.sales + state.owed_fen
    due = np.maximum(paid - state.protected - packs * price, 0) * lower
    cut = (state.price - price) / state.price * lower
    share = np.minimum(world.rates.price_reopen * cut, MOST_REOPENED)
    back = np.floor(state.minds[:, 1] * share[:, :, None, :]).astype(np.int64)
    minds = state.minds.copy()
    minds[:, 0] += back
    minds[:, 1] -= back
    return evolve(state, price=price, protected=state.protected + due, minds=minds)
