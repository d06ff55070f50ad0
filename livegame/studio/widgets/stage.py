"""On stage: the product in hand, how much it is wanted, its price and its link."""

from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.studio import figures, marks
from livegame.studio.art import picture
from livegame.studio.lines import Line, Span, bar, beside, fit, line, rule
from livegame.studio.pixels import render
from livegame.studio.widgets.window import Window

ART = 12


class Stage(Window):
    """Pixel art at the left, figures at the right."""

    def draw(self, width: int, height: int) -> list[Line]:
        """More figures where there is more height."""
        good = self.show.good
        if good is None:
            return [rule(t("studio.head.stage"), width)]
        on_air = good.id == self.show.view.product and bool(self.show.view.pitch)
        title = f"{t('studio.head.stage' if on_air else 'studio.head.ready')}: {good.name}"
        head = rule(title, width, note=line(Span(good.name_zh, "dim")))
        times = 2 if height - 1 >= 8 and width >= 52 else 1
        colour = not self.app.no_color
        art = render(picture(self.show.library, good.id, times), colour=colour)
        room = width - ART * times - 2
        facts = self._facts(good, room)[: height - 1]
        return [head, *([(*a,) for a in beside(art, facts, ART * times, 2)])]

    def _facts(self, good: ProductView, width: int) -> list[Line]:
        asking = self.show.view.questions if good.id == self.show.view.product else 0
        long = width >= 30
        size = max(4, width - 17)
        doubt = (
            t("studio.stage.asking", number=figures.short(asking))
            if asking and long
            else figures.percent(good.doubt)
        )
        lines = [
            line(
                _name("desire"),
                *bar(good.desire, size),
                Span(" " + fit(figures.percent(good.desire), 5, ">"), "bold"),
            ),
            line(
                _name("doubt"),
                *bar(good.doubt, size, "warn"),
                Span(" " + doubt, "warn" if good.doubt > 400 else "dim"),
            ),
            self._price(good, width),
            self._link(good, width),
        ]
        share = figures.tenths(good.appeal)
        lines.append(
            line(
                Span(
                    t(
                        "studio.stage.buys" if good.open else "studio.stage.buys_shut",
                        percent=share,
                    ),
                    "dim",
                )
            )
        )
        sold = t("studio.stage.sold", packs=figures.count(good.sold))
        pace = t("studio.stage.minute", packs=figures.count(good.rate))
        lines.append(line(Span(f"{sold}, {pace}", "dim")))
        if good.turned_away:
            lines.append(
                line(Span(t("studio.stage.turned", packs=figures.count(good.turned_away)), "bad"))
            )
        return lines

    def _price(self, good: ProductView, width: int) -> Line:
        price = t("studio.stage.price", price=figures.price(good.price))
        off = 1000 * (good.price - good.usual) // max(1, good.usual)
        if abs(off) < 5:
            against = t("studio.stage.level")
        else:
            key = "below" if off < 0 else "above"
            against = t(f"studio.stage.{key}", percent=figures.percent(abs(off)))
        if width < 30:
            against = t("studio.stage.usual", price=figures.price(good.usual))
        sign = marks.DOWN if off <= -5 else marks.UP if off >= 5 else "="
        return line(Span(price, "gold"), Span(f"  {sign} {against}", "dim"))

    def _link(self, good: ProductView, width: int) -> Line:
        sign = marks.link(good.open, good.shelf)
        packs = figures.count(good.shelf)
        if sign == marks.GONE:
            gone = self.show.gone.get(good.id)
            spans = [Span(f" {t('studio.stage.gone')} ", "live")]
            if gone and width >= 26:
                spans.append(
                    Span(
                        " " + t("studio.stage.gone_in", time=figures.seconds(gone.seconds)), "bold"
                    )
                )
            return line(*spans)
        key = "open" if sign == marks.OPEN else "shut"
        ink = "good" if sign == marks.OPEN else "dim"
        return line(
            Span(f"{sign} ", ink),
            Span(t(f"studio.stage.{key}", packs=packs), "" if good.open else "dim"),
        )


def _name(key: str) -> Span:
    return Span(fit(t(f"studio.stage.{key}"), 7) + " ", "dim")
