"""Whether the next run is practice: one line with the key that switches it, and what it costs."""

from livegame.catalog.texts import t
from livegame.studio.keynames import keyed, names
from livegame.studio.lines import Line, Span, asks, clip, line, width_of
from livegame.studio.widgets.panel import Panel


class Practice(Panel):
    """Off, or on; the house knows which."""

    def __init__(self) -> None:
        super().__init__(id="practice")

    def draw(self, width: int, height: int) -> list[Line]:
        """One line."""
        now = "on" if self.game.house.practice else "off"
        hit = ("practice", "")
        row = line(
            Span(f"  {t('green.practice.title')} ", "dim", hit),
            Span(names(self).name("green.practice"), "key", hit),
            Span(" "),
            Span(f" {t(f'green.practice.{now}')} ", "spot", hit),
            Span(" "),
        )
        about = clip(keyed(self, f"green.practice.{now}_is"), max(1, width - width_of(row)))
        return [asks(line(*row, Span(about, "dim")), "practice")]
