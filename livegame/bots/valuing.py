"""What packs, and a room's state, are worth to its host at the settling of the books."""

from functools import lru_cache

import numpy as np
from attrs import frozen

from livegame.engine.choice import chances
from livegame.engine.contracts import walking
from livegame.engine.scene import set_scene
from livegame.engine.state import State
from livegame.engine.tables import Floats
from livegame.engine.world import World


@frozen(eq=False)
class Worth:
    """Money a pack of each good of a room brings: `keep` times its price less `cost` [P], fen.
    Of goods with a deposit, `keep` and `cost` are those of a mean contract at ordinary trust.

    What is sold does not spoil, so that loss is taken off its cost; some of what is sold comes
    back, so a share of its price is.
    """

    keep: float | Floats
    cost: Floats


@lru_cache(maxsize=64)
def worth(world: World, room: int) -> Worth:
    """The worth of the packs of one room, from rules and goods that the Record shows."""
    deals = world.contracts
    return _worth(world, room, 1.0 if deals is None else deals.share)


def _worth(world: World, room: int, closed: float | Floats) -> Worth:
    """The same where so large a share of the contracts is closed: one figure, or one a night
    [B,1], and then the worths are [B,P]."""
    usual = world.cost[room] * (1000 - world.spoil[room]) / 1000
    rates = world.rates
    paying = 1.0 - rates.unpaid
    keep = (1.0 - rates.refund_base) * paying
    deals = world.contracts
    if deals is None:
        return Worth(keep=keep, cost=usual)
    has = deals.has[room]
    closed = np.where(has, closed, 1.0)
    lost = (1.0 - closed) * deals.kept[room]
    return Worth(keep=np.where(has, closed * paying, keep), cost=usual * closed - lost)


def _worth_now(world: World, room: int, state: State) -> Worth:
    """The worth of packs if the night ended now: contracts are closed at the trust of now."""
    deals = world.contracts
    if deals is None:
        return worth(world, room)
    walk = walking(deals, state.trust[:, room], world.rates.trust_par)
    return _worth(world, room, (1.0 - walk)[:, None])


def taken(world: World, room: int, state: State) -> Floats:
    """What a room of each night would settle for if it ended now [B], fen."""
    each = _worth_now(world, room, state)
    value = (state.sales + state.owed_fen)[:, room] * each.keep
    packs = (state.sold + state.owed)[:, room] * (1.0 - world.rates.unpaid)
    fixed = state.spent[:, room] + state.protected[:, room].sum(axis=1)
    return (value - packs * each.cost).sum(axis=1) - fixed


def stored(world: World, room: int, state: State, share: float) -> Floats:
    """What those who have not decided would bring if all goods were launched now [B], fen.

    `share` is how many of them a launch makes decide. No good sells more than there is of it.
    """
    each = _worth_now(world, room, state)
    _, buy = chances(world, state, set_scene(world, state))
    ready = (state.minds[:, 0, room] * buy[:, room]).sum(axis=1) * share
    stock = (state.shelf + state.held)[:, room]
    net = np.maximum(state.price[:, room] * each.keep - each.cost, 0.0)
    return (np.minimum(ready, stock) * net).sum(axis=1)
