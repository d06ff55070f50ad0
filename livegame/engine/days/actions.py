"""What a morning decides: one plain value that a run file stores and the reducer applies."""

from attrs import frozen

Pairs = tuple[tuple[str, int], ...]


@frozen
class DayPlan:
    """The decisions of one day, taken together.

    Attributes:
        prices: (product, fen a pack) where the price changes.
        loads: ("route.product", loads) ordered today.
        picks: (product, packs) to pick from the plants.
        promise: (product, packs) that may be sold before they are there.
        wait: products of which only ripe stages are sold; toss: of which overripe ones are
            thrown away before the day begins.
        hands: pickers hired for the day.
        coupon: id of the store's coupon, "" for none.
        advert: fen for the day's advertising.
        slot: id of the evening's hour, "" for no show.
        train: people of the village who take a lesson today. air: farms that the show is from.
    """

    prices: Pairs = ()
    loads: Pairs = ()
    picks: Pairs = ()
    promise: Pairs = ()
    wait: tuple[str, ...] = ()
    toss: tuple[str, ...] = ()
    hands: int = 0
    coupon: str = ""
    advert: int = 0
    slot: str = ""
    train: tuple[str, ...] = ()
    air: tuple[str, ...] = ()
