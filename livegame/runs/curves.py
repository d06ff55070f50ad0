"""A whole run as curves: sales and viewers at each tick, and what happened when."""

from itertools import pairwise

from attrs import frozen

from livegame.engine.actions import Beat
from livegame.runs.lines import Check, Decision
from livegame.runs.playback import Playback
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile

Mark = tuple[int, str, str]


@frozen
class Curves:
    """One run from its start to where its file ends.

    Attributes:
        sales: fen sold so far; watching: viewers. One entry per tick, the first for tick 0.
        marks: (tick, "beat" | "launch" | "soldout", product), in order.
        exact: replayed tick by tick; else drawn between the file's checkpoints, with no launches
            and sell-outs.
    """

    sales: tuple[int, ...]
    watching: tuple[int, ...]
    marks: tuple[Mark, ...]
    exact: bool

    @property
    def end(self) -> int:
        """The last tick."""
        return len(self.sales) - 1


def curves_of(run: RunFile) -> Curves:
    """The curves of a run, replayed if this copy can: about half a second for a whole night.

    A run of other rules or content, or one that differs from its replay, is sketched instead.
    """
    try:
        return seen_through(Playback(run))
    except RunError:
        return sketch_of(run)


def seen_through(playback: Playback) -> Curves:
    """The curves of a run, by playing it to its end.

    Raises:
        RunError: the file does not fit the rules or differs from its replay.
    """
    while not playback.through:
        playback.due()
        if not playback.through:
            playback.advance()
    shown = (tuple(playback.sales), tuple(playback.watching), tuple(playback.marks))
    return Curves(*shown, exact=True)


def sketch_of(run: RunFile) -> Curves:
    """The curves of a run from its checkpoints alone, with straight lines between them: at once,
    and under any rules."""
    points = [(0, 0, 0)]
    points += [(e.tick, e.sales, e.watching) for e in run.entries if isinstance(e, Check)]
    sales: list[int] = [0]
    watching: list[int] = [0]
    for (then, sold, seen), (now, more, others) in pairwise(points):
        for step in range(1, now - then + 1):
            sales.append(sold + (more - sold) * step // (now - then))
            watching.append(seen + (others - seen) * step // (now - then))
    marks: list[Mark] = [
        (entry.tick, "beat", entry.action.product)
        for entry in run.entries
        if isinstance(entry, Decision) and isinstance(entry.action, Beat)
    ]
    return Curves(tuple(sales), tuple(watching), tuple(marks), exact=False)
