"""Goods that nobody pays for with one click: a deposit now, the rest after the show, or never.

An order counts with its whole price, as a contract does. After the show a share of the contracts
is closed, the more the room was trusted. Who walks away loses the deposit to whoever made the good;
the room keeps of it the share that it would have kept of the price. What was not handed over has
cost nothing.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from livegame.catalog.models import Product
from livegame.catalog.nights import Closing
from livegame.engine.tables import ONE, Bools, Floats, Ints


@frozen(eq=False)
class Contracts:
    """Deposits of R rooms over P goods, and how contracts are closed.

    Attributes:
        kept: what stays with the room of a lost deposit, fen a pack [R,P]. has: goods with a
            deposit [R,P]; the others are paid at once.
        share: of the contracts closed at ordinary trust; trust: change of it per level of trust;
        least, most: its ends.
    """

    kept: Ints
    has: Bools
    share: float
    trust: float
    least: float
    most: float


def compile_contracts(
    closing: Closing | None, goods: Sequence[Sequence[Product]], width: int
) -> Contracts | None:
    """The deposits of a scenario; None where every good is paid at once."""
    kept = np.zeros((len(goods), width), dtype=np.int64)
    has = np.zeros(kept.shape, dtype=bool)
    for r, row in enumerate(goods):
        for p, good in enumerate(row):
            has[r, p] = good.deposit > 0
            kept[r, p] = good.deposit * (1000 - good.cost_permille) // 1000
    if closing is None or not has.any():
        return None
    shares = (closing.share, closing.trust, closing.least, closing.most)
    return Contracts(kept, has, *(share / 1000 for share in shares))


def walking(contracts: Contracts, trust: Ints, par: int) -> Floats:
    """Chance that a contract is not closed, at each room's trust, Q16 against the ordinary."""
    closed = contracts.share + contracts.trust * ((trust - par) / ONE)
    chance: Floats = 1.0 - np.minimum(np.maximum(closed, contracts.least), contracts.most)
    return chance


def instead(contracts: Contracts | None, chance: Floats, trust: Ints, par: int) -> Floats:
    """Chances that a pack comes back [..,R,P], with those of contracts that are not closed.

    Args:
        contracts: of the scenario, or None. chance: of ordinary goods [..,R,P].
        trust: of the rooms [..,R], Q16. par: ordinary trust, Q16.
    """
    if contracts is None:
        return chance
    return np.where(contracts.has, walking(contracts, trust, par)[..., None], chance)


def kept(contracts: Contracts | None, back: Ints) -> Ints | int:
    """What stays with the room for packs that were not taken after all [..,R,P], fen."""
    return 0 if contracts is None else back * contracts.kept


def handed_over(contracts: Contracts | None, packs: Ints, back: Ints) -> Ints:
    """Packs that the goods had to be brought for [..,R,P]: contracts not closed cost nothing."""
    return packs if contracts is None else packs - back * contracts.has
