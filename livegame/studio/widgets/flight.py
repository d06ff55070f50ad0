"""Danmaku: comments that fly across, from right to left, while the show runs."""

from collections import deque

from rich.cells import cell_len
from textual.timer import Timer

from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span
from livegame.studio.show import Show
from livegame.studio.widgets.window import Window

FRAMES, STEP, GAP = 8, 2, 6


class Flight(Window):
    """One comment after the other in each row; while the show stands still none begins, and those
    that are under way fly out."""

    def __init__(self, show: Show) -> None:
        super().__init__(show, "flight")
        self._rows: list[deque[tuple[int, str]]] = []
        self._seen = 0
        self._on = False
        self._timer: Timer | None = None

    def fly(self, on: bool) -> None:
        """Start or stop."""
        self._on = on and self.app.animation_level != "none" and bool(self.size.area)
        if self._on and self._timer is None:
            self._timer = self.set_interval(1 / FRAMES, self._step)

    def _rest(self) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None

    def _step(self) -> None:
        width, height = self.size
        if len(self._rows) != height:
            self._rows = [deque() for _ in range(height)]
        for row in self._rows:
            moved = [(x - STEP, text) for x, text in row]
            row.clear()
            row.extend((x, text) for x, text in moved if x + len(text) * 2 > 0)
        if self._on:
            self._launch(width)
        elif not any(self._rows):
            self._rest()
        self.redraw()

    def _launch(self, width: int) -> None:
        """The newest comment goes into the first row that has room at its right end."""
        show = self.show
        if show.said == self._seen or not show.chat or show.chat[-1].note:
            return
        # In quotation marks: below the picture of a good it would read as its caption.
        text = t("studio.note.flying", text=show.chat[-1].text)
        for row in self._rows:
            if not row or row[-1][0] + cell_len(row[-1][1]) + GAP <= width:
                row.append((width, text))
                self._seen = show.said
                return

    def draw(self, width: int, height: int) -> list[Line]:
        """Each row from its left edge; what has begun to leave is cut there."""
        return [_row(list(row), width) for row in self._rows[:height]]


def _row(flying: list[tuple[int, str]], width: int) -> Line:
    spans: list[Span] = []
    at = 0
    for x, text in flying:
        start, seen = _enter(text, x, at)
        if start < width:
            seen = _keep(seen, width - start)
            spans += [Span(" " * (start - at)), Span(seen, "note")]
            at = start + cell_len(seen)
    return tuple(spans)


def _enter(text: str, x: int, least: int) -> tuple[int, str]:
    """Where the text begins to be seen, and what of it: letters left of `least` have flown by."""
    seen = 0
    while seen < len(text) and x < least:
        x += cell_len(text[seen])
        seen += 1
    return max(x, least), text[seen:]


def _keep(text: str, room: int) -> str:
    """The part of the text that is on screen already, without an ellipsis."""
    while cell_len(text) > room:
        text = text[:-1]
    return text
