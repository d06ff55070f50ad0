"""The curtain after a rehearsal: what was sold, why, and the way to the real night."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs.rehearsal import Rehearsal
from livegame.studio import cited, marks
from livegame.studio.bigdigits import big
from livegame.studio.lines import Line, Span, aim, centre, line, pad, tint
from livegame.studio.screens.sheet import Sheet
from livegame.studio.show import Show
from livegame.studio.widgets.panel import Panel
from livegame.studio.wrap import flow

CHOICES = ("night", "title")


class Curtain(Sheet[bool]):
    """Takings in big digits and two ways to go: True for the real night."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left,down,right,tab", "move", show=False, id="curtain.move"),
        Binding("enter,space", "take", show=False, id="curtain.take"),
        Binding("1", "pick(0)", show=False, id="curtain.night"),
        Binding("2", "pick(1)", show=False, id="curtain.title"),
    ]
    WIDTH = 64

    def __init__(self, show: Show, about: Rehearsal, sold: ProductView | None) -> None:
        """`sold` is the good of the first sale as it was just before."""
        super().__init__()
        self._show = show
        self._rehearsal = about
        self._sold = sold
        self.at = 0

    def heading(self) -> str:
        """Well done."""
        return t("rehearsal.curtain.heading")

    def write(self, width: int) -> list[Line]:
        """Takings, what sold and why, what is on record, where to go."""
        view = self._show.view
        lines: list[Line] = [
            centre((Span(row, "big"),), width) for row in big(figures.count(view.sales // 100))
        ]
        lines += [centre(line(Span(t("rehearsal.curtain.taken"), "dim")), width), ()]
        lines += [part for good in view.products for part in self._good(good, width)]
        lines += [*self._why(width), ()]
        for block in cited.facts(self._show.library, self._rehearsal.facts, width):
            lines += block
        return [*lines, (), *(self._choice(at, width) for at in range(len(CHOICES)))]

    def _good(self, good: ProductView, width: int) -> list[Line]:
        """As the shelf counts it: what was ordered and never paid for is not sold."""
        if not good.sold:
            return []
        told = t("rehearsal.curtain.sold", packs=figures.count(good.sold), name=good.short)
        if good.pack != good.short:
            told += t("rehearsal.curtain.pack", pack=good.pack)
        if good.reserved:
            told += t("rehearsal.curtain.unpaid", packs=figures.count(good.reserved))
        for lot in self._show.lots:
            if lot.product == good.id:
                words = {"packs": figures.count(lot.packs), "time": figures.seconds(lot.seconds)}
                told += t("rehearsal.curtain.gone", **words)
        return flow(told, width, "bold")

    def _why(self, width: int) -> list[Line]:
        good = self._sold
        if good is None:
            return []
        key = "wanted" if good.desire >= 200 else "cold"
        told = t(f"rehearsal.curtain.{key}", name=good.short, percent=figures.percent(good.desire))
        return flow(told, width, "note")

    def _choice(self, at: int, width: int) -> Line:
        name = CHOICES[at]
        scene = self._show.library.scenarios.get(self._rehearsal.after)
        words = t(f"rehearsal.curtain.{name}", night=scene.title if scene else "")
        sign = marks.HERE if at == self.at else str(at + 1)
        row = pad(line(Span(f" {sign} ", "key"), Span(words, "bold")), width)
        return aim(tint(row, "cursor") if at == self.at else row, ("choice", str(at)))

    def action_move(self) -> None:
        """The other way."""
        self.at = 1 - self.at
        self.redraw()

    def action_pick(self, at: int) -> None:
        """A way by its number."""
        self.leave(at == 0)

    def action_take(self) -> None:
        """The way under the cursor."""
        self.leave(self.at == 0)

    def on_panel_hit(self, hit: Panel.Hit) -> None:
        """A click on a way."""
        if hit.verb == "choice":
            self.leave(hit.what == "0")
