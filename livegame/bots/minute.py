"""The last minute of show time of one room in many nights, as sums a tick wide."""

from collections import deque
from copy import copy

import numpy as np
from attrs import fields

from livegame.engine.orders import Sold
from livegame.engine.reducer import TickReport
from livegame.engine.tables import Ints
from livegame.engine.world import World

_COUNTS = ("arrived", "left", "comments")


class Minute:
    """What the studio's figures "in the last minute" are made of, for a batch of nights.

    A screen keeps the last reports of its one night; here only their sums are kept, and one
    night's report with those sums is made when its host is asked.
    """

    def __init__(self, world: World, nights: int) -> None:
        rooms, _, goods = world.shape
        self._length = max(60 // world.tick_seconds, 1)
        self._last: deque[TickReport] = deque()
        self._counts = {name: np.zeros((nights, rooms), dtype=np.int64) for name in _COUNTS}
        self._packs = np.zeros((nights, rooms, goods), dtype=np.int64)

    def add(self, report: TickReport) -> None:
        """One tick more; the one that is now a minute old falls out."""
        self._last.append(report)
        self._shift(report, 1)
        if len(self._last) > self._length:
            self._shift(self._last.popleft(), -1)

    def _shift(self, report: TickReport, sign: int) -> None:
        for name in _COUNTS:
            self._counts[name] += sign * getattr(report, name)
        self._packs += sign * report.sold.packs

    def kept(self, night: int, copies: int) -> "Minute":
        """The minute of one night for so many copies of it, to be gone on with."""
        new = copy(self)
        new._last = deque(_copies(report, night, copies) for report in self._last)
        rows = [night] * copies
        new._counts = {name: sums[rows] for name, sums in self._counts.items()}
        new._packs = self._packs[rows]
        return new

    def of(self, night: int) -> list[TickReport]:
        """A night's last minute as one report; empty before the first tick."""
        if not self._last:
            return []
        here = slice(night, night + 1)
        counts = {name: self._counts[name][here] for name in _COUNTS}
        return [report_of(self._last[-1], night, self._packs[here], **counts)]


def _copies(report: TickReport, night: int, copies: int) -> TickReport:
    rows = [night] * copies
    sold = Sold(**{f.name: getattr(report.sold, f.name)[rows] for f in fields(Sold)})
    names = [f.name for f in fields(TickReport) if f.name not in ("tick", "sold")]
    return TickReport(
        tick=report.tick, sold=sold, **{name: getattr(report, name)[rows] for name in names}
    )


def report_of(report: TickReport, night: int, packs: Ints, **counts: Ints) -> TickReport:
    """One night of a report, with other counts."""
    here = slice(night, night + 1)
    sold = report.sold
    one = Sold(
        orders=sold.orders[here],
        packs=packs,
        fen=sold.fen[here],
        turned=sold.turned[here],
        emptied=sold.emptied[here],
        tenths=sold.tenths[here],
    )
    return TickReport(
        tick=report.tick,
        sold=one,
        unpaid=report.unpaid[here],
        launched=report.launched[here],
        began=report.began[here],
        ended=report.ended[here],
        **counts,
    )


def night_report(report: TickReport, night: int) -> TickReport:
    """One night of a report as it is."""
    here = slice(night, night + 1)
    counts = {name: getattr(report, name)[here] for name in _COUNTS}
    return report_of(report, night, report.sold.packs[here], **counts)
