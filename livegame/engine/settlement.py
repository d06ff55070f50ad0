"""After the show: late payments, refunds, spoilage, and the score taken apart."""

import numpy as np
from attrs import frozen

from livegame.engine import contracts, couriers
from livegame.engine.chance import words
from livegame.engine.crowd import draw_crowd
from livegame.engine.result import ProductResult, Result
from livegame.engine.sampling import binomial
from livegame.engine.state import State
from livegame.engine.tables import ONE, Floats, Ints, exp_q16
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
    chance = refund_chance(world, state, packs)
    back = binomial(packs, chance, raw[:, width:].reshape(shape))
    return packs, sales, back


def refund_chance(world: World, state: State, packs: Ints | Floats) -> Floats:
    """Chance that a pack that was paid for comes back, per good [B,R,P].

    Args:
        world: the compiled scenario.
        state: with trust, anger and launches as they stand.
        packs: paid for, or expected to be [B,R,P].
    """
    rates = world.rates
    urgent = np.minimum(state.urgent / np.maximum(packs, 1), 1.0)
    doubt = np.maximum(rates.trust_par - state.trust, 0) / ONE
    room = (1.0 + rates.refund_trust * doubt) * (1.0 + rates.refund_anger * (state.anger / ONE))
    chance = rates.refund_base * (1.0 + rates.refund_urgent * urgent) * room[..., None]
    late_back = couriers.late_back(world.couriers, packs)
    if late_back is not None:
        chance = chance + late_back
    chance = contracts.instead(world.contracts, chance, state.trust, rates.trust_par)
    usual: Floats = np.minimum(chance, 1.0)
    return usual


@frozen(eq=False)
class Accounts:
    """The books of every room of every night; per good [B,R,P], per room [B,R]; packs and fen.

    settled = sales - goods - refunds - marketing - spoilage - penalties, room by room.
    """

    packs: Ints
    value: Ints
    returned: Ints
    refund: Ints
    spoiled: Ints
    sales: Ints
    goods: Ints
    refunds: Ints
    marketing: Ints
    spoilage: Ints
    penalties: Ints
    settled: Ints


def accounts(world: World, state: State) -> Accounts:
    """Close the books of all rooms at once."""
    packs, value, returned = closing_books(world, state)
    refund = value * returned // np.maximum(packs, 1)
    refund = refund - contracts.kept(world.contracts, returned)
    spoiled = (state.stock - packs) * world.cost * world.spoil // 1000
    sales, refunds, spoilage = (a.sum(axis=2) for a in (value, refund, spoiled))
    brought = contracts.handed_over(world.contracts, packs, returned)
    goods = (brought * world.cost).sum(axis=2)
    penalties = state.protected.sum(axis=2)
    return Accounts(
        packs=packs,
        value=value,
        returned=returned,
        refund=refund,
        spoiled=spoiled,
        sales=sales,
        goods=goods,
        refunds=refunds,
        marketing=state.spent,
        spoilage=spoilage,
        penalties=penalties,
        settled=sales - goods - refunds - state.spent - spoilage - penalties,
    )


def _luck(world: World, state: State, night: int, room: int) -> tuple[tuple[str, int], ...]:
    """Each draw of luck, per mille of the usual: the room's pull, the taste for each good."""
    shifts = [("room", state.luck_room[night, room])]
    shifts += [(g.id, state.luck_taste[night, room, i]) for i, g in enumerate(world.goods[room])]
    luck = [(name, int(float(exp_q16(np.asarray([x]))[0]) * 1000 + 0.5)) for name, x in shifts]
    if world.pool_luck:
        crowd = int(draw_crowd(world, state.seeds[night : night + 1])[0])
        luck.insert(0, ("crowd", (crowd * 1000 + ONE // 2) // ONE))
    return tuple(luck)


def points_of(world: World, room: int, settled: int) -> int:
    """1000 x settled value / history's settled value, rounded down, never below 0."""
    par = world.par[room]
    return max(0, settled * 1000 // par) if par > 0 else 0


def settle(world: World, state: State, room: int, night: int = 0) -> Result:
    """The result of one room of one night.

    Raises:
        ValueError: the night is not over yet.
    """
    if state.tick < world.ticks:
        raise ValueError("the night is not over yet")
    books = accounts(world, state)
    here = (night, room)
    rows = []
    for slot, good in enumerate(world.goods[room]):
        at = (*here, slot)
        rows.append(
            ProductResult(
                id=good.id,
                orders=int(state.orders[at]),
                packs=int(books.packs[at]),
                units=int(books.packs[at]) * good.units_per_pack,
                sales=int(books.value[at]),
                refunded=int(books.returned[at]),
                left=int(state.stock[at]) - int(books.packs[at]),
                turned_away=int(state.turned[at]),
                soldout_tenths=int(state.soldout[at]),
            )
        )
    settled = int(books.settled[here])
    points = points_of(world, room, settled)
    delivered, turned = int(books.packs[here].sum()), int(state.turned[here].sum())
    return Result(
        role=world.roles[room],
        points=points,
        settled=settled,
        par=world.par[room],
        sales=int(books.sales[here]),
        goods=int(books.goods[here]),
        refunds=int(books.refunds[here]),
        marketing=int(books.marketing[here]),
        spoilage=int(books.spoilage[here]),
        penalties=int(books.penalties[here]),
        service=delivered * 1000 // max(delivered + turned, 1),
        trust=int(state.trust[here]) * 1000 >> 16,
        rank=1 + int((books.sales[night] > books.sales[here]).sum()),
        stars=sum(points >= limit for limit in world.stars[room]),
        visitors=int(state.visitors[here]),
        peak=int(state.peak[here]),
        luck=_luck(world, state, night, room),
        products=tuple(rows),
        milestones=int((state.reached[here] > 0).sum()),
    )
