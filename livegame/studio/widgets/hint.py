"""A hint: a small box beside the panel that it speaks of, over whatever else stands there."""

from rich.cells import cell_len
from textual.geometry import Region

from livegame.studio.lines import Line, Span, fit, line
from livegame.studio.widgets.panel import Panel

HEIGHT = 3
EDGE = 4  # cells of border and space beside the words


class Hint(Panel):
    """A few words with a pointer. It lies on a layer of its own; see the room's `layers`.

    Attributes:
        words: what it says; "" hides it.
        up: whether the panel that it points at is above it.
    """

    DEFAULT_CSS = "Hint { layer: above; }"

    def __init__(self) -> None:
        super().__init__(id="hint")
        self.words = ""
        self.up = False

    def place(self, target: Region, width: int, height: int) -> Region:
        """Above the panel that is meant, or below it where there is more room; never off screen."""
        across = min(width, cell_len(self.words) + EDGE)
        self.up = target.y < height - target.bottom
        y = target.bottom if self.up else target.y - HEIGHT
        x = max(0, min(target.x + 2, width - across))
        return Region(x, max(0, min(y, height - HEIGHT)), across, HEIGHT)

    def draw(self, width: int, height: int) -> list[Line]:
        """The box."""
        side = "─" * max(0, width - 5)
        top, foot = ("▲", "─") if self.up else ("─", "▼")
        words = fit(self.words, width - EDGE)
        return [
            line(Span(f"╭─{top}{side}─╮"[:width], "hold")),
            line(Span(f"│ {words} │", "hold")),
            line(Span(f"╰─{foot}{side}─╯"[:width], "hold")),
        ]
