"""Where an office comes from, and who stands there: a small picture beside the words about it."""

from livegame.studio.art import FIGURE, HEIGHT, WIDTH, office
from livegame.studio.lines import Line
from livegame.studio.pixels import render
from livegame.studio.widgets.panel import Panel

ACROSS, DOWN = WIDTH + 1 + FIGURE, HEIGHT // 2


class Emblem(Panel):
    """The picture of one host, 20 by 4 cells; blank if there is none."""

    def __init__(self) -> None:
        super().__init__(id="emblem")
        self._host = ""

    def show(self, host: str) -> None:
        """Another host."""
        self._host = host
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """Half-block pixels, or shades without colour."""
        grid = office(self._host, light=not self.app.current_theme.dark)
        return render(grid, colour=not self.app.no_color) if grid else []
