"""The order stream: what was bought, newest at the bottom."""

from typing import ClassVar

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span, asks, fit, line, rule
from livegame.studio.telling import Sale
from livegame.studio.widgets.window import Window


class Orders(Window):
    """One line for each good and tick; the bar shows how large the order wave was."""

    SEES: ClassVar[tuple[str, ...] | None] = ("ordered",)

    def draw(self, width: int, height: int) -> list[Line]:
        """The newest sales that fit."""
        room = max(0, height - 1)
        sales = list(self.show.stream)[-room:] if room else []
        most = max((sale.packs for sale in sales), default=1)
        rate = figures.count(sum(good.rate for good in self.show.view.products))
        note = line(Span(t("studio.head.rate", number=rate), "dim", why="orders"))
        return [
            rule(t("studio.head.orders"), width, note=note),
            *(self._row(sale, most, width) for sale in sales),
        ]

    def _row(self, sale: Sale, most: int, width: int) -> Line:
        time = figures.clock(self.show.session.scenario.starts, sale.clock)[3:]
        wave = max(1, (width - 33) * sale.packs // max(1, most)) if width > 40 else 0
        row = line(
            Span(f"{time} ", "dim"),
            Span(fit(f"+{figures.count(sale.packs)}", 7, ">"), "good"),
            Span(" " + fit(self.show.short(sale.product), 10)),
            Span(fit(figures.short(sale.fen // 100), 6, ">"), "gold"),
        )
        return line(
            " ",
            *asks(row, f"sale:{sale.clock}:{sale.product}"),
            " ",
            Span("▪" * min(wave, max(0, width - 33)), "curve"),
        )
