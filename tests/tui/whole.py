"""What is missing on a screen: rows and cells that are drawn but not shown, and scrolling."""

from collections.abc import Iterator

from textual.screen import Screen
from textual.widget import Widget

from livegame.studio.lines import Line, width_of
from livegame.studio.pages import SEAM
from livegame.studio.screens.ask import Told
from livegame.studio.screens.record import Record
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.prose import Prose


def missing(screen: Screen[object]) -> Iterator[str]:
    """Whatever of a screen cannot be seen, in words."""
    for widget in screen.query(Widget):
        across = widget.allow_horizontal_scroll and widget.max_scroll_x
        if across or (widget.allow_vertical_scroll and widget.max_scroll_y):
            yield f"{widget!r} scrolls"
        if any(widget.scrollbars_enabled):
            yield f"{widget!r} has a scroll bar"
    for panel in screen.query(Panel):
        if not panel.size.area:
            continue
        name, (width, height) = f"{type(screen).__name__}: {panel!r}", panel.size
        drawn = panel.draw(width, height)
        if any(drawn[height:]):
            yield f"{name}: {len(drawn)} rows in {height}"
        for row in drawn:
            if width_of(row) > width:
                yield f"{name}: {width_of(row)} cells in {width}: {words(row)}"
        if isinstance(panel, Prose):
            yield from _text(panel, name)
        elif isinstance(panel, Picker):
            yield from _list(panel, name)
        elif isinstance(panel, Told) and len(panel.write(width)) > height:
            yield f"{name}: an answer of {len(panel.write(width))} rows in {height}"


def words(row: Line) -> str:
    """The text of a line."""
    return "".join(span.text for span in row).strip()


def _text(panel: Prose, name: str) -> Iterator[str]:
    """Each line of a text stands on one of its pages, which say which they are."""
    text = [row for row in panel._write(panel.size.width) if row and row is not SEAM]
    at, found, pages = panel._page, [], panel.pages
    for number in range(pages):
        panel._page = number
        head, *rows = panel.draw(*panel.size) if panel.title else [(), *panel.draw(*panel.size)]
        found += [row for row in rows if row]
        if pages > 1 and f" {number + 1}/{pages}" not in words(head):
            yield f"{name}: no number on page {number + 1}"
    panel._page = at
    if [row for row in found if row in text] != text:
        yield f"{name}: text that stands on no page"


def _list(panel: Picker, name: str) -> Iterator[str]:
    """Each row of a list stands on one of its pages, which say which they are."""
    at, pages = panel.at, panel.pages
    brief = isinstance(panel.screen, Record)  # its rows stand beside the list in full
    for number, page in enumerate(pages):
        panel.at = next((row for row in page if row not in panel.heads), page.start)
        drawn = panel.draw(*panel.size)
        head = drawn[0] if panel.title else ()
        told = [words(row) for row in drawn]
        for row in page:
            text = words(panel.rows[row])
            text = text[:20] if brief else text
            if not any(text in one for one in told):
                yield f"{name}: row {text!r} cut or on no page"
        if len(pages) > 1 and f" {number + 1}/{len(pages)}" not in words(head):
            yield f"{name}: no number on page {number + 1}"
    panel.at = at
