"""On which rung of difficulty the night is played: one line, with what the next one takes."""

from collections.abc import Sequence

from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.rungs import Step
from livegame.studio.lines import Line, Span, asks, line, width_of
from livegame.studio.widgets.panel import Panel


class Rungs(Panel):
    """The rung that is chosen, one's stars on it, and how the next one opens."""

    def __init__(self) -> None:
        super().__init__(id="rungs")
        self._steps: Sequence[Step] = ()
        self._at = 0

    @property
    def number(self) -> int:
        """The rung that is chosen, from 1."""
        return self._at + 1

    def offer(self, steps: Sequence[Step], number: int) -> None:
        """The night's rungs, and the one to stand on."""
        self._steps, self._at = steps, number - 1
        self.redraw()

    def turn(self) -> bool:
        """The next open rung; False if there is no other."""
        several = [n for n, step in enumerate(self._steps) if step.open or n == self._at]
        if len(several) < 2:
            return False
        self._at = several[(several.index(self._at) + 1) % len(several)]
        self.redraw()
        return True

    @property
    def here(self) -> Step | None:
        """The rung that is chosen."""
        return self._steps[self._at] if self._at < len(self._steps) else None

    @property
    def shut(self) -> Step | None:
        """The lowest rung that is not open yet."""
        return next((step for step in self._steps if not step.open), None)

    def draw(self, width: int, height: int) -> list[Line]:
        """One line."""
        here, shut = self.here, self.shut
        if here is None:
            return [line("")]
        told = t("rungs.line", number=here.number, most=len(self._steps), name=here.rung.name)
        spans = [
            Span(f"  {t('rungs.choice')} ", "dim", ("rung", "")),
            Span(f" {told} ", "spot", ("rung", "")),
            Span(f" {figures.stars(here.stars)}", "gold"),
        ]
        if shut and shut.number == here.number + 1:
            stars, room = "★" * shut.rung.stars, width - width_of(spans) - 2
            ways = [t(f"rungs.{way}", stars=stars) for way in ("then_told", "then_harder", "then")]
            told = next((words for words in ways if cell_len(words) <= room), ways[-1])
            spans.append(Span("  " + told, "dim"))
        return [asks(spans, "rung")]
