"""Text to read: paragraphs that wrap to the width and scroll by keys and wheel."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Size

from livegame.studio.lines import Line, Span, line, rule
from livegame.studio.widgets.panel import Panel

Write = Callable[[int], Sequence[Line]]


class Prose(Panel, inherit_bindings=False):
    """Lines written for a width by a function, shown from where the reader has got to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll(-1)", show=False, id="text.up"),
        Binding("down,j", "scroll(1)", show=False, id="text.down"),
        Binding("pageup", "page(-1)", show=False, id="text.page_up"),
        Binding("pagedown,space", "page(1)", show=False, id="text.page_down"),
        Binding("home", "page(-999)", show=False, id="text.top"),
        Binding("end", "page(999)", show=False, id="text.end"),
    ]

    def __init__(
        self,
        write: Write | None = None,
        *,
        title: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.title = title
        self._write: Write = write or (lambda _: ())
        self._top = 0

    def tell(self, write: Write, title: str | None = None) -> None:
        """Another text, from its start."""
        self._write = write
        self._top = 0
        self.title = self.title if title is None else title
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """The head and the page that is being read."""
        text = list(self._write(width))
        room = max(1, height - bool(self.title))
        self._top = max(0, min(self._top, len(text) - room))
        page = text[self._top : self._top + room]
        if not self.title:
            self.can_focus = len(text) > room
            return page
        more = len(text) > room
        self.can_focus = more  # keys can reach what is out of sight
        place = f"{self._top + len(page)}/{len(text)} ↕"
        note = line(Span(place, "bold" if self.has_focus else "dim")) if more else ()
        return [rule(self.title, width, note=note), *page]

    def watch_has_focus(self, value: bool) -> None:
        """The place is marked while keys scroll."""
        super().watch_has_focus(value)
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the text, where the style says `auto`."""
        return len(self._write(width)) + bool(self.title)

    def action_scroll(self, by: int) -> None:
        """A line on or back."""
        self._top += by
        self.redraw()

    def action_page(self, way: int) -> None:
        """A page on or back."""
        self.action_scroll(way * max(1, self.size.height - 2))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Wheel."""
        event.stop()
        self.action_scroll(-2)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Wheel."""
        event.stop()
        self.action_scroll(2)
