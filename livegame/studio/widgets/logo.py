"""The name of the game in big letters."""

from livegame.studio.lines import Line, Span, centre
from livegame.studio.widgets.panel import Panel

LETTERS = (
    "█   ▀█▀ █ █ █▀▀ █▀▀ ▄▀▄ █▄ ▄█ █▀▀",
    "█    █  █ █ █▀  █ ▄ █▀█ █ ▀ █ █▀ ",
    "▀▀▀ ▀▀▀  ▀  ▀▀▀ ▀▀▀ ▀ ▀ ▀   ▀ ▀▀▀",
)
BIG = (
    "██      ██████  ██    ██  ███████   ██████   █████   ███    ███  ███████",
    "██        ██    ██    ██  ██       ██       ██   ██  ████  ████  ██     ",
    "██        ██    ██    ██  █████    ██  ███  ███████  ██ ████ ██  █████  ",
    "██        ██     ██  ██   ██       ██   ██  ██   ██  ██  ██  ██  ██     ",
    "███████ ██████     ██     ███████   ██████  ██   ██  ██      ██  ███████",
)


class Logo(Panel):
    """Big where there is room, a line below it."""

    def __init__(self, words: str) -> None:
        super().__init__(id="logo")
        self._words = words

    def draw(self, width: int, height: int) -> list[Line]:
        """The letters, then the words."""
        letters = BIG if height >= len(BIG) + 1 and width >= len(BIG[0]) else LETTERS
        lines = [centre((Span(row, "big"),), width) for row in letters]
        return [*lines, centre((Span(self._words, "note"),), width)]
