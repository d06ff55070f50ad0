"""A sheet of text to read: help, and the explanations on smaller terminals."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from livegame.catalog.texts import t
from livegame.studio.lines import Line
from livegame.studio.widgets.prose import Prose


class Reading(ModalScreen[None], inherit_bindings=False):
    """One text over the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,enter,question_mark,f1,q", "leave", t("common.key.back"), id="reading.leave"
        ),
        Binding("up,k", "page(-1)", show=False, id="reading.up"),
        Binding("down,j", "page(1)", show=False, id="reading.down"),
        Binding("pageup", "page(-1)", show=False, id="reading.page_up"),
        Binding("space,m,pagedown", "page(1)", show=False, id="reading.page_down"),
    ]

    def __init__(self, title: str, write: Callable[[int], Sequence[Line]]) -> None:
        super().__init__(classes="sheet")
        self._prose = Prose(write, title=title, foot="common.sheet_keys", id="sheet")

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._prose

    def action_leave(self) -> None:
        """Back to the game."""
        if self.is_active:
            self.dismiss(None)

    def action_page(self, way: int) -> None:
        """A page on or back."""
        self._prose.action_page(way)

    def on_click(self) -> None:
        """A click anywhere goes back."""
        self.action_leave()
