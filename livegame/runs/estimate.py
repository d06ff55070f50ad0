"""What a night would come to if it ended now: the settlement, with what is not known yet expected.

While the night lasts, payments of the last tick and refunds are still open; their expected values
stand in for them. Once the night is over, this is the settlement itself.
"""

import numpy as np
from attrs import frozen

from livegame.engine.contracts import instead
from livegame.engine.settlement import points_of, settle
from livegame.engine.state import State
from livegame.engine.tables import ONE, Floats, Ints
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


def estimate(world: World, state: State, room: int) -> Estimate:
    """The score of a room of the first night, if the night ended at this moment."""
    if state.tick >= world.ticks:
        end = settle(world, state, room)
        parts = (end.sales, end.goods, end.refunds, end.marketing, end.spoilage, end.penalties)
    else:
        parts = _expected(world, state, room)
    sales, goods, refunds, marketing, spoilage, penalties = parts
    settled = sales - goods - refunds - marketing - spoilage - penalties
    points = points_of(world, room, settled)
    return Estimate(
        points=points,
        running=points if settled >= 0 else -points_of(world, room, -settled),
        settled=settled,
        par=world.par[room],
        stars=sum(points >= limit for limit in world.stars),
        next_star=next((limit for limit in world.stars if points < limit), None),
        sales=sales,
        goods=goods,
        refunds=refunds,
        marketing=marketing,
        spoilage=spoilage,
        penalties=penalties,
    )


def _expected(world: World, state: State, room: int) -> tuple[int, int, int, int, int, int]:
    at = (0, room)
    paying = 1.0 - world.rates.unpaid
    packs = state.sold[at] + state.owed[at] * paying
    value = state.sales[at] + state.owed_fen[at] * paying
    share = refund_share(world, state, room, packs)
    back, brought = value * share, packs
    if world.contracts is not None:
        back = back - packs * share * world.contracts.deposit[room]
        brought = packs * (1.0 - share * world.contracts.has[room])
    lost = (state.stock[at] - packs) * world.cost[room] * world.spoil[room] / 1000
    sums = (value, brought * world.cost[room], back, state.spent[at], lost, state.protected[at])
    sales, goods, refunds, marketing, spoilage, penalties = (round(float(s.sum())) for s in sums)
    return sales, goods, refunds, marketing, spoilage, penalties


def refund_share(world: World, state: State, room: int, packs: Floats | Ints) -> Floats:
    """The chance that a paid pack is given back, for each good of a room [P].

    It is the settlement's own rate, as trust, anger and launches stand now.
    """
    rates, at = world.rates, (0, room)
    urgent = np.minimum(state.urgent[at] / np.maximum(packs, 1), 1.0)
    doubt = max(rates.trust_par - int(state.trust[at]), 0) / ONE
    anger = int(state.anger[at]) / ONE
    room_wide = (1.0 + rates.refund_trust * doubt) * (1.0 + rates.refund_anger * anger)
    usual = rates.refund_base * (1.0 + rates.refund_urgent * urgent) * room_wide
    every = np.zeros((len(world.roles), len(usual)))
    every[room] = np.minimum(usual, 1.0)
    return instead(world.contracts, every, state.trust[0], rates.trust_par)[room]
