"""The figures of a finished batch of nights that the record can be held against."""

import numpy as np

from livegame.catalog.library import Library
from livegame.catalog.nights import Target
from livegame.engine.settlement import Accounts, accounts
from livegame.engine.state import State
from livegame.engine.tables import Floats, exp_q16
from livegame.engine.world import World


def _units(world: World, books: Accounts, products: list[str]) -> Floats:
    total = np.zeros(len(books.packs))
    for r, goods in enumerate(world.goods):
        for p, good in enumerate(goods):
            if good.id in products:
                total = total + books.packs[:, r, p] * good.units_per_pack
    return total


def _place(world: World, product: str) -> tuple[int, int]:
    for r, goods in enumerate(world.goods):
        for p, good in enumerate(goods):
            if good.id == product:
                return r, p
    raise ValueError(f"no room of {world.scenario.id} sells {product!r}")


def _shelf_chance(world: World, product: str) -> float:
    """Share of a store's visitors who buy a good without a show: usual price, doubts open."""
    r, p = _place(world, product)
    odds = exp_q16(world.appeal[r, :, p] - (world.rates.doubt * world.doubt[r, p] >> 16))
    share = world.share / world.share.sum()
    return float((odds / (1.0 + odds) * share).sum())


def week_units(world: World, target: Target, base: float) -> float:
    """Units that the official store sells in its week if its visitors buy the base good as often
    as recorded: `base` units of products[1] imply so many units of products[0]."""
    ours, other = target.products
    units = [world.goods[r][p].units_per_pack for r, p in (_place(world, x) for x in (ours, other))]
    return base / units[1] * _shelf_chance(world, ours) / _shelf_chance(world, other) * units[0]


def goal_of(lib: Library, target: Target) -> float:
    """What is on record for a target: its fact's value, or what an outside source says."""
    return float(lib.facts[target.fact].value) if target.fact else target.value


def measure(lib: Library, world: World, state: State, target: Target) -> Floats:
    """The target's figure in each night of a finished batch, in the fact's unit (seconds for a
    sell-out, infinite where it did not happen).

    Raises:
        ValueError: the target's measure is unknown.
    """
    books = accounts(world, state)
    match target.measure:
        case "visitors":
            return (
                (world.rates.pool * world.share // world.share.sum()).sum()
                - state.pool.sum(axis=1)
                + 0.0
            )
        case "units":
            return _units(world, books, target.products)
        case "sales":  # of all rooms together, RMB
            return books.sales.sum(axis=1) / 100.0
        case "rank":
            room = world.room_of(target.role)
            return 1.0 + (books.sales > books.sales[:, room : room + 1]).sum(axis=1)
        case "sold_out_seconds":
            r, p = _place(world, target.products[0])
            tenths = state.soldout[:, r, p]
            return np.where(tenths < 0, np.inf, tenths / 10.0)
        case "week":
            base = float(lib.facts[target.base].value)
            return np.full(state.batch, week_units(world, target, base))
    raise ValueError(f"target {target.id}: unknown measure {target.measure!r}")
