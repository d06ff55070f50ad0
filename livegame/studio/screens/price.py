"""The sheet that sets a price."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs import scorewords
from livegame.runs.localmoney import Money
from livegame.runs.payback import Payback
from livegame.studio.draft import price_step
from livegame.studio.keynames import keyed
from livegame.studio.lines import Line, Span, apart, centre, clip, line
from livegame.studio.screens.sheet import Sheet
from livegame.studio.typed import Typed
from livegame.studio.widgets.panel import Panel
from livegame.studio.wrap import flow

ROOM = 5  # lines for what comes of a price


class PriceSheet(Sheet[int]):
    """Arrows move the price in steps of 5 % of the usual one; digits are a price of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down,minus", "nudge(-1)", "-5 %", id="price.down"),
        Binding("right,up,plus,equals_sign", "nudge(1)", "+5 %", id="price.up"),
        Binding("u", "usual", show=False, id="price.usual"),
        Binding("pagedown", "below(-1)", show=False, id="price.below"),
        Binding("pageup", "below(1)", show=False, id="price.above"),
        Binding("enter,p", "set", show=False, id="price.set"),
        Binding("backspace", "rub", show=False, id="price.rub"),
    ]

    def __init__(
        self,
        good: ProductView,
        payback: Callable[[int], Payback],
        bounds: tuple[int, int],
        money: Money | None = None,
    ) -> None:
        """`payback` tells what a price would pay back to earlier buyers; `bounds` are the lowest
        and the highest price in fen; `money` is what it is read in, if not in RMB."""
        super().__init__()
        self._low, self._high = bounds
        self._typed = Typed(money=True)
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
            Span(f" RMB {self._typed.text or figures.price(self.fen)} ", "cursor", ("set", "")),
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
        comes = [part for text, ink in self._told() for part in flow(text, width, ink)]
        comes += [()] * (ROOM - len(comes))
        return [
            (),
            centre(big, width),
            centre(line(Span(self._money.told(self.fen), "gold")), width) if self._money else (),
            apart(usual, now, width),
            self._range(width),
            tuple(costs),
            (),
            *comes,
            *(centre(line(Span(keyed(self, key), "dim")), width) for key in self._hints()),
        ]

    def _hints(self) -> list[str]:
        return ["studio.price.hint", *(["limits.money_hint"] if self._money else [])]

    @property
    def _allowed(self) -> bool:
        return self._low <= self.fen <= self._high

    def _range(self, width: int) -> Line:
        words = {"low": figures.price(self._low), "high": figures.price(self._high)}
        return line(
            Span(clip(t("studio.price.range", **words), width), "dim" if self._allowed else "warn")
        )

    def _told(self) -> list[tuple[str, str]]:
        """What comes of the price: what earlier buyers get back, who looks again; with inks."""
        if not self._allowed:
            grows = self._typed.text and self.fen < self._low  # it may have more digits to come
            return [] if grows else [(t("studio.price.outside"), "bad")]
        if self.fen == self._good.price:
            return [(t("studio.price.same"), "note")]
        if self.fen > self._good.price:
            return [(t("studio.price.higher"), "note")]
        back = self._payback(self.fen)
        told = [(scorewords.paid_back(back), "warn" if back.total else "note")]
        return [*told, (scorewords.look_again(back), "note")]

    def action_nudge(self, steps: int) -> None:
        """Some steps up or down."""
        step = price_step(self.fen, self._good.usual, steps)
        self._go(max(self._low, min(self._high, step)))

    def _go(self, fen: int) -> None:
        """Another price, whatever has been typed."""
        self._typed = Typed(money=True)
        self.fen = fen
        self.redraw()

    def on_key(self, event: Key) -> None:
        """Digits, and the dot of a price."""
        if self._typed.put(event.character):
            event.stop()
            self._read()

    def action_rub(self) -> None:
        """Take back a letter; with none left the price is the present one."""
        self._typed.rub()
        self._read()

    def _read(self) -> None:
        number = self._typed.value
        self.fen = self._good.price if number is None else number
        self.redraw()

    def action_below(self, way: int) -> None:
        """To the next price just below a round sum of its money, if it is read in one."""
        if self._money:
            self._go(self._money.below(self.fen, way))

    def action_usual(self) -> None:
        """Back to the usual price."""
        self._go(self._good.usual)

    def action_set(self) -> None:
        """Take this price, if it may be asked for."""
        if self._allowed:
            self.leave(self.fen)

    def on_panel_hit(self, hit: Panel.Hit) -> None:
        """Clicks on the arrows and on the price."""
        if hit.verb == "nudge":
            self.action_nudge(int(hit.what))
        elif hit.verb == "set":
            self.action_set()
