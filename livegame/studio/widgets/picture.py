"""A picture that is painted for the room it has."""

from collections.abc import Callable

from livegame.studio.lines import Line
from livegame.studio.pixels import Grid, render
from livegame.studio.widgets.panel import Panel


class Picture(Panel):
    """Half-block pixels, or shades on a terminal without colour.

    Painting takes some milliseconds, so the very first frame goes without.
    """

    def __init__(self, paint: Callable[[int, int], Grid], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._paint = paint

    def draw(self, width: int, height: int) -> list[Line]:
        """Two pixels to a cell."""
        if not self.game.ready:
            return []
        return render(self._paint(width, height * 2), colour=not self.app.no_color)
