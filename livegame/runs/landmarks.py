"""The moments of a run worth going to: its beats, launches, sell-outs and peaks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from livegame.runs.curves import Curves

PEAKS = 3
APART = 36  # ticks: two peaks are not one hill
KINDS = ("beat", "launch", "soldout", "peak")


@frozen
class Landmark:
    """A moment.

    Attributes:
        tick: when. kind: "beat", "launch", "soldout" or "peak" (of viewers).
        product: the good it is about; "" for a peak or a beat on the room.
    """

    tick: int
    kind: str
    product: str = ""


def peaks(watching: Sequence[int], most: int = PEAKS) -> list[int]:
    """The ticks of the highest hills of a curve, at least three minutes of show apart."""
    last = len(watching) - 1
    hills = [
        tick
        for tick in range(len(watching))
        if watching[tick]
        and watching[tick] >= watching[max(tick - 1, 0)]
        and watching[tick] > (watching[tick + 1] if tick < last else -1)
    ]
    found: list[int] = []
    for tick in sorted(hills, key=lambda at: (-watching[at], at)):
        if len(found) < most and all(abs(tick - other) >= APART for other in found):
            found.append(tick)
    return sorted(found)


def landmarks(curves: Curves) -> tuple[Landmark, ...]:
    """All moments of a run, in order."""
    found = [Landmark(tick, kind, product) for tick, kind, product in curves.marks]
    found += [Landmark(tick, "peak") for tick in peaks(curves.watching)]
    return tuple(sorted(found, key=lambda mark: (mark.tick, KINDS.index(mark.kind))))


def after(marks: Sequence[Landmark], tick: int) -> Landmark | None:
    """The first moment later than a tick."""
    at = bisect_right([mark.tick for mark in marks], tick)
    return marks[at] if at < len(marks) else None


def before(marks: Sequence[Landmark], tick: int) -> Landmark | None:
    """The last moment earlier than a tick."""
    at = bisect_left([mark.tick for mark in marks], tick)
    return marks[at - 1] if at else None
