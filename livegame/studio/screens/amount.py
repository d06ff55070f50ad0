"""The sheet in which an exact number is typed: a price, packs, what advertising costs."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key

from livegame.catalog import figures
from livegame.catalog.models import Product
from livegame.catalog.texts import t
from livegame.studio.draft import Draft
from livegame.studio.keynames import keyed
from livegame.studio.lines import Line, Span, centre, line
from livegame.studio.ports import Playable
from livegame.studio.screens.sheet import Sheet, SheetPanel
from livegame.studio.typed import Typed
from livegame.studio.wrap import flow

NOTES = 2  # lines for what stands in the way


def sheet_for(
    draft: Draft, at: int, column: str, goods: Sequence[Product], rehearsal: Playable, digit: str
) -> "AmountSheet":
    """The sheet for a cell of the plan.

    Args:
        draft: the plan. at: its row, the last one being the advertising; column: price, stock or
            lot. goods: those of the rows. rehearsal: a run whose rules a plan is held against.
        digit: what was typed already, "" for nothing.
    """
    advert = at >= len(goods)
    title = t("green.amount.advert")
    bounds = (0, rehearsal.view.budget)
    if not advert:
        good = goods[at]
        title = t(f"green.amount.{column}", name=good.name)
        bounds = {
            "price": rehearsal.price_range(good.id),
            "stock": (0, good.stock_max),
            "lot": (0, draft.rows[at].stock),
        }[column]
    return AmountSheet(
        title,
        bounds,
        money=advert or column == "price",
        first=digit,
        against=lambda number: rehearsal.why_not(draft.put(at, column, number).plan()),
    )


class AmountSheet(Sheet[int]):
    """Digits are the number; Enter takes it if it lies in the range that is told."""

    WIDTH = 46
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", show=False, id="amount.take"),
        Binding("backspace", "rub", show=False, id="amount.rub"),
    ]

    def __init__(
        self,
        title: str,
        bounds: tuple[int, int],
        *,
        money: bool,
        first: str = "",
        against: Callable[[int], str] | None = None,
    ) -> None:
        """`bounds`: the least and the most, money in fen. `first`: a letter that was typed already.
        `against`: a reason against a number, "" for none."""
        super().__init__()
        self._title = title
        self._low, self._high = bounds
        self._money = money
        self._against = against or (lambda _: "")
        self._typed = Typed(money=money)
        self._typed.put(first)
        self._tried = False

    def heading(self) -> str:
        """What the number is of."""
        return self._title

    def _shown(self, number: int) -> str:
        return figures.price(number) if self._money else figures.count(number)

    @property
    def _outside(self) -> bool:
        number = self._typed.value
        return number is not None and not self._low <= number <= self._high

    def _range(self) -> str:
        words = {"low": self._shown(self._low), "high": self._shown(self._high)}
        return t("green.amount.money" if self._money else "green.amount.packs", **words)

    def why_not(self) -> str:
        """What the rules have against the number; "" for nothing, or if none has been typed."""
        number = self._typed.value
        return "" if number is None or self._outside else self._against(number)

    def write(self, width: int) -> list[Line]:
        """The number so far, the range, what stands in its way, the keys.

        A number that is still too small may grow: that is said only once it is to be taken.
        """
        unit = t("green.amount.rmb") if self._money else ""
        number = self._typed.value or 0
        wrong = self._outside and (self._tried or number > self._high)
        bounds = t("green.amount.only", range=self._range()) if wrong else self._range()
        against = flow(self.why_not(), width, "bad")[:NOTES]
        return [
            (),
            centre(line(Span(unit), Span(self._typed.text, "bold"), Span(" ", "cursor")), width),
            (),
            centre(line(Span(bounds, "bad" if wrong else "dim")), width),
            *against,
            *[()] * (NOTES - len(against)),
            centre(line(Span(keyed(self, "green.amount.hint"), "dim")), width),
        ]

    def on_key(self, event: Key) -> None:
        """Digits, and the dot of a price."""
        if self.put(event.character):
            event.stop()

    def put(self, letter: str | None) -> bool:
        """Add a letter if a number can go on with it; says whether it did."""
        taken = self._typed.put(letter)
        self._tried = False
        for panel in self.query(SheetPanel):  # there is none before the sheet stands
            panel.redraw()
        return taken

    def action_rub(self) -> None:
        """Take back a letter."""
        self._typed.rub()
        self._tried = False
        self.redraw()

    def action_take(self) -> None:
        """The number stands, if it can; with nothing typed all stays as it is."""
        if self._outside or self.why_not():
            self._tried = True
            self.redraw()
        else:
            self.leave(self._typed.value)
