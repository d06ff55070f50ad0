"""Which sell-outs are news: the first of each lot, and the first of each good elsewhere.

Packs in carts that nobody paid for come back to the link a quarter of an hour later and are soon
gone again. The engine reports each such emptying; only the lot's own is worth a stamp. A link that
is opened again over the last few packs is emptied in no time; such a lot is told with its own few
packs, and is nobody's record.
"""

from collections.abc import Iterable

from attrs import evolve

from livegame.engine.events import Event, LinkOpened, RivalSoldOut, SoldOut

Mark = tuple[int, str, str]
LEAST = 20  # a lot smaller than one part in so many of what was sold of its good is no record


class Lots:
    """Remembers releases, links opened by hand, lots that went and the others' sell-outs of a run.

    Ticks only ever count up to the moment asked about, so that a playback may go back.
    """

    def __init__(self) -> None:
        self._released: set[tuple[int, str]] = set()
        self._opened: dict[tuple[int, str], int] = {}
        self._gone: dict[tuple[int, str], SoldOut] = {}
        self._elsewhere: dict[tuple[str, str], int] = {}

    def release(self, tick: int, product: str) -> None:
        """Packs that were held back went onto a link."""
        self._released.add((tick, product))
        self._opened.pop((tick, product), None)

    def open(self, tick: int, product: str, packs: int) -> None:
        """A link was opened by hand, with so many packs on it."""
        self._opened[tick, product] = packs

    def quickest(self, product: str, sold: int, tick: int) -> int:
        """The shortest time, in tenths of a show second, in which a lot worth the name went by a
        tick; -1 if none did.

        Args:
            sold: packs of the good in the whole night, by which a lot is measured.
        """
        return min(
            (
                lot.seconds
                for (at, name), lot in self._gone.items()
                if name == product and at <= tick and lot.packs * LEAST >= sold
            ),
            default=-1,
        )

    def news(self, events: Iterable[Event], marks: Iterable[Mark], tick: int) -> tuple[Event, ...]:
        """The events of the tick that ends at `tick`, without sell-outs that are none.

        Args:
            events: as the engine tells them.
            marks: (tick, kind, product) of what was told before, in order.
            tick: ticks gone by after it.
        """
        marks = list(marks)
        empty = self._empty(marks, tick)
        found: list[Event] = []
        launched: set[str] = set()
        for event in events:
            match event:
                case LinkOpened(product=product):
                    empty.discard(product)
                    launched.add(product)
                case SoldOut(product=product):
                    if product in empty:
                        continue
                    empty.add(product)
                    lot = event if product in launched else self._sized(event, marks, tick)
                    self._gone[tick, product] = lot
                    found.append(lot)
                    continue
                case RivalSoldOut(role=role, product=product):
                    if self._elsewhere.setdefault((role, product), tick) < tick:
                        continue
                case _:
                    pass
            found.append(event)
        return tuple(found)

    def until(self, tick: int) -> "Lots":
        """What it remembers of the time up to a tick, for a run that goes on from there."""
        early = Lots()
        early._released = {one for one in self._released if one[0] <= tick}
        early._opened = {one: packs for one, packs in self._opened.items() if one[0] <= tick}
        early._gone = {one: lot for one, lot in self._gone.items() if one[0] <= tick}
        early._elsewhere = {one: at for one, at in self._elsewhere.items() if at <= tick}
        return early

    def _sized(self, event: SoldOut, marks: Iterable[Mark], tick: int) -> SoldOut:
        """With the packs that were on the link when it was last opened: where that was by hand, the
        engine tells those of the last launch or release."""
        name = event.product
        by_hand = max((at for at, one in self._opened if one == name and at < tick), default=-1)
        launches = [at for at, kind, one in marks if (kind, one) == ("launch", name)]
        more = [at for at, one in self._released if one == name and at < tick]
        if by_hand < max([-1, *launches, *more]) or by_hand < 0:
            return event
        return evolve(event, packs=min(event.packs, self._opened[by_hand, name]))

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
