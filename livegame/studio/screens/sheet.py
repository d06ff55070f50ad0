"""The base of the small sheets that lie over a screen and ask for one thing."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from livegame.catalog.texts import t
from livegame.studio.lines import Line, rule
from livegame.studio.widgets.panel import Panel

R = TypeVar("R")
EDGE = 4  # cells of border and padding


class SheetPanel(Panel):
    """The sheet's face: what its screen writes."""

    def draw(self, width: int, height: int) -> list[Line]:
        """Title and lines."""
        sheet = self.screen
        if not isinstance(sheet, Sheet):
            return []
        return [rule(sheet.heading(), width), *sheet.write(width)]


class Sheet(ModalScreen[R], inherit_bindings=False):
    """One panel in the middle of the screen. Escape leaves it, a click beside it too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", t("common.key.back"), id="sheet.leave"),
    ]
    WIDTH = 54

    def heading(self) -> str:
        """What the sheet is about."""
        raise NotImplementedError

    def write(self, width: int) -> list[Line]:
        """Its lines."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The one panel."""
        panel = SheetPanel(id="sheet")
        panel.styles.width = self.WIDTH
        panel.styles.height = len(self.write(self.WIDTH - EDGE)) + 1 + 2
        yield panel

    def redraw(self) -> None:
        """Write it again."""
        self.query_one(SheetPanel).redraw()

    def leave(self, result: R | None) -> None:
        """Close with a result; a second key that comes too late does nothing."""
        if self.is_active:
            self.dismiss(result)

    def action_leave(self) -> None:
        """Go without a choice."""
        self.leave(None)

    def on_click(self, event: object) -> None:
        """A click beside the sheet leaves it."""
        from textual.events import Click

        if isinstance(event, Click) and event.widget is self:
            self.action_leave()
