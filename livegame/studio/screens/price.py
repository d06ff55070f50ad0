"""The sheet that sets a price."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs.localmoney import Money
from livegame.runs.payback import Payback
from livegame.studio import figures, scorewords
from livegame.studio.draft import price_step
from livegame.studio.lines import Line, Span, apart, centre, line
from livegame.studio.screens.sheet import Sheet
from livegame.studio.widgets.panel import Panel
from livegame.studio.wrap import flow

ROOM = 5  # lines for what comes of a price


class PriceSheet(Sheet[int]):
    """Arrows move the price in steps of 5 % of the usual one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down,minus", "nudge(-1)", "-5 %", id="price.down"),
        Binding("right,up,plus,equals_sign", "nudge(1)", "+5 %", id="price.up"),
        Binding("0,u", "usual", show=False, id="price.usual"),
        Binding("pagedown", "below(-1)", show=False, id="price.below"),
        Binding("pageup", "below(1)", show=False, id="price.above"),
        Binding("enter,p", "set", show=False, id="price.set"),
    ]

    def __init__(
        self, good: ProductView, payback: Callable[[int], Payback], money: Money | None = None
    ) -> None:
        """`payback` tells what a price would pay back to earlier buyers; `money` is what it is read
        in, if not in RMB."""
        super().__init__()
        self._good = good
        self._payback = payback
        self._money = money
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
        told = [part for text, ink in self._told() for part in flow(text, width, ink)]
        told += [()] * (ROOM - len(told))
        return [
            (),
            centre(big, width),
            centre(line(Span(self._money.told(self.fen), "gold")), width) if self._money else (),
            apart(usual, now, width),
            tuple(costs),
            (),
            *told,
            centre(line(Span(t("studio.price.hint"), "dim")), width),
            *([centre(line(Span(t("limits.money_hint"), "dim")), width)] if self._money else []),
        ]

    def _told(self) -> list[tuple[str, str]]:
        """What comes of the price: what earlier buyers get back, who looks again; with inks."""
        if self.fen == self._good.price:
            return [(t("studio.price.same"), "note")]
        if self.fen > self._good.price:
            return [(t("studio.price.higher"), "note")]
        back = self._payback(self.fen)
        told = [(scorewords.paid_back(back), "warn" if back.total else "note")]
        return [*told, (scorewords.look_again(back), "note")]

    def action_nudge(self, steps: int) -> None:
        """Some steps up or down."""
        self.fen = price_step(self.fen, self._good.usual, steps)
        self.redraw()

    def action_below(self, way: int) -> None:
        """To the next price just below a round sum of its money, if it is read in one."""
        if self._money:
            self.fen = self._money.below(self.fen, way)
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
