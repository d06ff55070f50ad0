"""What happened to one room in a tick, for whoever shows it. Derived; never part of the state."""

from attrs import frozen


@frozen
class BeatStarted:
    """A beat began."""

    pitch: str
    product: str


@frozen
class BeatEnded:
    """A beat is over; the host is free."""

    pitch: str
    product: str


@frozen
class LinkOpened:
    """The launch of a countdown opened a link."""

    product: str


@frozen
class Ordered:
    """Packs sold in this tick and their value in fen."""

    product: str
    packs: int
    fen: int


@frozen
class SoldOut:
    """The link ran dry.

    Attributes:
        seconds: how long the lot lasted after its link opened, in tenths of a show second.
        packs: size of the lot.
        turned_away: orders that found nothing left.
    """

    product: str
    seconds: int
    packs: int
    turned_away: int


@frozen
class Chat:
    """Comments of one kind; `topic` is what those viewers feel."""

    topic: str
    product: str
    count: int


@frozen
class Unpaid:
    """Orders that were not paid in time came back to the link."""

    product: str
    packs: int


@frozen
class RankChanged:
    """The room's place on the night's leaderboard changed."""

    before: int
    now: int


@frozen
class RivalSoldOut:
    """Another room sold out a product."""

    role: str
    product: str


@frozen
class IncidentBegan:
    """Something came over the night from outside; the scenario has its words."""

    id: str


@frozen
class IncidentOver:
    """It has passed."""

    id: str


@frozen
class CallChanged:
    """The chat calls for this pitch from now on, or for none ("")."""

    pitch: str


@frozen
class FancyChanged:
    """The crowd asks for something else now; `product` is "" if for nothing in particular."""

    product: str


@frozen
class RoomEnded:
    """The broadcast is over."""


Event = (
    BeatStarted
    | BeatEnded
    | LinkOpened
    | Ordered
    | SoldOut
    | Chat
    | Unpaid
    | RankChanged
    | RivalSoldOut
    | IncidentBegan
    | IncidentOver
    | CallChanged
    | FancyChanged
    | RoomEnded
)
