"""A line to type in, drawn like everything else; it never shows markup or control characters."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.message import Message

from livegame.runs.clean import clean
from livegame.studio.lines import Line, Span, line
from livegame.studio.widgets.panel import Panel


class Search(Panel, can_focus=True, inherit_bindings=False):
    """One line of text.

    Attributes:
        text: what has been typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "done", show=False, id="search.done"),
        Binding("escape", "drop", show=False, id="search.drop"),
        Binding("backspace", "rub", show=False, id="search.rub"),
        Binding("ctrl+u", "empty", show=False, id="search.empty"),
    ]

    class Changed(Message):
        """Another text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Done(Message):
        """The text stands."""

    def __init__(self, hint: str, *, most: int = 40, id: str = "search") -> None:  # noqa: A002
        super().__init__(id=id)
        self._hint = hint
        self._most = most
        self.text = ""

    def draw(self, width: int, height: int) -> list[Line]:
        """The text with a cursor, or the hint."""
        mark = Span(" / ", "key")
        if self.has_focus:
            return [line(mark, Span(self.text, "bold"), Span(" ", "cursor"))]
        return [
            line(
                mark, Span(self.text or self._hint, "bold" if self.text else "dim", ("search", ""))
            )
        ]

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are text here, whatever they mean elsewhere."""
        return character is not None and character.isprintable()

    def on_key(self, event: Key) -> None:
        """Type."""
        if event.character is not None and event.is_printable:
            event.stop()
            event.prevent_default()
            self.put(self.text + event.character)

    def on_paste(self, event: Paste) -> None:
        """Paste, made harmless."""
        event.stop()
        self.put(self.text + clean(event.text, self._most))

    def put(self, text: str) -> None:
        """Another text."""
        self.text = text[: self._most]
        self.redraw()
        self.post_message(self.Changed(self.text))

    def action_rub(self) -> None:
        """Take back a letter."""
        self.put(self.text[:-1])

    def action_empty(self) -> None:
        """Take back all."""
        self.put("")

    def action_drop(self) -> None:
        """Forget the text."""
        self.put("")
        self.post_message(self.Done())

    def action_done(self) -> None:
        """The text stands."""
        self.post_message(self.Done())

    def watch_has_focus(self, value: bool) -> None:
        """Show or hide the cursor."""
        super().watch_has_focus(value)
        self.redraw()
