"""Drawn lines as the strips that a terminal is sent, kept until the lines or the colours change."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from livegame.studio.inks import Inks
from livegame.studio.lines import BLANK, Hit, Ink, Line

if TYPE_CHECKING:
    from livegame.studio.app import Livegame

MOST_STYLES = 1000  # kept for a widget; pixel art and long lists bring ever new ones


class Row(Strip):
    """A strip that is gone as soon as nobody wants it any more.

    Textual's own one remembers itself as its only part where it is not cut, and then waits for
    the collector of garbage with everything that it has cached: thousands of objects a second.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The parts between the cuts, which are cells from the left edge."""
        within = [cut for cut in cuts if cut <= self.cell_length]
        return [self] if within == [self.cell_length] else super().divide(within)


class Painter:
    """The strips of one widget that has neither border nor padding.

    Textual works out the colours of a widget from all of its ancestors for every line that is
    painted, and a style that answers to clicks cannot be kept by Rich: here both are worked out
    once for a theme.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._inks: Inks | None = None
        self._base = Style.null()
        self._ground = Color(0, 0, 0)
        self._styles: dict[tuple[Ink, Hit | None], Style] = {}
        self._filters: Sequence[LineFilter] = ()
        self._rows: dict[int, Row] = {}

    def forget(self) -> None:
        """All rows are to be painted anew."""
        self._rows.clear()

    def forget_rows(self, rows: Iterable[int]) -> None:
        """These rows are."""
        for row in rows:
            self._rows.pop(row, None)

    def recolour(self) -> None:
        """The colours are others now."""
        self._inks = None

    def _mix(self) -> None:
        """Take the colours of the theme and of what the widget lies on, if they are others."""
        inks = cast("Livegame", self._widget.app).inks
        filters = self._widget.get_line_filters()
        if self._inks is not inks or filters != self._filters:
            self._inks, self._filters = inks, filters
            self._base = self._widget.rich_style
            _, self._ground = self._widget.background_colors
            self._styles.clear()
            self.forget()

    def row(self, y: int, drawn: Sequence[Line], width: int) -> Row:
        """A line as it was drawn, in `width` cells, before the app's filters."""
        self._mix()
        return Row(self._segments(y, drawn), width)

    def rows(self, crop: Region, drawn: Sequence[Line], width: int) -> list[Strip]:
        """The lines of a part of the widget, as the app's filters want them."""
        self._mix()
        rows: list[Strip] = [self._seen(y, drawn, width) for y in crop.line_range]
        if crop.column_span != (0, width):
            rows = [row.crop(*crop.column_span) for row in rows]
        return rows

    def _seen(self, y: int, drawn: Sequence[Line], width: int) -> Row:
        row = self._rows.get(y)
        if row is None:
            segments = self._segments(y, drawn)
            for one in self._filters:
                segments = one.apply(segments, self._ground)
            row = self._rows[y] = Row(segments, width)
        return row

    def _segments(self, y: int, drawn: Sequence[Line]) -> list[Segment]:
        spans = drawn[y] if y < len(drawn) else BLANK
        return [Segment(span.text, self._style(span.ink, span.hit)) for span in spans]

    def _style(self, ink: Ink, hit: Hit | None) -> Style:
        style = self._styles.get((ink, hit))
        if style is None:
            assert self._inks is not None
            style = self._base + (self._inks[ink] if isinstance(ink, str) else ink)
            if hit:
                style += Style(meta={"hit": hit})
            if len(self._styles) >= MOST_STYLES:
                self._styles.clear()
            self._styles[ink, hit] = style
        return style
