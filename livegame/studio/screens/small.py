"""What stands on a terminal that is too small to play in; it goes when there is room again."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Region
from textual.widget import Widget

from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span, centre
from livegame.studio.screens.room import Plan, Room
from livegame.studio.widgets.panel import Panel
from livegame.studio.wrap import wrap

WIDTH, HEIGHT = 80, 24


class _Sign(Panel):
    def draw(self, width: int, height: int) -> list[Line]:
        size = self.app.size
        need = t("common.small.need", width=WIDTH, height=HEIGHT)
        have = t("common.small.have", width=size.width, height=size.height)
        texts = [(need, "bold"), (have, "dim"), (t("common.small.safe"), "dim")]
        lines = [
            centre((Span(part, ink),), width) for text, ink in texts for part in wrap(text, width)
        ]
        return [()] * max(0, (height - len(lines)) // 2) + lines


class TooSmall(Room):
    """Covers everything while the terminal is below 80 x 24; the game beneath is paused."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False, id="room.back"),
    ]

    def panels(self) -> Iterable[Widget]:
        """One sign."""
        yield _Sign(id="sign")

    def floor(self, width: int, height: int) -> Plan:
        """All of it."""
        return {"sign": Region(0, 0, width, height)}

    def on_resize(self, event: Resize) -> None:
        """Go away as soon as there is room."""
        self.redraw()
        if fits(*event.size) and self.is_active:
            self.dismiss()

    def action_back(self) -> None:
        """Nothing to go back to."""


def fits(width: int, height: int) -> bool:
    """Whether the game can be played in so many cells."""
    return width >= WIDTH and height >= HEIGHT
