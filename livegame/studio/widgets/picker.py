"""A list to choose from: arrows, page keys, mouse, wheel; it never needs a scroll bar."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from livegame.studio.lines import Line, Span, aim, crop, line, pad, rule, tint
from livegame.studio.widgets.panel import Panel


class Picker(Panel, can_focus=True, inherit_bindings=False):
    """Rows with a cursor.

    Attributes:
        title: set into the head rule; without one there is no head.
        rows: the lines; a row without text of its own is a gap that the cursor passes over.
        at: the row under the cursor.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", show=False, id="list.up"),
        Binding("down,j", "step(1)", show=False, id="list.down"),
        Binding("pageup", "page(-1)", show=False, id="list.page_up"),
        Binding("pagedown", "page(1)", show=False, id="list.page_down"),
        Binding("home,g", "edge(-1)", show=False, id="list.first"),
        Binding("end,G", "edge(1)", show=False, id="list.last"),
        Binding("enter", "take", show=False, id="list.take"),
    ]

    class Moved(Message):
        """The cursor is on another row."""

        def __init__(self, picker: "Picker", at: int) -> None:
            super().__init__()
            self.picker = picker
            self.at = at

        @property
        def control(self) -> "Picker":
            """The list."""
            return self.picker

    class Chosen(Moved):
        """A row was chosen."""

    def __init__(
        self,
        rows: Sequence[Line] = (),
        *,
        title: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.title = title
        self.heading: Line = ()
        self.note: Line = ()
        self.rows = list(rows)
        self.at = 0
        self._top = 0

    def show(self, rows: Sequence[Line], at: int | None = None) -> None:
        """Other rows; the cursor stays where it was as far as it can."""
        self.rows = list(rows)
        self.at = max(0, min(len(self.rows) - 1, self.at if at is None else at))
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """The head, then the rows around the cursor."""
        head = [rule(self.title, width, note=self._place(height))] if self.title else []
        if self.heading:
            head.append((Span("  "), *self.heading))
        room = max(1, height - len(head))
        self._top = max(self.at - room + 1, min(self._top, self.at), 0)
        self._top = max(0, min(self._top, len(self.rows) - room))
        shown = range(self._top, min(len(self.rows), self._top + room))
        return [*head, *(self._row(at, width) for at in shown)]

    def _place(self, height: int) -> Line:
        if self.note or len(self.rows) <= height - 1:
            return self.note
        return line(Span(f"{self.at + 1}/{len(self.rows)}", "dim"))

    def _row(self, at: int, width: int) -> Line:
        spans = self.rows[at]
        if not spans:
            return spans
        if at != self.at:
            return aim(pad((Span("  "), *spans), width), ("row", str(at)))
        ink = "cursor" if self.has_focus else "spot"
        return aim(tint(pad((Span("▸ "), *crop(spans, width - 2)), width), ink), ("row", str(at)))

    def move(self, to: int) -> None:
        """Put the cursor on the row, or the next one below or above that can be chosen."""
        way = 1 if to >= self.at else -1
        to = max(0, min(len(self.rows) - 1, to))
        while 0 <= to < len(self.rows) and not self.rows[to]:
            to += way
        if 0 <= to < len(self.rows) and to != self.at:
            self.at = to
            self.redraw()
            self.post_message(self.Moved(self, to))

    def action_step(self, by: int) -> None:
        """One row up or down."""
        self.move(self.at + by)

    def action_page(self, way: int) -> None:
        """A page up or down."""
        self.move(self.at + way * max(1, self.size.height - 2))

    def action_edge(self, way: int) -> None:
        """To the first or last row."""
        self.move(0 if way < 0 else len(self.rows) - 1)

    def action_take(self) -> None:
        """Choose the row under the cursor."""
        if 0 <= self.at < len(self.rows) and self.rows[self.at]:
            self.post_message(self.Chosen(self, self.at))

    def on_click(self, event: Click) -> None:
        """A click moves the cursor and chooses; other spots stay with the panel."""
        hit = event.style.meta.get("hit")
        if not hit or hit[0] != "row":
            return
        event.stop()
        event.prevent_default()
        self.focus()
        self.move(int(hit[1]))
        self.action_take()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Wheel."""
        event.stop()
        self.move(self.at - 1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Wheel."""
        event.stop()
        self.move(self.at + 1)

    def watch_has_focus(self, value: bool) -> None:
        """The cursor looks awake or asleep."""
        super().watch_has_focus(value)
        self.redraw()
