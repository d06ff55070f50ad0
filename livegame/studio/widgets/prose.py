"""Text to read: paragraphs that wrap to the width, on pages that keys and wheel turn."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Size

from livegame.studio.keynames import keyed, names
from livegame.studio.lines import Line, Span, clip, line, rule
from livegame.studio.pages import SEAM, pages_of
from livegame.studio.widgets.panel import Panel

Write = Callable[[int], Sequence[Line]]


class Prose(Panel, inherit_bindings=False):
    """Lines written for a width by a function, page by page.

    Attributes:
        title: set into the head rule, with the page's number where there are several.
        foot: the key of a text that tells the keys in a last line, where there are several pages.
        key: the id of the binding that turns the pages from anywhere in the room; "" for none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "page(-1)", show=False, id="text.up"),
        Binding("down,j", "page(1)", show=False, id="text.down"),
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
        foot: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.title = title
        self.foot = foot
        self.key = ""
        self._write: Write = write or (lambda _: ())
        self._page = 0
        self._pages = 1

    def tell(self, write: Write, title: str | None = None) -> None:
        """Another text, from its start."""
        self._write = write
        self._page = 0
        self.title = self.title if title is None else title
        self.redraw()

    @property
    def pages(self) -> int:
        """How many there were when the text was last drawn."""
        return self._pages

    @property
    def rows(self) -> int:
        """The rows that a page has when there is but one."""
        return max(1, self.size.height - bool(self.title))

    def draw(self, width: int, height: int) -> list[Line]:
        """The head and the page that is being read."""
        text = list(self._write(width))
        room = max(1, height - bool(self.title))
        pages = pages_of(text, room)
        foot = bool(self.foot) and len(pages) > 1 and room > 1
        if foot:
            room -= 1
            pages = pages_of(text, room)
        self._count(len(pages))
        self._page = max(0, min(self._page, len(pages) - 1))
        page = pages[self._page]
        if foot:
            words = clip(keyed(self, self.foot), width)
            page = [*page, *[()] * (room - len(page)), line(Span(words, "dim", ("page", "1")))]
        return [rule(self.title, width, note=self._place()), *page] if self.title else page

    def _count(self, pages: int) -> None:
        """So many pages: with more than one, keys can turn them."""
        if (pages > 1) != (self._pages > 1):
            self.call_later(self.screen.refresh_bindings)
        self._pages = pages
        self.can_focus = pages > 1

    def _place(self) -> Line:
        if self._pages < 2:
            return ()
        hit, ink = ("page", "1"), "bold" if self.has_focus else "dim"
        place = Span(f"{self._page + 1}/{self._pages}", ink, hit)
        if not self.key:
            return line(place)
        return line(place, Span(" ", "", hit), Span(names(self).name(self.key), "key", hit))

    def watch_has_focus(self, value: bool) -> None:
        """The place is marked while keys turn the pages."""
        super().watch_has_focus(value)
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the text, where the style says `auto`."""
        return sum(row is not SEAM for row in self._write(width)) + bool(self.title)

    def turn(self, way: int) -> None:
        """A page on or back, round and round."""
        self._page = (self._page + way) % self._pages
        self.redraw()

    def action_page(self, by: int) -> None:
        """So many pages on or back, as far as there are any."""
        self._page = max(0, min(self._page + by, self._pages - 1))
        self.redraw()

    def on_click(self, event: Click) -> None:
        """A click on the page's number or the keys turns to the next page."""
        if event.style.meta.get("hit", ("",))[0] == "page":
            event.stop()
            event.prevent_default()
            self.turn(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Wheel."""
        event.stop()
        self.action_page(-1)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Wheel."""
        event.stop()
        self.action_page(1)
