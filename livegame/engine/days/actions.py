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
        offer: id of the deposit offer that is up today, "" for none. call: part of the book whose
            balance is called today, per mille.
        forward: ("depot.product", packs) sent to a warehouse near the buyers.
        staff: people at the chat today; teach: (topic, people) of them who teach the chatbot.
        truck: (product, packs) that go to the joint counter this morning.
        aside: (product, packs) that the store does not sell today, so that the show has them.
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
    offer: str = ""
    call: int = 0
    forward: Pairs = ()
    staff: int = 0
    teach: Pairs = ()
    truck: Pairs = ()
    aside: Pairs = ()
