"""The show's clock: ticks owed since the last look, from a monotonic clock and an accumulator."""

SHOW_SECONDS = 10  # of the show in a second of real time, at x1
USUAL_MINUTES = 60  # of a show; a longer one goes by as quickly as this one does
USUAL_TICK = 10
SPEEDS = (1, 2, 4, 8)
MOST_AT_ONCE = 8
SHORTEST_WAIT = 0.1


class Pace:
    """Turns wall-clock time into ticks at a speed; time that is slept away is not made up for.

    Attributes:
        speed: one of SPEEDS. tick: real seconds that a tick takes at x1.
    """

    def __init__(
        self, speed: int = 1, tick_seconds: int = USUAL_TICK, minutes: int = USUAL_MINUTES
    ) -> None:
        """`tick_seconds` are show seconds in a tick, `minutes` the length of the whole show."""
        self.speed = speed if speed in SPEEDS else 1
        self.tick = tick_seconds / SHOW_SECONDS * min(USUAL_MINUTES / minutes, 1.0)
        self._last: float | None = None
        self._owed = 0.0

    def rest(self) -> None:
        """Stop counting; the next look starts afresh."""
        self._last = None

    def due(self, now: float) -> int:
        """Ticks to play at `now`; at most a few, so that a suspended game doesn't race."""
        if self._last is None:
            self._last = now
        self._owed += (now - self._last) * self.speed
        self._last = now
        ticks = int(self._owed / self.tick)
        self._owed -= ticks * self.tick
        return min(ticks, MOST_AT_ONCE)

    def wait(self) -> float:
        """Seconds until it is worth looking again."""
        return max(SHORTEST_WAIT, (self.tick - self._owed) / self.speed)

    @property
    def part(self) -> float:
        """How much of the next tick's time has gone by, 0..1."""
        return min(1.0, self._owed / self.tick)

    @property
    def lasts(self) -> float:
        """Real seconds that a tick takes now."""
        return self.tick / self.speed

    def faster(self, step: int = 1) -> int:
        """Go up (or down) the speeds; returns the new one."""
        at = max(0, min(len(SPEEDS) - 1, SPEEDS.index(self.speed) + step))
        self.speed = SPEEDS[at]
        return self.speed

    def around(self) -> int:
        """The next speed, from the fastest back to the slowest."""
        self.speed = SPEEDS[(SPEEDS.index(self.speed) + 1) % len(SPEEDS)]
        return self.speed
