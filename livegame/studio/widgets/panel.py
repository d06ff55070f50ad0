"""The base of every widget here: it draws lines of spans and repaints the cells that changed."""

from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from livegame.studio.changes import changed
from livegame.studio.inks import Inks
from livegame.studio.lines import BLANK, Line, Span, pad

if TYPE_CHECKING:
    from livegame.studio.app import Livegame


class Panel(Widget):
    """A block of lines. Subclasses say in `draw` what stands there now."""

    class Hit(Message):
        """A click on something that can be chosen: a verb and its object."""

        def __init__(self, panel: "Panel", verb: str, what: str) -> None:
            super().__init__()
            self.panel = panel
            self.verb = verb
            self.what = what

        @property
        def control(self) -> "Panel":
            """The panel that was clicked."""
            return self.panel

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._drawn: list[Line] = []
        self._size_drawn = Size(0, 0)
        self._strips: dict[int, Strip] = {}
        self._inks: Inks | None = None

    @property
    def game(self) -> "Livegame":
        """The app, by its own type."""
        return cast("Livegame", self.app)

    def draw(self, width: int, height: int) -> list[Line]:
        """The lines of the panel; missing ones stay blank, what is over is not shown."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw again and repaint what is different."""
        if not self.is_attached or self._size_drawn != self.size or not self.size.area:
            return
        fresh = self._fresh()
        regions = changed(self._drawn, fresh)
        for row, _, _ in regions:
            self._strips.pop(row, None)
        self._drawn = fresh
        if regions:
            self.refresh(*(Region(x, y, w, 1) for y, x, w in regions))

    def _fresh(self) -> list[Line]:
        """The lines for this size, all of one width."""
        width, height = self.size
        lines = [pad(line, width) for line in self.draw(width, height)[:height]]
        return lines + [(Span(" " * width),)] * (height - len(lines))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips; the first time at a size the lines are drawn for it."""
        if self._size_drawn != self.size:
            self._size_drawn = self.size
            self._strips.clear()
            self._drawn = self._fresh() if self.size.area else []
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line as a strip, kept until it changes."""
        if self._inks is not self.game.inks:
            self._inks = self.game.inks
            self._strips.clear()
        strip = self._strips.get(y)
        if strip is None:
            spans = self._drawn[y] if y < len(self._drawn) else BLANK
            strip = self._strips[y] = self._strip(spans)
        return strip

    def _strip(self, spans: Line) -> Strip:
        base, inks = self.rich_style, self.game.inks
        segments = []
        for text, ink, hit in spans:
            style = base + (inks[ink] if isinstance(ink, str) else ink)
            if hit:
                style += Style(meta={"hit": hit})
            segments.append(Segment(text, style))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def notify_style_update(self) -> None:
        """Colours changed: every strip is stale."""
        self._strips.clear()
        super().notify_style_update()

    def on_unmount(self) -> None:
        """Let go of what was painted: a table of Textual's remembers the last thousand widgets."""
        self._styles_cache.clear()
        self._strips.clear()

    def on_click(self, event: Click) -> None:
        """Tell the screen what was clicked."""
        hit = event.style.meta.get("hit")
        if hit:
            event.stop()
            self.post_message(self.Hit(self, *hit))
