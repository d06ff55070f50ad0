"""Hosts who take the most they can get this minute."""

from collections.abc import Callable

import numpy as np

from livegame.bots.expert.expecting import expected
from livegame.bots.expert.memory import Memory
from livegame.bots.expert.sense import Known, Sense, known, sense
from livegame.bots.expert.style import guess
from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Link, Release, Reply
from livegame.engine.tables import Floats

Worth = Callable[[Known, Sense], Floats]


def price_of(about: Known, now: Sense) -> Floats:
    """What a pack brings in [G], fen."""
    return now.price


def margin_of(about: Known, now: Sense) -> Floats:
    """What a pack leaves [G], fen: its price less what it cost, and what it would lose unsold."""
    return now.price - about.unit_cost


class Greedy(Host):
    """The most a second right now: opens every link, answers whoever asks, and begins the beat
    that itself sells most.

    It knows the rules as the expert does, and how worn its pitches are, but thinks of nothing
    beyond the beat: not of voice, trust or what is built up for later.
    """

    def __init__(self, worth: Worth = price_of) -> None:
        self._worth = worth
        self._memory = Memory()

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The beat with the largest expected takings a second."""
        before: list[Action] = [Link(p.id, True) for p in seat.view.products if not p.open]
        before += [Release(p.id, p.held) for p in seat.view.products if p.held]
        before.append(Reply())
        before = [action for action in before if not seat.why_not(action)]
        ready = seat.after(*before)
        if not ready.beats:
            return tuple(before)
        about = known(ready.world, ready.room)
        pace = self._pace(ready, about)
        ids = ready.world.pitches.ids
        best = max(
            ready.beats,
            key=lambda beat: (
                pace[ids.index(beat.pitch), max(ready.world.slot_of(ready.room, beat.product), 0)]
            ),
        )
        self._memory.began(about, ready, best)
        return (*before, best)

    def _pace(self, seat: Seat, about: Known) -> Floats:
        """Expected takings of each beat, fen a tick [A,G]."""
        now = sense(seat.world, seat.room, seat.view)
        links = np.array([float(good.open) for good in seat.view.products])
        used = self._memory.worn(about, seat.tick)
        beside = links.sum() - links
        outlook = expected(about, seat.world.rates, guess(), now, used, links, beside)
        takings: Floats = outlook.packs * self._worth(about, now) / about.ticks[:, None]
        return takings
