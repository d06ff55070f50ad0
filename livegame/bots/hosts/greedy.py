"""Hosts who take the most they can get this minute."""

from collections.abc import Callable

import numpy as np
from attrs import evolve

from livegame.bots.expert.expecting import expected
from livegame.bots.expert.known import Known, known, remaining
from livegame.bots.expert.memory import Memory
from livegame.bots.expert.sense import Sense, sense
from livegame.bots.expert.style import guess
from livegame.bots.host import Host
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat, Cut, Link, Release, Reply
from livegame.engine.tables import Floats

MARGIN = 2.0  # so many times the takings of the present beat are worth breaking it off
Worth = Callable[[Known, Sense], Floats]


def price_of(about: Known, now: Sense) -> Floats:
    """What a pack brings in [G], fen."""
    return now.price


def margin_of(about: Known, now: Sense) -> Floats:
    """What a pack leaves [G], fen: its price less what it cost, and what it would lose unsold."""
    return now.price - about.unit_cost


class Greedy(Host):
    """The most a second right now: opens the link of what it talks about, answers whoever asks,
    and begins the beat that itself sells most; if another would now sell twice as much, it
    breaks off.

    It knows the rules as the expert does, and how worn its pitches are, but thinks of nothing
    beyond the beat: not of voice, trust or what is built up for later.
    """

    alert, restless = True, 40

    def __init__(self, worth: Worth = price_of) -> None:
        self._worth = worth
        self._memory = Memory()
        self._style = evolve(guess(), flow=0.0)  # who may yet come is beyond the beat

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The beat with the largest expected takings a second."""
        done: list[Action] = [Release(p.id, p.held) for p in seat.view.products if p.held]
        done = [action for action in (*done, Reply()) if not seat.why_not(action)]
        ready = seat.after(*done)
        about, least = known(seat.world, seat.room), -np.inf
        staying = tuple(done)
        if not seat.idle:
            if ready.why_not(Cut()):
                return staying
            least = self._going(ready, about) * MARGIN
            ready, done = ready.after(Cut()), [*done, Cut()]
        if not ready.beats:
            return staying
        pace = self._pace(ready, about)
        places = {beat: _place(ready, beat) for beat in ready.beats}
        # Where no beat sells anything, the one that rests the voice most.
        best = max(ready.beats, key=lambda b: (pace[places[b]], -about.voice[places[b][0]]))
        if pace[places[best]] <= least:
            return staying
        # Others beside it sell a little; where they distract from it, they stay shut.
        beside = seat.world.rates.clutter == 0
        links = (Link(p.id, p.id == best.product or beside) for p in ready.view.products)
        done += [link for link in links if not ready.why_not(link)]
        self._memory.began(about, ready, best)
        return (*done, best)

    def _going(self, seat: Seat, about: Known) -> float:
        """Expected takings of the rest of the beat that is running, fen a tick."""
        view = seat.view
        at = _place(seat, Beat(view.pitch, view.product))
        rest = remaining(about, seat.world, at[0], view.beat_left // seat.world.tick_seconds)
        return float(self._pace(seat, rest)[at])

    def _pace(self, seat: Seat, about: Known) -> Floats:
        """Expected takings of each beat, its link open and no other, fen a tick [A,G]."""
        now = sense(seat.world, seat.room, seat.view)
        alone = np.ones(len(seat.view.products))
        used = self._memory.worn(about, seat.tick)
        outlook = expected(about, seat.world.rates, self._style, now, used, alone, alone - 1.0)
        takings: Floats = outlook.packs * self._worth(about, now) / about.ticks[:, None]
        return takings


def _place(seat: Seat, beat: Beat) -> tuple[int, int]:
    """Pitch and slot of a beat; pitches on the room stand in the first slot's column."""
    slot = seat.world.slot_of(seat.room, beat.product)
    return seat.world.pitches.ids.index(beat.pitch), max(slot, 0)
