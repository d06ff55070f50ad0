"""The goods of a table, side by side, as pictures."""

from collections.abc import Sequence

from rich.cells import cell_len

from livegame.catalog.library import Library
from livegame.catalog.models import Product
from livegame.studio.art import WIDTH, picture
from livegame.studio.lines import Line, Span, beside, centre, fit, pad
from livegame.studio.pixels import render
from livegame.studio.widgets.panel import Panel


class Gallery(Panel):
    """One picture a good, with its name below; the one in question stands out."""

    def __init__(self) -> None:
        super().__init__(id="gallery")
        self._library: Library | None = None
        self._goods: Sequence[Product] = ()
        self._at = 0

    def show(self, library: Library, goods: Sequence[Product], at: int) -> None:
        """Other goods."""
        self._library, self._goods = library, goods
        self.mark(at)

    def mark(self, at: int) -> None:
        """Another one in question."""
        self._at = at
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """Large where there is room; as many as fit, with the one in question among them."""
        if self._library is None or not self._goods:
            return []
        most = max(1, width // WIDTH)
        first = max(0, min(self._at, len(self._goods) - most))
        goods = self._goods[first : first + most]
        each = width // len(goods)
        times = 2 if height >= 10 and each >= 2 * WIDTH + 1 else 1
        rows: list[Line] = []
        for at, good in enumerate(goods):
            light = not self.app.current_theme.dark
            grid = picture(self._library, good.id, times, light=light)
            art = render(grid, colour=not self.app.no_color)
            name = f"{good.name} {good.name_zh}"
            name = name if cell_len(name) < each else good.short
            ink = "gold" if first + at == self._at else "dim"
            column = [centre(row, each) for row in art]
            column.append(centre((Span(fit(name, min(each, cell_len(name))), ink),), each))
            rows = (
                beside(rows, column, at * each, 0) if rows else [pad(row, each) for row in column]
            )
        return rows
