"""Hosts who take the most they can get this minute."""

from collections.abc import Callable

from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat, Link, Release
from livegame.engine.view import ProductView

Worth = Callable[[Seat, ProductView], float]


def price_of(seat: Seat, good: ProductView) -> float:
    """What a pack brings in, fen."""
    return good.price


def margin_of(seat: Seat, good: ProductView) -> float:
    """What a pack leaves, fen: its price less what it cost, and what it would lose unsold."""
    slot = seat.world.slot_of(seat.room, good.id)
    return good.price - good.cost * (1000 - int(seat.world.spoil[seat.room, slot])) / 1000


class Greedy(Host):
    """The most a second right now: opens every link, launches or talks up what pays best."""

    def __init__(self, worth: Worth = price_of) -> None:
        self._worth = worth

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The beat with the largest expected takings a second at today's desire."""
        before: list[Action] = [Link(p.id, True) for p in seat.view.products if not p.open]
        before += [Release(p.id, p.held) for p in seat.view.products if p.held]
        before = [action for action in before if not seat.why_not(action)]
        best, most = None, -1.0
        for beat in seat.beats:
            worth = self._takings(seat, beat)
            if worth is not None and worth > most:
                best, most = beat, worth
        if best is None and seat.beats:
            best = seat.beats[-1]
        return (*before, best) if best else tuple(before)

    def _takings(self, seat: Seat, beat: Beat) -> float | None:
        """Expected takings of a beat, fen a tick; None for one that is not about a good."""
        world, good = seat.world, seat.view.product_view(beat.product)
        if good is None:
            return None
        pitch = world.pitches.ids.index(beat.pitch)
        ticks, launch = int(world.pitches.ticks[pitch]), int(world.pitches.launch[pitch])
        pace = world.rates.decide_launch if launch else world.rates.decide_stage
        share = 1.0 - (1.0 - pace) ** (ticks - launch)
        packs = min(good.fresh * share * good.appeal / 1000, good.shelf + good.held)
        return packs * self._worth(seat, good) / ticks
