"""A run to race: where it stood at each tick, and how far ahead or behind one is."""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from livegame.catalog.texts import t
from livegame.runs.curves import Curves, Mark, curves_of, sketch_of
from livegame.runs.origin import HISTORY
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run

KINDS = ("beat", "launch", "soldout")


def counted(marks: Sequence[Mark], tick: int) -> dict[str, int]:
    """How many marks of each kind there are up to a tick."""
    return {kind: sum(m[1] == kind and m[0] <= tick for m in marks) for kind in KINDS}


@frozen
class Ghost:
    """Another run of the same night, beside one's own.

    Attributes:
        name: whose it is, in words ("history", "Ann", "a nameless run").
        scenario, role: whose room it was. points: its score; None if it has no end.
        curves: its figures at each tick.
    """

    name: str
    scenario: str
    role: str
    points: int | None
    curves: Curves

    @classmethod
    def open(cls, path: Path, *, quick: bool = False, scenario: str | None = None) -> "Ghost":
        """The run in a file.

        Args:
            path: a run file, finished or not.
            quick: from its checkpoints alone, at once; else replayed in about half a second.
            scenario: the night that it should be of, if that matters.

        Raises:
            RunError: unreadable, or of another night.
        """
        run = read_run(path)
        head = run.header
        if scenario not in (None, head.scenario):
            raise RunError(t("runs.ghost.other_night", file=run.name, scenario=head.scenario))
        if head.mode == HISTORY:
            name = t("runs.origin.history")
        else:
            name = head.player or t("runs.origin.nameless")
        points = run.footer.points if run.footer else None
        return cls(
            name, head.scenario, head.role, points, sketch_of(run) if quick else curves_of(run)
        )

    @property
    def sales(self) -> tuple[int, ...]:
        """Fen sold so far, one entry per tick, the first for tick 0."""
        return self.curves.sales

    @property
    def watching(self) -> tuple[int, ...]:
        """Viewers, one entry per tick, the first for tick 0."""
        return self.curves.watching

    @property
    def marks(self) -> tuple[Mark, ...]:
        """(tick, "beat" | "launch" | "soldout", product), in order."""
        return self.curves.marks

    @property
    def end(self) -> int:
        """The last tick that it is known at."""
        return self.curves.end

    def sold(self, tick: int) -> int:
        """Fen it had sold at a tick; after its end, what it had sold then."""
        return self.sales[min(max(tick, 0), self.end)]

    def ahead(self, tick: int, sales: int) -> int:
        """Fen by which one who has sold so much at a tick is ahead; negative if behind."""
        return sales - self.sold(tick)

    def gone_by(self, tick: int) -> dict[str, int]:
        """How many beats, launches and sell-outs it had had at a tick, by kind."""
        return counted(self.marks, tick)

    def last(self, kind: str, tick: int) -> Mark | None:
        """Its last mark of a kind up to a tick; None if there was none."""
        past = [mark for mark in self.marks if mark[1] == kind and mark[0] <= tick]
        return past[-1] if past else None

    def words(self, tick: int, sales: int) -> str:
        """Ahead or behind, in words: "RMB 12,300 ahead of history"."""
        gap = self.ahead(tick, sales)
        key = "ahead" if gap > 0 else "behind" if gap < 0 else "level"
        said = t(f"runs.ghost.{key}", gap=f"RMB {abs(gap) // 100:,}", who=self.name)
        return t("runs.ghost.over", said=said) if tick > self.end else said
