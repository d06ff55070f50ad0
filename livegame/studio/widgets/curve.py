"""A curve over the broadcast, with an axis that marks beats, launches and sell-outs."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import ClassVar

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio import marks
from livegame.studio.braille import curve, sample
from livegame.studio.lines import Line, Span, fit, line, rule
from livegame.studio.show import Show
from livegame.studio.widgets.window import Window

LABEL = 5
MINUTES = (5, 10, 15, 20, 30, 45, 60, 90, 120, 240)
SIGNS = {"beat": marks.BEAT, "launch": marks.LAUNCH, "soldout": marks.SOLD_OUT}
INKS = {"beat": "dim", "launch": "good", "soldout": "bad"}
WEIGHT = {"beat": 0, "launch": 1, "soldout": 2}


class Curve(Window):
    """Viewers (or sales) over time; the whole width is a round number of minutes."""

    SEES: ClassVar[tuple[str, ...] | None] = ("ghost",)

    def __init__(
        self,
        show: Show,
        id: str,  # noqa: A002
        values: Callable[[Show], Sequence[int]],
        ink: str,
    ) -> None:
        super().__init__(show, id)
        self._values = values
        self._ink = ink

    def draw(self, width: int, height: int) -> list[Line]:
        """Head, plot and axis."""
        values = self._values(self.show)
        money = self.id == "sales"
        top = max(values, default=0)
        peak = t("studio.head.peak", number=figures.count(top))
        note = figures.money(self.show.view.sales) if money else peak
        why = "takings" if money else "peak"
        head = rule(t(f"studio.head.{self.id}"), width, note=line(Span(note, "dim", why=why)))
        raced = self.show.ghost if money else None
        rows, cells = height - 2 - bool(raced), width - LABEL - 1
        if rows < 1 or cells < 8:
            return [head]
        per_minute = 60 / self.show.session.scenario.tick_seconds
        minutes = self._minutes(len(values) / per_minute)
        span = max(1, round(minutes * per_minute))
        ghost = raced.sales[: span + 1] if raced else ()
        top = max(top, max(ghost, default=0))
        points = max(1, min(cells * 2, cells * 2 * len(values) // span))
        ceiling = _round_up(max(top, 10_000 if money else 100))
        plot, tops = curve(sample(values, points), cells, rows, 0, ceiling)
        dots = _dotted(ghost, span, cells, rows, ceiling)
        lines = [head]
        for at, row in enumerate(plot):
            label = self._label(at, rows, ceiling, money)
            axis = Span("┤" if label else "│", "faint")
            why = f"curve:{self.id}" if label else ""
            name = Span(fit(label, LABEL, ">"), "dim", why=why)
            lines.append(line(name, axis, *self._area(row, at, tops, dots)))
        lines.append(self._axis(cells, span, minutes))
        if raced:
            lines.append(_lane(raced.marks, cells, span, self.show.view.tick))
        return lines

    def _area(self, row: str, at: int, tops: list[int], dots: list[tuple[int, str]]) -> list[Span]:
        """A row of the plot: the edge in ink, what lies below it faint, a ghost's dots over it."""
        cells = [
            Span(dot, "ghost") if y == at else Span(char, "faint" if top < at else self._ink)
            for char, top, (y, dot) in zip(row, tops, dots, strict=True)
        ]
        return _merge(cells)

    def _minutes(self, elapsed: float) -> int:
        scene = self.show.session.scenario
        fitting = (m for m in MINUTES if m >= elapsed)
        return min(next(fitting, scene.minutes), max(scene.minutes, 1))

    def _label(self, row: int, rows: int, ceiling: int, money: bool) -> str:
        value = ceiling if row == 0 else ceiling // 2 if row == rows // 2 and rows >= 5 else -1
        if value < 0:
            return ""
        return figures.short(value // 100 if money else value)

    def _axis(self, cells: int, span: int, minutes: int) -> Line:
        end = f"{minutes} min"
        chars, inks, weights = _marked(self.show.session.marks, cells, span, "─", "faint")
        body = [Span(c, i) for c, i in zip(chars, inks, strict=True)]
        zero = (Span(fit("0", LABEL, ">"), "dim", why=f"curve:{self.id}"), Span("└", "faint"))
        if all(w <= 0 for w in weights[-len(end) - 1 :]):
            head = [*_merge(body[: cells - len(end) - 1]), Span(" ")]
            return (*zero, *head, Span(end, "dim", why="time"))
        return (*zero, *_merge(body))


def _marked(
    marks: Sequence[tuple[int, str, str]], cells: int, span: int, blank: str, ink: str
) -> tuple[list[str], list[str], list[int]]:
    """Signs, inks and weights of a line with marks; the weightier of two in a cell is shown."""
    chars, inks, weights = [blank] * cells, [ink] * cells, [-1] * cells
    for tick, kind, _ in marks:
        x = tick * cells // span
        if 0 <= x < cells and WEIGHT.get(kind, -1) > weights[x]:
            weights[x], chars[x], inks[x] = WEIGHT[kind], SIGNS[kind], INKS[kind]
    return chars, inks, weights


def _lane(marks: Sequence[tuple[int, str, str]], cells: int, span: int, now: int) -> Line:
    """The marks of the run that is raced, below one's own: those to come are dim."""
    chars, inks, _ = _marked(marks, cells, span, " ", "")
    here = now * cells // span
    body = [
        Span(c, i if x <= here else "dim") for x, (c, i) in enumerate(zip(chars, inks, strict=True))
    ]
    label = fit(t("studio.race.axis"), LABEL, ">")
    return (Span(label, "ghost"), Span(" "), *_merge(body))


def _dotted(
    values: Sequence[int], span: int, cells: int, rows: int, ceiling: int
) -> list[tuple[int, str]]:
    """For each column the row and the sign of a dot of another curve; row -1 for none."""
    found = [(-1, "")] * cells
    for x in range(0, cells, 2):
        tick = x * span // cells
        if tick < len(values):
            y = rows * 4 - 1 - min(rows * 4 - 1, values[tick] * (rows * 4 - 1) // ceiling)
            found[x] = (y // 4, "⠁⠂⠄⡀"[y % 4])
    return found


def _merge(spans: list[Span]) -> list[Span]:
    runs = groupby(spans, key=lambda span: span.ink)
    return [Span("".join(span.text for span in run), ink) for ink, run in runs]


def _round_up(value: int) -> int:
    """The next value of one or two figures, so that the scale rarely jumps."""
    step = 1
    while step * 10 <= value:
        step *= 10
    for part in (10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100):
        if part * step >= value * 10:
            return part * step // 10
    return value
