"""A price in the money of those who read it: what it comes to there, and what it looks like."""

from collections.abc import Iterable

from attrs import frozen

from livegame.catalog.models import Product
from livegame.catalog.nights import Scenario
from livegame.catalog.texts import t
from livegame.engine.currencies import RATE
from livegame.engine.tables import ONE

NEAR = 60  # round steps that are tried; a price is never so far from one


@frozen
class Money:
    """The money of one good, as the rules have it (`engine.currencies`).

    Attributes:
        sign, name: of the currency. rate: local money for a thousand RMB.
        step: what its prices are read in; overlooked: of what is above a step, Q16.
        turns: what incidents that last make of a price there, Q16, in the scenario's order.
    """

    sign: str
    name: str
    rate: int
    step: int
    overlooked: int
    turns: tuple[int, ...] = ()

    def local(self, fen: int) -> int:
        """A price in fen, in whole local money."""
        amount = fen * self.rate // RATE
        for turn in self.turns:
            amount = amount * turn >> 16
        return max(amount, 1)

    def looks(self, fen: int) -> int:
        """What that price looks like, local money."""
        amount = self.local(fen)
        return max(amount - ((amount % self.step) * self.overlooked >> 16), 1)

    def told(self, fen: int) -> str:
        """Both in words."""
        local, looks = self.local(fen), self.looks(fen)
        return t("limits.money", sign=self.sign, local=f"{local:,}", looks=f"{looks:,}")

    def below(self, fen: int, way: int) -> int:
        """The next higher (way 1) or lower (-1) price in fen that lies just below a round step; the
        price itself if there is none above zero."""
        at = self.local(fen) // self.step
        for steps in range(1, NEAR) if way > 0 else range(0, -NEAR, -1):
            line = (at + steps) * self.step
            found = self._highest(line - 1)
            if line > 1 and found > 0 and (found > fen if way > 0 else found < fen):
                return found
        return fen

    def _highest(self, amount: int) -> int:
        """The highest price in fen that comes to at most so much there."""
        fen = (amount + 1) * RATE // self.rate
        for turn in self.turns:
            fen = fen * ONE // turn
        while self.local(fen + 1) <= amount:
            fen += 1
        while fen > 0 and self.local(fen) > amount:
            fen -= 1
        return fen


def money_of(scene: Scenario, good: Product, incidents: Iterable[str] = ()) -> Money | None:
    """The money in which a good's price is read; None for RMB.

    Args:
        scene: the night. good: one of its goods.
        incidents: those that touch its room now, by id.
    """
    row = next((one for one in scene.currency if good.category in one.categories), None)
    if row is None:
        return None
    lasting = set(incidents)
    turns = [
        one.turn * ONE // 1000
        for one in scene.incident
        if one.id in lasting and (not one.categories or good.category in one.categories)
    ]
    overlooked = row.overlooked * ONE // 1000
    return Money(row.sign, row.name, row.rate, row.step, overlooked, tuple(turns))
