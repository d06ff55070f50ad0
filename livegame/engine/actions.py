"""What a host may do: plain values that a run file stores and the reducer applies."""

from attrs import frozen


@frozen
class Plan:
    """The green room's decisions, once, before the broadcast begins.

    Attributes:
        prices: (product id, fen a pack) for prices other than the usual one.
        stock: (product id, packs) brought along, for other amounts than planned.
        lots: (product id, packs) released on the link at once; the rest is held back.
        open: products whose link is open from the first second.
        advert: fen from the budget for advertising before the show.
    """

    prices: tuple[tuple[str, int], ...] = ()
    stock: tuple[tuple[str, int], ...] = ()
    lots: tuple[tuple[str, int], ...] = ()
    open: tuple[str, ...] = ()
    advert: int = 0


@frozen
class Beat:
    """Begin a pitch on a product ("" for a pitch on the room); takes show time."""

    pitch: str
    product: str = ""


@frozen
class SetPrice:
    """Change the price of a pack, in fen, at once."""

    product: str
    fen: int


@frozen
class Release:
    """Move packs from held stock to the link, at once."""

    product: str
    packs: int


@frozen
class Link:
    """Open or shut the link of a product, at once."""

    product: str
    open: bool


@frozen
class Reply:
    """Answer the loudest question about the product on stage in a word, at once."""


@frozen
class Cut:
    """End the beat that is running, at once."""


Action = Plan | Beat | SetPrice | Release | Link | Reply | Cut
