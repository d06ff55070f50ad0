"""What a night would come to if it ended now: the settlement, with what is not known yet expected.

While the night lasts, payments of the last tick and refunds are still open; their expected values
stand in for them. Once the night is over, this is the settlement itself.
"""

import numpy as np
from attrs import frozen

from livegame.engine.settlement import points_of, refund_chance, settle
from livegame.engine.state import State
from livegame.engine.world import World


@frozen
class Estimate:
    """A room's settled value so far, taken apart as the settlement does; money in fen.

    settled = sales - goods - refunds - marketing - spoilage - penalties, exactly.

    Attributes:
        spoilage: what the goods lose that would be left over now.
        points: 1000 * settled / par, rounded down, never below 0; running: the same, but below 0
            while more would spoil than has been earned.
        next_star: points of the next star; None where all are won.
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
    most: int | None = None


def estimate(world: World, state: State, room: int) -> Estimate:
    """The score of a room of the first night, if the night ended at this moment."""
    if state.tick >= world.ticks:
        end = settle(world, state, room)
        parts = (end.sales, end.goods, end.refunds, end.marketing, end.spoilage, end.penalties)
        left = None
    else:
        parts, left = _expected(world, state, room)
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
        most=None if left is None else points_of(world, room, settled + left),
    )


def _expected(
    world: World, state: State, room: int
) -> tuple[tuple[int, int, int, int, int, int], int | None]:
    """The parts of the settlement, and what selling all that is left would add to it, fen."""
    at = (0, room)
    paying = 1.0 - world.rates.unpaid
    every = state.sold + state.owed * paying
    packs = every[at]
    value = state.sales[at] + state.owed_fen[at] * paying
    share = refund_chance(world, state, every)[at]
    back, brought = value * share, packs
    if world.contracts is not None:
        back = back - packs * share * world.contracts.kept[room]
        brought = packs * (1.0 - share * world.contracts.has[room])
    lost = (state.stock[at] - packs) * world.cost[room] * world.spoil[room] / 1000
    sums = (value, brought * world.cost[room], back, state.spent[at], lost, state.protected[at])
    sales, goods, refunds, marketing, spoilage, penalties = (round(float(s.sum())) for s in sums)
    parts = (sales, goods, refunds, marketing, spoilage, penalties)
    if world.contracts is not None:
        return parts, None
    left = np.maximum(state.stock[at] - packs, 0.0)
    each = state.price[at] * (1.0 - share) - world.cost[room] * (1000 - world.spoil[room]) / 1000
    return parts, round(float((left * np.maximum(each, 0.0)).sum()))
