"""After the show: late payments, refunds, spoilage, and the score taken apart."""

import numpy as np

from livegame.engine.chance import words
from livegame.engine.result import ProductResult, Result
from livegame.engine.sampling import binomial
from livegame.engine.state import State
from livegame.engine.tables import ONE, Ints, exp_q16
from livegame.engine.world import World


def closing_books(world: World, state: State) -> tuple[Ints, Ints, Ints]:
    """Packs paid, their value and packs refunded per good [B,R,P], once all is settled.

    The last tick's orders are paid or not; then buyers give back by a rate that grows with how
    much was sold in the rush of a launch, with lost trust and with anger.
    """
    rates = world.rates
    shape = state.sold.shape
    width = shape[1] * shape[2]
    raw = words(state.seeds, (("settlement", 2 * width),), world.ticks)
    late = binomial(state.owed, np.full(shape, rates.unpaid), raw[:, :width].reshape(shape))
    packs = state.sold + state.owed - late
    lost = np.where(state.owed > 0, state.owed_fen * late // np.maximum(state.owed, 1), 0)
    sales = state.sales + state.owed_fen - lost
    urgent = np.minimum(state.urgent / np.maximum(packs, 1), 1.0)
    doubt = np.maximum(rates.trust_par - state.trust, 0) / ONE
    room = (1.0 + rates.refund_trust * doubt) * (1.0 + rates.refund_anger * (state.anger / ONE))
    chance = rates.refund_base * (1.0 + rates.refund_urgent * urgent) * room[..., None]
    back = binomial(packs, np.minimum(chance, 1.0), raw[:, width:].reshape(shape))
    return packs, sales, back


def _luck(world: World, state: State, night: int, room: int) -> tuple[tuple[str, int], ...]:
    """Each draw of luck as per mille of the usual: the room's pull, then the taste for each good."""
    shifts = [("room", state.luck_room[night, room])]
    shifts += [(g.id, state.luck_taste[night, room, i]) for i, g in enumerate(world.goods[room])]
    return tuple((name, int(float(exp_q16(np.asarray([x]))[0]) * 1000 + 0.5)) for name, x in shifts)


def _stars(world: World, points: int) -> int:
    return sum(points >= limit for limit in world.stars)


def settle(world: World, state: State, room: int, night: int = 0) -> Result:
    """The result of one room of one night.

    Raises:
        ValueError: the night is not over yet.
    """
    if state.tick < world.ticks:
        raise ValueError("the night is not over yet")
    packs, sales, back = closing_books(world, state)
    totals = sales.sum(axis=2)[night]
    here = (night, room)
    goods = world.goods[room]
    rows = []
    refunds = spoilage = 0
    for slot, good in enumerate(goods):
        at = (*here, slot)
        sold, fen, returned = int(packs[at]), int(sales[at]), int(back[at])
        refund = fen * returned // sold if sold else 0
        left = int(state.stock[at]) - sold
        refunds += refund
        spoilage += left * int(world.cost[room, slot]) * int(world.spoil[room, slot]) // 1000
        rows.append(
            ProductResult(
                id=good.id,
                orders=int(state.orders[at]),
                packs=sold,
                units=sold * good.units_per_pack,
                sales=fen,
                refunded=returned,
                left=left,
                turned_away=int(state.turned[at]),
                soldout_tenths=int(state.soldout[at]),
            )
        )
    cost = int((packs[here] * world.cost[room]).sum())
    gross = int(totals[room])
    marketing, penalties = int(state.spent[here]), int(state.protected[here].sum())
    settled = gross - cost - refunds - marketing - spoilage - penalties
    par = world.par[room]
    points = max(0, settled * 1000 // par) if par > 0 else 0
    delivered = int(packs[here].sum())
    turned = int(state.turned[here].sum())
    return Result(
        role=world.roles[room],
        points=points,
        settled=settled,
        par=par,
        sales=gross,
        goods=cost,
        refunds=refunds,
        marketing=marketing,
        spoilage=spoilage,
        penalties=penalties,
        service=delivered * 1000 // max(delivered + turned, 1),
        trust=int(state.trust[here]) * 1000 >> 16,
        rank=1 + int((totals > gross).sum()),
        stars=_stars(world, points),
        visitors=int(state.visitors[here]),
        peak=int(state.peak[here]),
        luck=_luck(world, state, night, room),
        products=tuple(rows),
    )
