"""The day's plan as a list: its rows under their heads, each with what it is set to."""

from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.campaigns.draft import DayDraft
from livegame.studio.dayknobs import knobs
from livegame.studio.knob import Knob
from livegame.studio.lines import Line, Span, apart, asks, clip, line, width_of
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
        """The label whole; of the value as much as there is room for, and which one it is."""
        room = max(20, self.size.width - 3)
        ink = "gold" if knob.on else "dim"
        mark = "● " if knob.on else "  "
        left = line(mark, Span(knob.label))
        which = f" {knob.place}" if knob.place else ""
        value = _within(knob.value, room - width_of(left) - 1 - len(which))
        return apart(left, line(Span(value, ink), Span(which, "dim")), room)


def _within(value: str, width: int) -> str:
    """A value in so many cells: whole, else a part of it between commas, else cut."""
    parts = (value, *value.split(", "))
    found = next((part for part in parts if cell_len(part) <= width), None)
    return clip(parts[1], max(1, width)) if found is None else found
