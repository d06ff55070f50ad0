"""The sheet that releases held stock onto the link."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs import scorewords
from livegame.runs.freshlot import FreshLot
from livegame.studio import marks
from livegame.studio.keynames import keyed, names
from livegame.studio.lines import Line, Span, aim, apart, centre, fit, line, pad, tint
from livegame.studio.screens.sheet import Sheet
from livegame.studio.widgets.panel import Panel
from livegame.studio.wrap import flow

AMOUNTS = (100, 500, 1000, 3000)


def amounts(held: int) -> list[int]:
    """The lots on offer: round ones that are there, and all of it."""
    return [*(packs for packs in AMOUNTS if packs < held), *([held] if held else [])]


class StockSheet(Sheet[int]):
    """A few round lots to choose from.

    Attributes:
        numbered: the lot was chosen by its number, which releases at once.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "move(-1)", show=False, id="stock.up"),
        Binding("down,right", "move(1)", show=False, id="stock.down"),
        Binding("enter,s", "take", show=False, id="stock.take"),
        *(
            Binding(str(n + 1), f"pick({n})", show=False, id=f"stock.{n + 1}")
            for n in range(len(AMOUNTS) + 1)
        ),
    ]

    def __init__(self, good: ProductView, again: Callable[[int], FreshLot]) -> None:
        """`again` tells who would look again at so many packs."""
        super().__init__()
        self._good, self._again = good, again
        self._amounts = amounts(good.held)
        self.at = min(1, max(0, len(self._amounts) - 1))
        self.numbered = False

    def heading(self) -> str:
        """What is released."""
        return t("studio.stock.title", name=self._good.name)

    def write(self, width: int) -> list[Line]:
        """What is there, then the lots."""
        good = self._good
        shelf = line(
            Span(t("studio.stock.shelf"), "dim"), Span(f" {figures.count(good.shelf)}", "bold")
        )
        held = line(
            Span(t("studio.stock.held"), "dim"), Span(f" {figures.count(good.held)}", "bold")
        )
        lines: list[Line] = [apart(held, shelf, width), ()]
        lines += [self._lot(at, packs, width) for at, packs in enumerate(self._amounts)]
        key = "hint" if self._amounts else "hint_none"
        hint = centre(line(Span(keyed(self, f"studio.stock.{key}"), "dim")), width)
        if not self._amounts:
            return [*lines, line(Span(t("studio.stock.none"), "bold")), (), hint]
        large = bool(self._amounts) and self._amounts[self.at] * 2 > good.held + good.shelf
        advice = flow(t("studio.stock.large" if large else "studio.stock.small"), width, "note")
        looks = self._again(self._amounts[self.at])
        told = flow(scorewords.look_again(looks), width, "note") if looks.passed else []
        return [*lines, (), *told, *advice, hint]

    def _lot(self, at: int, packs: int, width: int) -> Line:
        text = t("studio.stock.packs", packs=figures.count(packs))
        whole = packs == self._good.held
        here = marks.HERE if at == self.at else " "
        spans = line(
            Span(f"{here}{fit(names(self).name(f'stock.{at + 1}'), 2)} ", "key"),
            Span(f"{text:<18}", "bold"),
            Span(t("studio.stock.all") if whole else "", "dim"),
        )
        row = pad(spans, width)
        return aim(tint(row, "cursor") if at == self.at else row, ("lot", str(at)))

    def action_move(self, step: int) -> None:
        """Another lot."""
        self.at = max(0, min(len(self._amounts) - 1, self.at + step))
        self.redraw()

    def action_pick(self, at: int) -> None:
        """A lot by its number."""
        if at < len(self._amounts):
            self.numbered = True
            self.leave(self._amounts[at])

    def action_take(self) -> None:
        """The lot under the cursor."""
        self.leave(self._amounts[self.at] if self._amounts else None)

    def on_panel_hit(self, hit: Panel.Hit) -> None:
        """A click on a lot."""
        if hit.verb == "lot":
            self.leave(self._amounts[int(hit.what)])
