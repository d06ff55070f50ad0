"""How the points of many runs spread: counts in steps of a round number of points."""

from collections.abc import Sequence

from attrs import frozen

STEPS = (10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000)
MOST = 12  # bins


@frozen
class Histogram:
    """Counts of points.

    Attributes:
        low: the lowest points of the first bin; step: the width of each.
        counts: runs in each bin, from low to high.
    """

    low: int
    step: int
    counts: tuple[int, ...]

    def bin_of(self, points: int) -> int:
        """The bin that so many points fall into, the first or last one if beyond."""
        return min(max((points - self.low) // self.step, 0), len(self.counts) - 1)

    def range_of(self, number: int) -> tuple[int, int]:
        """The lowest and the highest points of a bin."""
        low = self.low + number * self.step
        return low, low + self.step - 1


def histogram(points: Sequence[int], most: int = MOST) -> Histogram:
    """The histogram of some points (at least one), with at most so many bins.

    The bins are of the narrowest round width that will do; one far beyond the others makes the
    last bin open.

    Raises:
        ValueError: no points.
    """
    if not points:
        raise ValueError("a histogram needs points")
    low, high = min(points), max(points)
    fitting = (step for step in STEPS if high // step - low // step < most)
    step = next(fitting, STEPS[-1])
    first = low // step * step
    bins = min(high // step - low // step + 1, most)
    counts = [0] * bins
    for one in points:
        counts[min((one - first) // step, bins - 1)] += 1
    return Histogram(first, step, tuple(counts))
