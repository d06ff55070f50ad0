"""A wide button that has the keys when it has the focus."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message

from livegame.studio.lines import Line, Span, centre
from livegame.studio.widgets.panel import Panel


class Button(Panel, can_focus=True, inherit_bindings=False):
    """One line of words; Enter, space or a click presses it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", show=False, id="button.press"),
    ]

    class Pressed(Message):
        """The button was pressed."""

        def __init__(self, button: "Button") -> None:
            super().__init__()
            self.button = button

        @property
        def control(self) -> "Button":
            """The button."""
            return self.button

    def __init__(self, words: str, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = words

    def draw(self, width: int, height: int) -> list[Line]:
        """The words in the middle, awake or asleep."""
        ink = "cursor" if self.has_focus else "spot"
        sides = ("▸ ", " ◂") if self.has_focus else ("  ", "  ")
        text = centre((Span(f"{sides[0]}{self.words}{sides[1]}", ink),), width)
        rows: list[Line] = [(Span(" " * width, ink),)] * height
        rows[height // 2] = tuple(span._replace(ink=ink) for span in text)
        return rows

    def action_press(self) -> None:
        """Press it."""
        self.post_message(self.Pressed(self))

    def on_click(self, event: Click) -> None:
        """Press it."""
        event.stop()
        event.prevent_default()
        self.focus()
        self.action_press()

    def watch_has_focus(self, value: bool) -> None:
        """The cursor looks awake or asleep."""
        super().watch_has_focus(value)
        self.redraw()
