"""The outcome of a broadcast, taken apart to the last fen."""

from attrs import frozen


@frozen
class ProductResult:
    """What became of one good; units, packs and orders are different things."""

    id: str
    orders: int
    packs: int
    units: int
    sales: int
    refunded: int
    left: int
    turned_away: int
    soldout_tenths: int


@frozen
class Result:
    """The score of one room. Money in fen, shares per mille.

    settled = sales - goods - refunds - marketing - spoilage - penalties, exactly.
    points = 1000 * settled / par, rounded down, never below 0.

    Attributes:
        sales: paid orders at the prices paid.
        goods: what the sold packs cost to bring.
        refunds: money given back, net of nothing.
        marketing: advertising, samples, giveaways, guests.
        spoilage: what unsold goods lost.
        penalties: price protection paid to earlier buyers.
        service: share of the packs asked for that were delivered.
        luck: (label, per mille of the usual) for each draw of luck that the night held.
        milestones: lines of sales that the room passed.
    """

    role: str
    points: int
    settled: int
    par: int
    sales: int
    goods: int
    refunds: int
    marketing: int
    spoilage: int
    penalties: int
    service: int
    trust: int
    rank: int
    stars: int
    visitors: int
    peak: int
    luck: tuple[tuple[str, int], ...]
    products: tuple[ProductResult, ...]
    milestones: int = 0

    def parts(self) -> tuple[tuple[str, int], ...]:
        """The signed parts of the settled value, in order; they add up to it exactly."""
        return (
            ("sales", self.sales),
            ("goods", -self.goods),
            ("refunds", -self.refunds),
            ("marketing", -self.marketing),
            ("spoilage", -self.spoilage),
            ("penalties", -self.penalties),
        )
