"""The host who looks ahead: plays beats on under sampled luck, and begins the one that pays."""

from collections.abc import Iterator

import numpy as np

from livegame.bots.host import Host
from livegame.bots.lookahead import at_hand, worths
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat, Link, Plan, Release, Reply

DEPTH = 2  # beats ahead
WIDTH = 4  # first beats that are looked at more deeply, and second ones tried on each
SAMPLES = 4  # copies of each plan, each under luck of its own
STORED = 0.6  # how far a built-up room counts as sold: a launch makes some two thirds decide
STOCK = 1.3  # of the usual stock is brought, where so much may be: a planned show sells more
Paths = list[tuple[Beat, ...]]


class Planner(Host):
    """Searches `depth` beats ahead on copies of its room, none under the night's own luck.

    First every legal beat is played on alone; the best few are played again with what can be
    done at once before them, which is kept where it pays; then they are followed by the best few
    again. A plan is worth what it settles, plus most of what its end could be launched for, less
    the time it takes at the pace of history's host.
    """

    def __init__(self, depth: int = DEPTH, width: int = WIDTH, samples: int = SAMPLES) -> None:
        self._depth, self._width, self._samples = depth, width, samples

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """What pays at once, and the first beat of the best plan found."""
        if not seat.beats:
            return ()
        first: list[Action] = []
        if not seat.tick and not seat.why_not(plan := _plan(seat)):
            seat, first = seat.after(plan), [plan]
        best, most = self._best(seat, [(beat,) for beat in seat.beats])
        for actions in _at_once(seat):
            allowed = [action for action in actions if not seat.why_not(action)]
            if not allowed:
                continue
            after = seat.after(*allowed)
            plans = [plan for plan in best if not after.why_not(plan[0])]
            if plans and (found := self._best(after, plans))[1] > most:
                seat, (best, most) = after, found
                first += allowed
        for _ in range(1, self._depth):
            follow = [plan[0] for plan in best]
            best, _ = self._best(seat, [(*plan, beat) for plan in best for beat in follow])
        return (*first, best[0][0])

    def _best(self, seat: Seat, plans: Paths) -> tuple[Paths, float]:
        """The best few plans, best first, and what the room comes to with the best, fen."""
        show = seat.world.ticks * seat.world.tick_seconds
        pace = max(seat.world.par[seat.room], 0) / show
        gains, _ = worths(seat, plans, self._samples, STORED, pace)
        order = sorted(range(len(plans)), key=lambda i: (-gains[i], i))[: self._width]
        return [plans[i] for i in order], float(gains[order[0]]) + at_hand(seat, STORED)


def _plan(seat: Seat) -> Plan:
    """The green room: more of everything than usual, all on the links, at the usual prices."""
    world, room = seat.world, seat.room
    packs = np.minimum(world.stock[room] * STOCK, world.stock_most[room]).astype(np.int64)
    stock = tuple((g.id, int(n)) for g, n in zip(world.goods[room], packs, strict=False))
    links = tuple(good.id for good in seat.view.products if good.open)
    return Plan(stock=stock, lots=stock, open=links)


def _at_once(seat: Seat) -> Iterator[tuple[Action, ...]]:
    """What may pay before a beat: answers, more packs on the links, all links open, or none."""
    goods = seat.view.products
    yield (Reply(),)
    yield tuple(Release(good.id, good.held) for good in goods if good.held)
    yield tuple(Link(good.id, True) for good in goods)
    yield tuple(Link(good.id, False) for good in goods)
