"""What a night would come to if it ended now: the settlement, with what is not known yet expected.

While the night lasts, payments of the last tick and refunds are still open; their expected values
stand in for them, with how far the luck of the settlement may move the score. The draw itself is
not read: that would tell the host at nine who gives back at ten. Once the night is over, this is
the settlement itself.
"""

import math

import numpy as np
from attrs import frozen

from livegame.engine.settlement import points_of, refund_chance, settle
from livegame.engine.state import State
from livegame.engine.tables import Floats
from livegame.engine.world import World

_NINETEEN_OF_TWENTY = 1.96  # standard deviations to either side


@frozen
class Estimate:
    """A room's settled value so far, taken apart as the settlement does; money in fen.

    settled = sales - goods - refunds - marketing - spoilage - penalties, exactly.

    Attributes:
        spoilage: what the goods lose that would be left over now.
        points: 1000 * settled / par, rounded down, never below 0; running: the same, but below 0
            while more would spoil than has been earned.
        next_star: points of the next star; None where all are won.
        swing: points by which open payments and refunds move the score up or down, in nineteen
            nights of twenty at most; 0 once the night is over.
        most: points if all that is left were sold at its price of now; None once the night is over,
            and where deals are closed by contracts, whose worth lies in trust.
    """

    points: int
    running: int
    settled: int
    par: int
    stars: int
    next_star: int | None
    sales: int
    goods: int
    refunds: int
    marketing: int
    spoilage: int
    penalties: int
    swing: int = 0
    most: int | None = None


def estimate(world: World, state: State, room: int) -> Estimate:
    """The score of a room of the first night, if the night ended at this moment."""
    if state.tick >= world.ticks:
        end = settle(world, state, room)
        parts = (end.sales, end.goods, end.refunds, end.marketing, end.spoilage, end.penalties)
        left, swing = None, 0.0
    else:
        parts, left, swing = _expected(world, state, room)
    sales, goods, refunds, marketing, spoilage, penalties = parts
    settled = sales - goods - refunds - marketing - spoilage - penalties
    points = points_of(world, room, settled)
    return Estimate(
        points=points,
        running=points if settled >= 0 else -points_of(world, room, -settled),
        settled=settled,
        par=world.par[room],
        stars=sum(points >= limit for limit in world.stars[room]),
        next_star=next((limit for limit in world.stars[room] if points < limit), None),
        sales=sales,
        goods=goods,
        refunds=refunds,
        marketing=marketing,
        spoilage=spoilage,
        penalties=penalties,
        swing=math.ceil(1000.0 * swing / world.par[room]) if world.par[room] > 0 else 0,
        most=None if left is None else points_of(world, room, settled + left),
    )


def _expected(
    world: World, state: State, room: int
) -> tuple[tuple[int, int, int, int, int, int], int | None, float]:
    """The parts of the settlement, what selling all that is left would add to it, and how far luck
    may move it to either side; fen."""
    at = (0, room)
    paying = 1.0 - world.rates.unpaid
    every = state.sold + state.owed * paying
    packs = every[at]
    value = state.sales[at] + state.owed_fen[at] * paying
    share = refund_chance(world, state, every)[at]
    back, brought = value * share, packs
    swing = _swing(world, state, room, packs, value, share)
    if world.contracts is not None:
        back = back - packs * share * world.contracts.kept[room]
        brought = packs * (1.0 - share * world.contracts.has[room])
    cost = world.cost[room]
    parts = (
        round(float(value.sum())),
        round(float(brought.dot(cost))),
        round(float(back.sum())),
        int(state.spent[at]),
        round(float((state.stock[at] - packs).dot(cost * world.spoil[room])) / 1000),
        int(state.protected[at].sum()),
    )
    if world.contracts is not None:
        return parts, None, swing
    left = np.maximum(state.stock[at] - packs, 0.0)
    each = state.price[at] * (1.0 - share) - cost * (1000 - world.spoil[room]) / 1000
    return parts, round(float(left.dot(np.maximum(each, 0.0)))), swing


def _swing(
    world: World, state: State, room: int, packs: Floats, value: Floats, share: Floats
) -> float:
    """How far refunds and the last tick's payments may move the settled value of a room, fen."""
    unpaid = world.rates.unpaid
    each = value / np.maximum(packs, 1.0)
    lost = each  # by a pack that comes back
    if world.contracts is not None:
        lost = each - world.contracts.kept[room] - world.contracts.has[room] * world.cost[room]
    kept = each * (1.0 - share) - world.cost[room]
    late = state.owed[0, room] * (unpaid * (1.0 - unpaid))
    squares = packs * (share * (1.0 - share)) * lost * lost + late * kept * kept
    return _NINETEEN_OF_TWENTY * math.sqrt(squares.sum())
