"""Packs in carts: ordered, never paid for, and back on the link a quarter of an hour later."""

from collections.abc import Iterable

from attrs import frozen

from livegame.engine.events import Event, SoldOut, Unpaid
from livegame.engine.view import RoomView


@frozen
class CartNews:
    """What happened in a tick to a good's unpaid packs.

    Attributes:
        back: packs that came back to the link.
        gone: packs that had come back are sold, and the link is empty again.
        lost: by how many fewer are sold than before, as orders of the tick before were not paid.
    """

    product: str
    back: int = 0
    gone: bool = False
    lost: int = 0


def cart_news(before: RoomView, after: RoomView, events: Iterable[Event]) -> list[CartNews]:
    """What a tick did to unpaid packs, good by good; `events` are those of that tick."""
    told = tuple(events)
    unpaid = {event.product: event.packs for event in told if isinstance(event, Unpaid)}
    lots = {event.product for event in told if isinstance(event, SoldOut)}
    found = []
    for was, now in zip(before.products, after.products, strict=True):
        back = max(0, was.reserved + unpaid.get(now.id, 0) - now.reserved)
        gone = bool(was.shelf and not now.shelf and now.open and now.id not in lots)
        lost = max(0, was.sold - now.sold)
        if back or gone or lost:
            found.append(CartNews(now.id, back, gone, lost))
    return found
