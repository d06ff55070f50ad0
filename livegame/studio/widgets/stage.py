"""On stage: the product in hand, how much it is wanted, its price and its link."""

from typing import ClassVar

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs.tonight import on_table
from livegame.studio import marks
from livegame.studio.ahead import terms, terms_short
from livegame.studio.art import picture
from livegame.studio.lines import Line, Span, asks, bar, beside, fit, line, rule
from livegame.studio.pixels import render
from livegame.studio.widgets.window import Window

ART = 12
FULL = 4  # rows below the head from which there is a picture beside the figures

MANY = 7  # rows of facts from which what waits in carts has a line of its own


class Stage(Window):
    """Pixel art at the left, figures at the right."""

    SEES: ClassVar[tuple[str, ...] | None] = ("chosen",)

    def draw(self, width: int, height: int) -> list[Line]:
        """More figures where there is more height."""
        good = self.show.good
        if good is None:
            return [rule(t("studio.head.stage"), width)]
        on_air = good.id == self.show.view.product and bool(self.show.view.pitch)
        title = f"{t('studio.head.stage' if on_air else 'studio.head.ready')}: {good.name}"
        head = rule(title, width, note=line(Span(good.name_zh, "dim")))
        if height - 1 < FULL:
            return [head, *self._brief(good, width - 1)[: height - 1]]
        times = 2 if height - 1 >= 8 and width >= 52 else 1
        colour = not self.app.no_color
        light = not self.app.current_theme.dark
        art = render(picture(self.show.library, good.id, times, light=light), colour=colour)
        room = width - ART * times - 2
        facts = self._facts(good, room, height - 1)[: height - 1]
        return [head, *([(*a,) for a in beside(art, facts, ART * times, 2)])]

    def _brief(self, good: ProductView, width: int) -> list[Line]:
        """Between many goods and many pitches: no picture, two levels to a row."""
        if not on_table(good):
            return [line(Span(t("studio.stage.absent"), "dim", why=f"link:{good.id}"))]
        size = max(3, (width - 2) // 2 - 14)
        desire = (_name("desire"), *bar(good.desire, size), _level(good.desire, "bold"))
        warn = "warn" if good.doubt > 400 else "dim"
        doubt = (_name("doubt"), *bar(good.doubt, size, "warn"), _level(good.doubt, warn))
        levels = (*asks(desire, f"desire:{good.id}"), Span("  "), *asks(doubt, f"doubt:{good.id}"))
        price = self._terms(good, width) if terms(good) else self._price(good, width)
        return [levels, asks(price, f"price:{good.id}"),
                asks(self._link(good, width), f"link:{good.id}")]  # fmt: skip

    def _facts(self, good: ProductView, width: int, height: int) -> list[Line]:
        if not on_table(good):
            return [line(Span(t("studio.stage.absent"), "dim", why=f"link:{good.id}"))]
        asking = self.show.view.questions if good.id == self.show.view.product else 0
        long = width >= 30
        size = max(4, width - 17)
        doubt = (
            t("studio.stage.asking", number=figures.short(asking))
            if asking and long
            else figures.percent(good.doubt)
        )
        # Carts have a line of their own below, or else stand beside the link: never both.
        below = bool(good.reserved) and height >= MANY + bool(terms(good))
        lines = [
            asks(
                line(
                    _name("desire"),
                    *bar(good.desire, size),
                    _level(good.desire, "bold"),
                ),
                f"desire:{good.id}",
            ),
            asks(
                line(
                    _name("doubt"),
                    *bar(good.doubt, size, "warn"),
                    Span(" " + doubt, "warn" if good.doubt > 400 else "dim"),
                ),
                f"doubt:{good.id}",
            ),
            asks(self._price(good, width), f"price:{good.id}"),
            asks(self._link(good, width, carts=not below), f"link:{good.id}"),
        ]
        if told := terms(good):
            if height > len(lines):
                lines.append(line(Span(told, "gold", why=f"price:{good.id}")))
            else:
                lines[2] = asks(self._terms(good, width), f"price:{good.id}")
        share = figures.tenths(good.appeal)
        lines.append(
            line(
                Span(
                    t(
                        "studio.stage.buys" if good.open else "studio.stage.buys_shut",
                        percent=share,
                    ),
                    "dim",
                    why=f"appeal:{good.id}",
                )
            )
        )
        sold = t("studio.stage.sold", packs=figures.count(good.sold))
        pace = t("studio.stage.minute", packs=figures.count(good.rate))
        lines.append(
            line(
                Span(f"{sold}, ", "dim", why=f"sold:{good.id}"),
                Span(pace, "dim", why=f"minute:{good.id}"),
            )
        )
        if good.reserved and below:
            unpaid = t("studio.stage.unpaid", packs=figures.count(good.reserved))
            lines.append(line(Span(unpaid, why=f"unpaid:{good.id}")))
        if good.turned_away:
            turned = t("studio.stage.turned", packs=figures.count(good.turned_away))
            lines.append(line(Span(turned, "bad", why=f"turned:{good.id}")))
        return lines

    @staticmethod
    def _terms(good: ProductView, width: int) -> Line:
        """The price, and what is asked down for it."""
        price = t("studio.stage.price", price=figures.price(good.price)) + " "
        return line(Span(price, "gold"), Span(terms_short(good, width - len(price)), "bold"))

    def _price(self, good: ProductView, width: int) -> Line:
        """Price, against the usual one, and what a pack leaves: as much of it as fits."""
        price = t("studio.stage.price", price=figures.price(good.price))
        off = round(1000 * (good.price - good.usual) / max(1, good.usual))
        sign = marks.DOWN if off <= -5 else marks.UP if off >= 5 else "="
        if abs(off) < 5:
            against = [t("studio.stage.level"), t("studio.stage.level_short")]
        else:
            key = "below" if off < 0 else "above"
            change = figures.percent(abs(off))
            against = [t(f"studio.stage.{key}", percent=change), change]
        margin = good.price - good.cost
        leaves = [
            t("studio.stage.leaves", money=figures.price(margin)),
            t("studio.stage.leaves", money=figures.nearest_yuan(margin)),
        ]
        tails = [f"{sign} {known}, {left}" for known in against for left in leaves] + [
            f"{sign} {against[-1]}"
        ]
        tail = next((x for x in tails if len(price) + 1 + len(x) <= width), tails[-1])
        return line(Span(price, "gold"), Span(f" {tail}", "dim"))

    def _link(self, good: ProductView, width: int, *, carts: bool = True) -> Line:
        """The link, and what waits unpaid in carts, unless that is told elsewhere."""
        sign = marks.link(good.open, good.shelf)
        told = carts and good.reserved
        waits = t("studio.stage.carts", packs=figures.short(good.reserved)) if told else ""
        if sign == marks.GONE:
            gone = self.show.gone.get(good.id)
            head = f" {t('studio.stage.gone')} "
            time = t("studio.stage.gone_in", time=figures.seconds(gone.seconds)) if gone else ""
            tails = [" ".join(x for x in (time, waits) if x), waits, time, ""]
            tail = next(x for x in tails if len(head) + 1 + len(x) <= width)
            return line(Span(head, "live"), Span(" " + tail, "bold"))
        key = "open" if sign == marks.OPEN else "shut"
        ink = "good" if sign == marks.OPEN else "dim"
        words = [t(f"studio.stage.{key}", packs=figures.count(good.shelf))]
        if waits:
            brief = t(f"studio.stage.{key}_brief", packs=figures.short(good.shelf))
            words = [f"{words[0]}, {waits}", f"{brief}, {waits}", *words]
        text = next((x for x in words if len(x) + 2 <= width), words[-1])
        return line(Span(f"{sign} ", ink), Span(text, "" if good.open else "dim"))


def _level(permille: int, ink: str) -> Span:
    return Span(" " + fit(figures.percent(permille), 5, ">"), ink)


def _name(key: str) -> Span:
    return Span(fit(t(f"studio.stage.{key}"), 7) + " ", "dim")
