"""The host who looks ahead: plays beats on under sampled luck, and begins the one that pays."""

from livegame.bots.host import Host
from livegame.bots.lookahead import worths
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat

DEPTH = 2  # beats ahead
WIDTH = 4  # first beats that are looked at more deeply, and second ones tried on each
SAMPLES = 4  # copies of each plan, each under luck of its own
STORED = 0.6  # how far a built-up room counts as sold: a launch makes some two thirds decide


class Planner(Host):
    """Searches `depth` beats ahead on copies of its room, none under the night's own luck.

    First every legal beat is played on alone; the best few are then followed by the best few
    again. A plan is worth what it settles, plus most of what its end could be launched for, less
    the time it takes at the pace of history's host.
    """

    def __init__(self, depth: int = DEPTH, width: int = WIDTH, samples: int = SAMPLES) -> None:
        self._depth, self._width, self._samples = depth, width, samples

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The first beat of the best plan found."""
        if not seat.beats:
            return ()
        plans: list[tuple[Beat, ...]] = [(beat,) for beat in seat.beats]
        ranked = self._ranked(seat, plans)
        for _ in range(1, self._depth):
            best = ranked[: self._width]
            follow = [plan[0] for plan in ranked[: self._width]]
            ranked = self._ranked(seat, [(*plan, beat) for plan in best for beat in follow])
        return (ranked[0][0],)

    def _ranked(self, seat: Seat, plans: list[tuple[Beat, ...]]) -> list[tuple[Beat, ...]]:
        show = seat.world.ticks * seat.world.tick_seconds
        pace = max(seat.world.par[seat.room], 0) / show
        gains, _ = worths(seat, plans, self._samples, STORED, pace)
        order = sorted(range(len(plans)), key=lambda i: (-gains[i], i))
        return [plans[i] for i in order]
