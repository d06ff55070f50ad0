"""The show's clock: ticks owed since the last look, from a monotonic clock and an accumulator."""

SECONDS_A_TICK = 0.5
SPEEDS = (1, 2, 4, 8)
MOST_AT_ONCE = 8
SHORTEST_WAIT = 0.1


class Pace:
    """Turns wall-clock time into ticks at a speed; time that is slept away is not made up for."""

    def __init__(self, speed: int = 1) -> None:
        self.speed = speed if speed in SPEEDS else 1
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
        ticks = int(self._owed / SECONDS_A_TICK)
        self._owed -= ticks * SECONDS_A_TICK
        return min(ticks, MOST_AT_ONCE)

    def wait(self) -> float:
        """Seconds until it is worth looking again."""
        return max(SHORTEST_WAIT, (SECONDS_A_TICK - self._owed) / self.speed)

    def faster(self, step: int = 1) -> int:
        """Go up (or down) the speeds; returns the new one."""
        at = max(0, min(len(SPEEDS) - 1, SPEEDS.index(self.speed) + step))
        self.speed = SPEEDS[at]
        return self.speed

    def around(self) -> int:
        """The next speed, from the fastest back to the slowest."""
        self.speed = SPEEDS[(SPEEDS.index(self.speed) + 1) % len(SPEEDS)]
        return self.speed
