"""The shelf: every good with what is on its link, held back and sold, and its price."""

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs.tonight import on_table
from livegame.studio import marks
from livegame.studio.lines import Line, Span, aim, asks, bar, fit, line, rule
from livegame.studio.widgets.window import Window

NARROW = (("sold", 7), ("link", 7), ("held", 7), ("price", 7))
WIDE = (
    ("sold", 9), ("unpaid", 8), ("minute", 7), ("link", 8), ("held", 8),
    ("price", 9), ("margin", 9), ("sales", 12),
)  # fmt: skip
MIDDLE = (("sold", 8), ("unpaid", 8), ("link", 8), ("held", 8), ("price", 8), ("margin", 8))

Columns = tuple[tuple[str, int], ...]


class Shelf(Window):
    """One row a good; a click puts the hands on it."""

    SEES: ClassVar[tuple[str, ...] | None] = ("chosen",)

    def draw(self, width: int, height: int) -> list[Line]:
        """Column heads stand in the rule itself."""
        columns: Columns = WIDE if width >= 84 else MIDDLE if width >= 62 else NARROW
        columns = self._widened(columns, width - 4)
        name = width - 4 - sum(size for _, size in columns)
        desire = 14 if name >= 32 else 0
        heads = "".join(fit(t(f"studio.shelf.{key}"), size, ">") for key, size in columns)
        bars = fit(t("studio.shelf.desire"), desire) if desire else ""
        title = rule(t("studio.head.shelf"), 4 + name - desire)
        called = self._names(name - desire)
        goods = self.show.view.products
        at = next((n for n, good in enumerate(goods) if good.id == self.show.chosen), 0)
        top = max(0, min(at - height + 2, len(goods) - height + 1))
        return [
            line(*title, Span(bars, "dim"), Span(heads, "dim")),
            *(
                self._row(good, columns, name, desire, called)
                for good in goods[top : top + height - 1]
            ),
        ]

    def _widened(self, columns: Columns, width: int) -> Columns:
        """A count is told in full beside the others, where short names leave room for it."""
        goods = [good for good in self.show.view.products if on_table(good)]
        names = max((cell_len(self.show.called(good.id)) for good in goods), default=0)
        spare = width - sum(size for _, size in columns) - names
        found: list[tuple[str, int]] = []
        for key, size in columns:
            most = max((_count(good, key) for good in goods), default=0)
            more = len(figures.count(most)) + 1 - size
            wide = 0 < more <= spare
            spare -= more if wide else 0
            found.append((key, size + more if wide else size))
        return tuple(found)

    def _row(
        self,
        good: ProductView,
        columns: Columns,
        name: int,
        desire: int,
        called: Callable[[ProductView], str],
    ) -> Line:
        here = good.id == self.show.chosen
        here_tonight = on_table(good)
        sign = marks.link(good.open, good.shelf) if here_tonight else marks.ABSENT
        sign_ink = {marks.OPEN: "good", marks.GONE: "bad"}.get(sign, "dim")
        row = [
            Span(marks.HERE if here else " ", "gold"),
            Span(sign, sign_ink),
            Span(marks.WISHED if good.id == self.show.view.fancy else " ", "gold"),
            Span(fit(called(good), name + 1 - desire), "bold" if here else ""),
        ]
        if not here_tonight:
            room = desire + sum(size for _, size in columns)
            told = fit(t("studio.shelf.absent"), room, ">")
            row.append(Span(told, "dim", why=f"link:{good.id}"))
            return aim(tuple(row), ("product", good.id))
        if desire:
            row += [*asks(bar(good.desire, desire - 2), f"desire:{good.id}"), Span("  ")]
        for key, size in columns:
            value = _value(good, key, size - 1)
            why = f"{key}:{good.id}"
            row += [Span(fit("", size - len(value))), Span(value, _ink(good, key), why=why)]
        return aim(tuple(row), ("product", good.id))

    def _names(self, width: int) -> Callable[[ProductView], str]:
        """How goods are called on this shelf: the fullest way in which all of them fit, so that
        none stands among the others as if it were of another kind."""
        goods = self.show.view.products
        ways: list[Callable[[ProductView], str]] = [
            lambda good: f"{good.name} {good.name_zh}",
            lambda good: good.name,
        ]
        short = lambda good: self.show.called(good.id)  # noqa: E731
        fits = (way for way in ways if all(cell_len(way(good)) <= width for good in goods))
        return next(fits, short)


def _value(good: ProductView, key: str, width: int) -> str:
    """A figure in at most `width` cells, so that it never touches its neighbour."""
    if key == "price":
        return figures.price_within(good.price, width)
    if key == "margin":
        return figures.price_within(good.price - good.cost, width)
    if key == "sales":
        return figures.within(good.sales // 100, width)
    if key == "minute":
        return f"+{figures.short(good.rate)}" if good.rate else "-"
    if key == "unpaid":
        return figures.within(good.reserved, width) if good.reserved else "-"
    return figures.within(_count(good, key), width)


def _count(good: ProductView, key: str) -> int:
    """What a column of plain counts tells of a good; 0 of the others."""
    return {"sold": good.sold, "link": good.shelf, "held": good.held}.get(key, 0)


def _ink(good: ProductView, key: str) -> str:
    if key == "link":
        return "" if good.open and good.shelf else "dim"
    return {
        "held": "dim",
        "unpaid": "dim",
        "margin": "dim",
        "price": "gold",
        "minute": "good" if good.rate else "dim",
    }.get(key, "")
