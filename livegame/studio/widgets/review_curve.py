"""The score over the night: what it would have been, had the lights gone out at each moment."""

from typing import TYPE_CHECKING

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio import marks
from livegame.studio.braille import curve, sample
from livegame.studio.lines import Line, Span, fit, line, rule
from livegame.studio.widgets.panel import Panel

if TYPE_CHECKING:
    from livegame.bots.review.report import Review

LABEL = 6


class ReviewCurve(Panel):
    """The curve with its turns, the choices that mattered, and the choice that is looked at.

    Attributes:
        review: None until it is there. tick: of the choice that is looked at.
    """

    review: "Review | None" = None
    tick = 0

    def draw(self, width: int, height: int) -> list[Line]:
        """Head, plot and axis."""
        head = rule(t("review.head.curve"), width, note=line(Span(t("review.head.signs"), "dim")))
        rows, cells = height - 2, width - LABEL - 2
        if self.review is None or rows < 1 or cells < 8:
            return [head]
        values = self.review.curve
        top = max(*values, 1)
        plot, _ = curve(sample(values, cells * 2), cells, rows, 0, top)
        lines = [head]
        for at, row in enumerate(plot):
            label = figures.count(top) if at == 0 else ""
            lines.append(
                line(
                    Span(fit(label, LABEL, ">"), "dim", why="curve" if label else ""),
                    Span("│", "faint"),
                    Span(row, "curve2"),
                )
            )
        return [*lines, self._axis(self.review, cells)]

    def _axis(self, review: "Review", cells: int) -> Line:
        signs: dict[int, tuple[str, str]] = {}
        for tick in review.turns:
            signs[self._place(tick, cells)] = (marks.PEAK, "gold")
        for at in review.mattered:
            signs[self._place(review.choices[at].tick, cells)] = ("!", "bad")
        signs[self._place(self.tick, cells)] = (marks.UP, "title")
        spans = [Span(*signs.get(at, ("─", "faint"))) for at in range(cells)]
        return (Span(fit("0", LABEL, ">"), "dim", why="curve"), Span("└", "faint"), *spans)

    def _place(self, tick: int, cells: int) -> int:
        assert self.review is not None
        return min(cells - 1, tick * cells // max(1, len(self.review.curve) - 1))
