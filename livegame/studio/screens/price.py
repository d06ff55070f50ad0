"""The sheet that sets a price."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.studio import figures
from livegame.studio.draft import price_step
from livegame.studio.lines import Line, Span, apart, centre, line
from livegame.studio.screens.sheet import Sheet
from livegame.studio.widgets.panel import Panel
from livegame.studio.wrap import flow


class PriceSheet(Sheet[int]):
    """Arrows move the price in steps of 5 % of the usual one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down,minus", "nudge(-1)", "-5 %", id="price.down"),
        Binding("right,up,plus,equals_sign", "nudge(1)", "+5 %", id="price.up"),
        Binding("0,u", "usual", show=False, id="price.usual"),
        Binding("enter,p", "set", show=False, id="price.set"),
    ]

    def __init__(self, good: ProductView) -> None:
        super().__init__()
        self._good = good
        self.fen = good.price

    def heading(self) -> str:
        """Whose price."""
        return t("studio.price.title", name=self._good.name)

    def write(self, width: int) -> list[Line]:
        """Price, usual price, margin, advice."""
        good = self._good
        off = round(100 * (self.fen - good.usual) / good.usual)
        margin = self.fen - good.cost
        big = line(
            Span(" ◀ ", "key", ("nudge", "-1")),
            Span(f" RMB {figures.price(self.fen)} ", "cursor", ("set", "")),
            Span(" ▶ ", "key", ("nudge", "1")),
            Span(f"  {off:+} %" if off else "  = ", "bold"),
        )
        key = "studio.price.margin" if margin >= 0 else "studio.price.loss"
        costs = [
            Span(t("studio.price.cost") + f" {figures.exact(good.cost)}, ", "dim"),
            Span(f"{t(key)} {figures.exact(abs(margin))}", "dim" if margin >= 0 else "bad"),
        ]
        usual = line(
            Span(t("studio.price.usual"), "dim"), Span(f" {figures.price(good.usual)}", "bold")
        )
        now = line(
            Span(t("studio.price.now"), "dim"), Span(f" {figures.price(good.price)}", "bold")
        )
        advice = t("studio.price.higher" if self.fen > good.usual else "studio.price.lower")
        return [
            (),
            centre(big, width),
            (),
            apart(usual, now, width),
            tuple(costs),
            *flow(advice, width, "note"),
            centre(line(Span(t("studio.price.hint"), "dim")), width),
        ]

    def action_nudge(self, steps: int) -> None:
        """Some steps up or down."""
        self.fen = price_step(self.fen, self._good.usual, steps)
        self.redraw()

    def action_usual(self) -> None:
        """Back to the usual price."""
        self.fen = self._good.usual
        self.redraw()

    def action_set(self) -> None:
        """Take this price."""
        self.leave(self.fen)

    def on_panel_hit(self, hit: Panel.Hit) -> None:
        """Clicks on the arrows and on the price."""
        if hit.verb == "nudge":
            self.action_nudge(int(hit.what))
        elif hit.verb == "set":
            self.action_set()
