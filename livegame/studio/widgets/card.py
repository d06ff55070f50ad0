"""Whose room it is, as a picture: the office, its goods, and where in the world it lies."""

from livegame.catalog.library import Library
from livegame.studio.art import WIDTH, office, picture
from livegame.studio.lines import Line, Span, beside, centre, fit, line, rule
from livegame.studio.pixels import render
from livegame.studio.widgets.emblem import ACROSS
from livegame.studio.widgets.panel import Panel
from livegame.studio.widgets.worldmap import Place, sketch
from livegame.studio.wrap import whole

GAP, LEAST_MAP, MOST_MAP = 2, 8, 16  # cells between goods; rows of a map that says anything


class Card(Panel):
    """As many of the three as fit whole, one below the other."""

    def __init__(self) -> None:
        super().__init__(id="card")
        self._library: Library | None = None
        self._role = ""

    def show(self, library: Library, role: str) -> None:
        """Another office; "" for none."""
        self._library, self._role = library, role if role in library.hosts else ""
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """Head, office, goods, world."""
        if self._library is None or not self._role:
            return []
        host = self._library.hosts[self._role]
        head = rule(host.country, width, note=line(Span(host.country_zh, "dim")))
        goods = self._library.goods(self._role)
        beyond = ACROSS + 2 * GAP
        if width >= beyond + len(goods) * (WIDTH + GAP):
            row = beside(self._face(ACROSS), self._goods(width - beyond), ACROSS, 2 * GAP)
            blocks = [[head, ()], row]
        else:
            blocks = [[head, ()], [*self._face(width), ()], self._goods(width)]
        lines = whole(blocks, height)
        room = min(height - len(lines) - 1, MOST_MAP)
        if room >= LEAST_MAP:
            lines += [(), *sketch([Place.of(host)], self._role, width, room)]
        return lines

    def _face(self, width: int) -> list[Line]:
        grid = office(self._role, light=not self.app.current_theme.dark)
        face = render(grid, colour=not self.app.no_color) if grid else []
        return [centre(row, width) for row in face]

    def _goods(self, width: int) -> list[Line]:
        """Pictures of the goods with their names, in as many rows as they need."""
        assert self._library is not None
        each = WIDTH + GAP
        across = max(1, width // each)
        goods = self._library.goods(self._role)
        lines: list[Line] = []
        for first in range(0, len(goods), across):
            row: list[Line] = []
            for at, good in enumerate(goods[first : first + across]):
                grid = picture(self._library, good.id, 1, light=not self.app.current_theme.dark)
                art = render(grid, colour=not self.app.no_color)
                name = centre((Span(fit(good.short, WIDTH, "^"), "dim"),), each)
                column = [*(centre(part, each) for part in art), name]
                row = beside(row, column, at * each, 0) if row else column
            lines += row
        return lines
