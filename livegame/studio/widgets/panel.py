"""The base of every widget here: it draws lines of spans and repaints the cells that changed."""

from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual.events import Click
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from livegame.studio.changes import changed
from livegame.studio.lines import BLANK, Line, Span, pad
from livegame.studio.widgets.painter import Painter

if TYPE_CHECKING:
    from livegame.studio.app import Livegame

RIGHT = 3  # the mouse's right button


def _stacked(figures: list[tuple[Region, str]]) -> list[tuple[Region, str]]:
    """Figures of one name that stand right below each other as one: large digits, long words."""
    found: list[tuple[Region, str]] = []
    for here, why in figures:
        for at, (before, name) in enumerate(found):
            if (
                name == why
                and before.bottom == here.y
                and before.x < here.right
                and here.x < before.right
            ):
                found[at] = (before.union(here), why)
                break
        else:
            found.append((here, why))
    return found


class Panel(Widget):
    """A block of lines. Subclasses say in `draw` what stands there now."""

    class Hit(Message):
        """A click on something that can be chosen: a verb and its object.

        A click on a figure that is nothing to choose, and the right button on any, or on what a
        click would choose, has the verb "why" and the figure's name as its object; `why` is that
        name, whatever the verb, and `at` is the place on the screen.
        """

        def __init__(
            self, panel: "Panel", verb: str, what: str, why: str = "", at: Offset | None = None
        ) -> None:
            super().__init__()
            self.panel = panel
            self.verb = verb
            self.what = what
            self.why = why
            self.at = at

        @property
        def control(self) -> "Panel":
            """The panel that was clicked."""
            return self.panel

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._drawn: list[Line] = []
        self._size_drawn = Size(0, 0)
        self._drawn_from: object = None
        self._painter = Painter(self)

    @property
    def game(self) -> "Livegame":
        """The app, by its own type."""
        return cast("Livegame", self.app)

    def draw(self, width: int, height: int) -> list[Line]:
        """The lines of the panel; missing ones stay blank, what is over is not shown."""
        raise NotImplementedError

    def basis(self) -> object:
        """All that `draw` looks at, to be compared with what it was: nothing is drawn again
        while it is equal. None, where that cannot be told."""
        return None

    def redraw(self) -> None:
        """Draw again and repaint what is different."""
        if not self.is_attached:
            return
        if self._drawn_from is not None and self._drawn_from == self._basis():
            return
        size = self.size
        if self._size_drawn != size or not size.area:
            self._size_drawn = Size(0, 0)  # hidden: what was drawn is stale, even at its old size
            return
        fresh = self._fresh()
        regions = changed(self._drawn, fresh)
        self._painter.forget_rows(row for row, _, _ in regions)
        self._drawn = fresh
        if regions:
            self.refresh(*(Region(x, y, w, 1) for y, x, w in regions))

    def _basis(self) -> object:
        """What the lines follow from; a theme may be drawn in other pictures, not only colours."""
        basis = self.basis()
        return None if basis is None else (self.game.theme, basis)

    def _fresh(self) -> list[Line]:
        """The lines for this size, all of one width."""
        self._drawn_from = self._basis()
        width, height = self.size
        lines = [pad(line, width) for line in self.draw(width, height)[:height]]
        return lines + [(Span(" " * width),)] * (height - len(lines))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips; the first time at a size the lines are drawn for it.

        Where there is neither border nor padding, Textual's own cache of lines is passed by: for
        every paint it asks all ancestors for their colours, and this takes as long as the rest.
        """
        self._dirty_regions.clear()  # only widgets that Textual renders clear it by themselves
        if self._size_drawn != self.size:
            self._size_drawn = self.size
            self._painter.forget()
            self._drawn = self._fresh() if self.size.area else []
        if self.styles.gutter:
            return super().render_lines(crop)
        return self._painter.rows(crop, self._drawn, self.size.width)

    def render_line(self, y: int) -> Strip:
        """One line as a strip, kept until it changes."""
        return self._painter.row(y, self._drawn, self.size.width)

    def notify_style_update(self) -> None:
        """Colours changed: every strip is stale."""
        self._painter.recolour()
        super().notify_style_update()

    def on_unmount(self) -> None:
        """Let go of what was painted: a table of Textual's remembers the last thousand widgets."""
        self._styles_cache.clear()
        self._painter.forget()

    def figures(self) -> list[tuple[Region, str]]:
        """Where on the screen each figure stands that can be asked about, in reading order."""
        found: list[tuple[Region, str]] = []
        place = self.content_region
        for y, spans in enumerate(self._drawn[: place.height]):
            x, last = 0, ""
            for text, _, _, why in spans:
                size = min(cell_len(text), place.width - x)
                if size <= 0:  # of no width, or drawn for a wider panel and not drawn anew yet
                    continue
                if why:
                    here = Region(place.x + x, place.y + y, size, 1)
                    if why == last:
                        before, _ = found.pop()
                        here = before.union(here)
                    found.append((here, why))
                last, x = why, x + size
        return _stacked(found)

    def drawn(self, row: int) -> Line:
        """What stands in a row now."""
        return self._drawn[row] if 0 <= row < len(self._drawn) else BLANK

    def why_at(self, x: int, y: int) -> str:
        """The name of the figure at a place on the screen; "" for none."""
        return next((why for place, why in self.figures() if place.contains(x, y)), "")

    def _told_by(self, hit: tuple[str, str], row: int, x: int) -> tuple[str, Offset]:
        """Name and place of the figure nearest to a column that is about the same choice."""
        place = self.content_region
        best, where, least = "", Offset(), 0
        left = place.x
        for span in self.drawn(row - place.y):
            away = max(left - x, x - left - cell_len(span.text), 0)
            about = span.why and span.text and span.hit == hit
            if about and (not best or away < least):
                best, where, least = span.why, Offset(left, row), away
            left += cell_len(span.text)
        return best, where

    def on_click(self, event: Click) -> None:
        """Tell the screen what was clicked, or asked about: the right button never chooses."""
        hit = event.style.meta.get("hit")
        why, at = self.why_at(event.screen_x, event.screen_y), event.screen_offset
        if hit or why:
            event.stop()
        if event.button == RIGHT and hit and not why:
            why, at = self._told_by(hit, event.screen_y, event.screen_x)
        if event.button == RIGHT or not hit:
            hit = ("why", why) if why else None
        if hit:
            verb, what = hit
            self.post_message(self.Hit(self, verb, what, why, at))
