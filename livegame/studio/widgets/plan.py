"""The table of the plan: prices, stock, lots, links, and the advertising below."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from livegame.catalog import figures
from livegame.catalog.models import Product
from livegame.catalog.texts import t
from livegame.studio import marks
from livegame.studio.draft import COLUMNS, Draft, Row
from livegame.studio.lines import Line, Span, fit, line, rule
from livegame.studio.widgets.panel import Panel

SIZES = {"price": 12, "stock": 9, "lot": 9, "link": 8}


class PlanTable(Panel, can_focus=True, inherit_bindings=False):
    """Cells under a cursor; - and + change the one that it is on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(0,-1)", show=False, id="plan.up"),
        Binding("down", "move(0,1)", show=False, id="plan.down"),
        Binding("left", "move(-1,0)", show=False, id="plan.left"),
        Binding("right", "move(1,0)", show=False, id="plan.right"),
        Binding(
            "minus,less_than_sign",
            "change(-1)",
            t("green.key.less"),
            key_display="-",
            id="plan.less",
        ),
        Binding(
            "plus,equals_sign,greater_than_sign",
            "change(1)",
            t("green.key.more"),
            key_display="+",
            id="plan.more",
        ),
        Binding("enter,space", "switch", show=False, id="plan.toggle"),
        Binding("e", "exact('')", t("green.key.exact"), id="plan.exact"),
        *(
            Binding(str(digit), f"exact('{digit}')", show=False, id=f"plan.digit_{digit}")
            for digit in range(10)
        ),
    ]

    class Moved(Message):
        """The cursor is on another cell."""

    class Changed(Message):
        """A step up or down was asked for in the cell under the cursor."""

        def __init__(self, way: int) -> None:
            super().__init__()
            self.way = way

    class Typed(Message):
        """A number is typed into the cell under the cursor, beginning with this digit, "" for none
        yet."""

        def __init__(self, digit: str = "") -> None:
            super().__init__()
            self.digit = digit

    class Done(Message):
        """Enter on a cell that has nothing to switch: the plan stands."""

    def __init__(self) -> None:
        super().__init__(id="plan")
        self.draft = Draft(())
        self.goods: Sequence[Product] = ()
        self.budget = 0
        self.at = (0, 0)

    @property
    def column(self) -> str:
        """The column of the cursor."""
        return COLUMNS[self.at[1]]

    def show(self, draft: Draft, goods: Sequence[Product], budget: int) -> None:
        """Another draft."""
        self.draft, self.goods, self.budget = draft, goods, budget
        self.at = (min(self.at[0], len(goods)), self.at[1])
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """Column heads in the rule, a row for each good, one for the advertising."""
        name = width - 2 - sum(SIZES.values())
        heads = "".join(fit(t(f"green.plan.{key}"), size, ">") for key, size in SIZES.items())
        lines: list[Line] = [line(*rule(t("green.plan.title"), name + 2), Span(heads, "dim"))]
        for at, (row, good) in enumerate(zip(self.draft.rows, self.goods, strict=True)):
            cells = [self._cell(at, n, _words(row, good, key)) for n, key in enumerate(COLUMNS)]
            label = good.name if len(good.name) <= name else good.short
            lines.append(line(Span("  "), Span(fit(label, name), "bold"), *cells))
        return [*lines, self._advert(name)]

    def _cell(self, at: int, column: int, words: str) -> Span:
        here = self.at == (at, column)
        ink = ("cursor" if self.has_focus else "spot") if here else ("gold" if column == 0 else "")
        text = fit(words, SIZES[COLUMNS[column]], ">")
        if here:
            text = marks.HERE + text[1:] if text.startswith(" ") else text
        return Span(text, ink, ("cell", f"{at} {column}"), f"cell:{at}:{column}")

    def _advert(self, name: int) -> Line:
        here = self.at[0] == len(self.goods)
        ink = ("cursor" if self.has_focus else "spot") if here else "gold"
        left = t("green.plan.left", money=figures.yuan(self.budget - self.draft.advert))
        return line(
            Span("  " + fit(t("green.plan.advert"), name), "bold"),
            Span(
                fit(figures.yuan(self.draft.advert), SIZES["price"], ">"),
                ink,
                ("cell", f"{len(self.goods)} 0"),
                f"cell:{len(self.goods)}:0",
            ),
            Span("  "),
            Span(left, "dim", why="left"),
        )

    def action_move(self, right: int, down: int) -> None:
        """To another cell."""
        row = max(0, min(len(self.goods), self.at[0] + down))
        column = max(0, min(len(COLUMNS) - 1, self.at[1] + right))
        self._go(row, column)

    def _go(self, row: int, column: int) -> None:
        self.at = (row, 0 if row == len(self.goods) else column)
        self.redraw()
        self.post_message(self.Moved())

    def action_change(self, way: int) -> None:
        """A step up or down in this cell."""
        self.post_message(self.Changed(way))

    def action_switch(self) -> None:
        """Switch a link; anywhere else the plan stands."""
        switch = self.column == "link" and self.at[0] < len(self.goods)
        self.post_message(self.Changed(1) if switch else self.Done())

    @property
    def numeric(self) -> bool:
        """Whether the cell under the cursor holds a number."""
        return self.column != "link" or self.at[0] == len(self.goods)

    def action_exact(self, digit: str) -> None:
        """Type the number of this cell."""
        if self.numeric:
            self.post_message(self.Typed(digit))

    def on_panel_hit(self, hit: Panel.Hit) -> None:
        """A click puts the cursor on a cell; on a link it switches it, a second one on a number
        asks for another."""
        if hit.verb == "cell":
            hit.stop()
            row, column = map(int, hit.what.split())
            again = self.has_focus and self.at == (row, column)
            self.focus()
            self._go(row, column)
            if column == COLUMNS.index("link"):
                self.action_change(1)
            elif again:
                self.action_exact("")

    def watch_has_focus(self, value: bool) -> None:
        """The cursor looks awake or asleep."""
        super().watch_has_focus(value)
        self.redraw()


def _words(row: Row, good: Product, column: str) -> str:
    if column == "price":
        off = round(100 * (row.price - good.usual_fen) / good.usual_fen)
        return figures.price(row.price) + (f" {off:+}%" if off else "")
    if column == "link":
        return (
            f"{marks.OPEN} {t('green.plan.open')}"
            if row.open
            else f"{marks.SHUT} {t('green.plan.shut')}"
        )
    return figures.count(row.stock if column == "stock" else row.lot)
