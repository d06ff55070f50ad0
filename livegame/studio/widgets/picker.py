"""A list to choose from, page by page: arrows, page keys, mouse, wheel."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from livegame.studio.keynames import names
from livegame.studio.lines import Line, Span, aim, crop, line, pad, rule, tint, width_of
from livegame.studio.pages import spans_of
from livegame.studio.widgets.panel import Panel


class Picker(Panel, can_focus=True, inherit_bindings=False):
    """Rows with a cursor.

    Attributes:
        title: set into the head rule; without one there is no head.
        heading: the columns' heads, on each page. note: at the right of the head rule.
        rows: the lines; a row without text of its own is a gap that the cursor passes over.
        heads: the rows that are heads of a group: the cursor passes over them, and a page that
            begins within the group repeats them.
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
        self.heads: Collection[int] = ()
        self.at = 0

    def show(
        self, rows: Sequence[Line], at: int | None = None, heads: Collection[int] = ()
    ) -> None:
        """Other rows; the cursor stays where it was as far as it can."""
        self.rows, self.heads = list(rows), heads
        wanted = max(0, min(len(self.rows) - 1, self.at if at is None else at))
        self.at = self._next(wanted, 1)
        self.redraw()

    @property
    def pages(self) -> list[range]:
        """The rows on each page, as many as there is room for now."""
        room = self.size.height - bool(self.title) - bool(self.heading)
        return spans_of(len(self.rows), self.heads, room)

    @property
    def page(self) -> int:
        """The page that the cursor is on, from 0."""
        return next((n for n, rows in enumerate(self.pages) if self.at in rows), 0)

    def draw(self, width: int, height: int) -> list[Line]:
        """The head, then the page that the cursor is on."""
        head = [rule(self.title, width, note=self._place(width))] if self.title else []
        if self.heading:
            head.append((Span("  "), *self.heading))
        shown = self.pages[self.page]
        if shown and shown[0] not in self.heads:
            above = max((row for row in self.heads if row < shown[0]), default=-1)
            if above >= 0:
                head.append(self._row(above, width))
        return [*head, *(self._row(at, width) for at in shown)]

    def _place(self, width: int) -> Line:
        """The page's number and the key that turns it, then the note: what there is room for."""
        pages = len(self.pages)
        if pages < 2:
            return self.note
        hit = ("page", "1")
        place = line(Span(f"{self.page + 1}/{pages}", "dim", hit))
        keyed = (*place, Span(" ", "", hit), Span(names(self).name("list.page_down"), "key", hit))
        gap = (Span("  "),) if self.note else ()
        room = width - len(self.title) - 7
        for note in ((*keyed, *gap, *self.note), (*place, *gap, *self.note)):
            if width_of(note) <= room:
                return note
        return place

    def _row(self, at: int, width: int) -> Line:
        spans = self.rows[at]
        if not spans or at in self.heads:
            return (Span("  "), *spans) if spans else spans
        if at != self.at:
            return aim(pad((Span("  "), *spans), width), ("row", str(at)))
        ink = "cursor" if self.has_focus else "spot"
        return aim(tint(pad((Span("▸ "), *crop(spans, width - 2)), width), ink), ("row", str(at)))

    def move(self, to: int) -> None:
        """Put the cursor on the row, or the next one below or above that can be chosen."""
        way = 1 if to >= self.at else -1
        to = self._next(max(0, min(len(self.rows) - 1, to)), way)
        if to != self.at:
            self.at = to
            self.redraw()
            self.post_message(self.Moved(self, to))

    def _next(self, at: int, way: int) -> int:
        """The nearest row that way that can be chosen, else the other way, else the row itself."""
        below, above = range(at, len(self.rows)), range(min(at, len(self.rows) - 1), -1, -1)
        for rows in (below, above) if way > 0 else (above, below):
            for row in rows:
                if self.rows[row] and row not in self.heads:
                    return row
        return at

    def action_step(self, by: int) -> None:
        """One row up or down."""
        self.move(self.at + by)

    def action_page(self, way: int) -> None:
        """A page up or down; from the first and the last one to the edge."""
        pages, to = self.pages, self.page + way
        if 0 <= to < len(pages):
            self.move(pages[to].start)
        else:
            self.action_edge(way)

    def action_edge(self, way: int) -> None:
        """To the first or last row."""
        self.move(0 if way < 0 else len(self.rows) - 1)

    def action_take(self) -> None:
        """Choose the row under the cursor."""
        if 0 <= self.at < len(self.rows) and self.rows[self.at]:
            self.post_message(self.Chosen(self, self.at))

    def on_click(self, event: Click) -> None:
        """A click moves the cursor and chooses, or turns the page; the panel has the rest."""
        hit = event.style.meta.get("hit")
        if hit and hit[0] == "page":
            event.stop()
            event.prevent_default()
            pages = self.pages
            self.move(pages[(self.page + 1) % len(pages)].start)
            return
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
