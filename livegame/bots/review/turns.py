"""Where a curve turns: the fewest straight lines that follow it, each new bend the worst miss."""

from collections.abc import Sequence
from itertools import pairwise

BENDS = 5


def turns_of(curve: Sequence[int], bends: int = BENDS) -> tuple[int, ...]:
    """The places at which a curve bends most, in order (Ramer, Douglas and Peucker's rule).

    Args:
        curve: one value a tick.
        bends: at most so many; a curve that straight lines follow exactly has fewer.
    """
    found = [0, len(curve) - 1]
    for _ in range(bends):
        miss, place = max(
            (_farthest(curve, a, b) for a, b in pairwise(found)),
            default=(0, 0),
        )
        if miss <= 0:
            break
        found = sorted([*found, place])
    return tuple(found[1:-1])


def _farthest(curve: Sequence[int], first: int, last: int) -> tuple[int, int]:
    """The largest miss of the straight line between two places, times their distance, and where."""
    run, rise = last - first, curve[last] - curve[first]
    misses = [
        (abs((curve[at] - curve[first]) * run - rise * (at - first)) // run, -at)
        for at in range(first + 1, last)
    ]
    miss, at = max(misses, default=(0, 0))
    return miss, -at
