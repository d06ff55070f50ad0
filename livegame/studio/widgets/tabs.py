"""A row of tabs; left and right change the chapter, a click does too."""

from collections.abc import Sequence

from livegame.studio.lines import Line, Span, line
from livegame.studio.widgets.panel import Panel


class Tabs(Panel):
    """Names with counts; the open one stands out."""

    def __init__(self) -> None:
        super().__init__(id="tabs")
        self._tabs: Sequence[tuple[str, str, int]] = ()
        self._open = ""

    def show(self, tabs: Sequence[tuple[str, str, int]], now: str) -> None:
        """(key, name, count) for each tab, and the one that is open."""
        self._tabs, self._open = tabs, now
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """One line."""
        spans: list[Span] = [Span(" ")]
        for at, (key, name, count) in enumerate(self._tabs):
            here = key == self._open
            label = f"[{name} {count}]" if here else f" {name} {count} "
            spans.append(Span(f"{at + 1}", "key", ("tab", key)))
            spans.append(Span(label, "cursor" if here else "dim", ("tab", key)))
            spans.append(Span(" "))
        return [line(*spans)]
