"""Which sell-outs are news: the first of each lot, and the first of each good elsewhere.

Packs in carts that nobody paid for come back to the link a quarter of an hour later and are soon
gone again. The engine reports each such emptying; only the lot's own is worth a stamp.
"""

from collections.abc import Iterable

from livegame.engine.events import Event, LinkOpened, RivalSoldOut, SoldOut

Mark = tuple[int, str, str]


class Lots:
    """Remembers releases and the others' sell-outs of one run.

    Ticks only ever count up to the moment asked about, so that a playback may go back.
    """

    def __init__(self) -> None:
        self._released: set[tuple[int, str]] = set()
        self._elsewhere: dict[tuple[str, str], int] = {}

    def release(self, tick: int, product: str) -> None:
        """Packs that were held back went onto a link."""
        self._released.add((tick, product))

    def news(self, events: Iterable[Event], marks: Iterable[Mark], tick: int) -> tuple[Event, ...]:
        """The events of the tick that ends at `tick`, without sell-outs that are none.

        Args:
            events: as the engine tells them.
            marks: (tick, kind, product) of what was told before, in order.
            tick: ticks gone by after it.
        """
        empty = self._empty(marks, tick)
        found: list[Event] = []
        for event in events:
            match event:
                case LinkOpened(product=product):
                    empty.discard(product)
                case SoldOut(product=product):
                    if product in empty:
                        continue
                    empty.add(product)
                case RivalSoldOut(role=role, product=product):
                    if self._elsewhere.setdefault((role, product), tick) < tick:
                        continue
                case _:
                    pass
            found.append(event)
        return tuple(found)

    def _empty(self, marks: Iterable[Mark], tick: int) -> set[str]:
        """Goods whose last lot has sold out already."""
        last: dict[str, int] = {}
        for at, kind, product in marks:
            if kind == "soldout":
                last[product] = at
            elif kind == "launch":
                last.pop(product, None)
        for at, product in self._released:
            if product in last and last[product] <= at < tick:
                del last[product]
        return set(last)
