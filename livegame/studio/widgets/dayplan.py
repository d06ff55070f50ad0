"""The day's plan as a list: its rows under their heads, each with what it is set to."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.campaigns.draft import DayDraft
from livegame.studio.dayknobs import Knob, knobs
from livegame.studio.lines import Line, Span, apart, asks, line
from livegame.studio.widgets.picker import Picker


class DayPlan(Picker):
    """Rows that arrows turn.

    Attributes:
        knobs: what stands in each row; None for a head.
    """

    def __init__(self) -> None:
        super().__init__(title=t("days.studio.plan"), id="plan")
        self.knobs: list[Knob | None] = []

    @property
    def knob(self) -> Knob | None:
        """The row under the cursor."""
        return self.numbered(self.at)

    def numbered(self, at: int) -> Knob | None:
        """A row by its number; None for a head, or where there is no such row."""
        return self.knobs[at] if at < len(self.knobs) else None

    def lay(self, draft: DayDraft | None) -> None:
        """The rows of a morning's plan; none where no plan is wanted."""
        self.knobs = []
        lines: list[Line] = []
        group = ""
        for knob in knobs(draft) if draft else ():
            if knob.group != group:
                group = knob.group
                self.knobs.append(None)
                lines.append(line(Span(group, "title")))
            lines.append(asks(self._set(knob), f"knob:{len(self.knobs)}"))
            self.knobs.append(knob)
        cost = figures.money(draft.cost) if draft else ""
        self.note = line(Span(cost, "gold", why="cost")) if cost else ()
        self.show(lines, heads=[n for n, knob in enumerate(self.knobs) if knob is None])

    def _set(self, knob: Knob) -> Line:
        room = max(20, self.size.width - 3)
        ink = "gold" if knob.on else "dim"
        mark = "● " if knob.on else "  "
        return apart(line(mark, Span(knob.label)), line(Span(knob.value, ink)), room)
