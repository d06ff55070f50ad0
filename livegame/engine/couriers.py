"""Parcels that couriers fetch in time, and what comes back of those that are late."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from livegame.catalog.models import Product
from livegame.catalog.outside import Courier
from livegame.engine.tables import Floats, Ints


@frozen(eq=False)
class Couriers:
    """The couriers of a scenario over C couriers, R rooms, P goods a room.

    Attributes:
        serves: whether a good goes by a courier, 0 or 1 [C,R,P].
        packs: fetched in time from a room [C]. late: share of the others that comes back [C].
    """

    serves: Ints
    packs: Ints
    late: Floats


def compile_couriers(
    rows: Sequence[Courier], roles: Sequence[str], goods: Sequence[Sequence[Product]], width: int
) -> Couriers:
    """The couriers of a scenario as arrays."""
    serves = np.zeros((len(rows), len(roles), width), dtype=np.int64)
    for c, row in enumerate(rows):
        for r, role in enumerate(roles):
            for p, good in enumerate(goods[r]):
                ours = not row.roles or role in row.roles
                serves[c, r, p] = ours and (not row.categories or good.category in row.categories)
    return Couriers(
        serves=serves,
        packs=np.array([row.packs for row in rows], dtype=np.int64),
        late=np.array([row.late / 1000 for row in rows]),
    )


def late_back(couriers: Couriers, packs: Ints | Floats) -> Floats | None:
    """Chance that a pack comes back because it is late [B,R,P]; None where couriers fetch all.

    Args:
        couriers: of the scenario. packs: paid for, per good [B,R,P].
    """
    chance: Floats | None = None
    for serves, most, late in zip(couriers.serves, couriers.packs, couriers.late, strict=True):
        load = (packs * serves).sum(axis=2)
        over = np.maximum(load - most, 0) / np.maximum(load, 1) * late
        added = over[..., None] * serves
        chance = added if chance is None else chance + added
    return chance
