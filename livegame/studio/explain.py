"""The figures of a room taken apart in words."""

from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.studio import figures
from livegame.studio.lines import Line, Span, line
from livegame.studio.show import Show
from livegame.studio.wrap import flow

WORN, DOUBT, LOW_VOICE, CROSS = 300, 50, 400, 150


def explain(show: Show, width: int, height: int = 999) -> list[Line]:
    """The good in hand, people, price, stock and host: as many whole parts as fit."""
    lines: list[Line] = []
    for head, texts in _blocks(show):
        block = [line(Span(head, "title"))]
        for text in texts:
            block.extend(flow(text, width, "", "  "))
        if len(lines) + len(block) <= height:
            lines += block
    return lines


def _blocks(show: Show) -> list[tuple[str, list[str]]]:
    good = show.good
    people = (t("studio.why.people"), _people(show))
    you = (t("studio.why.you"), _you(show))
    if good is None:
        return [people, you]
    return [
        (t("studio.why.want", name=good.short), _want(show, good)),
        people,
        (t("studio.why.price"), _price(good)),
        (t("studio.why.stock"), [_stock(good)]),
        you,
    ]


def _people(show: Show) -> list[str]:
    view = show.view
    rate = sum(good.rate for good in view.products)
    heat = f"{view.heat // 1000}.{view.heat % 1000 // 100}"
    words = {"number": figures.count(view.arrived), "left": figures.count(view.left)}
    return [
        t("studio.why.came", **words),
        t("studio.why.gaining" if view.arrived >= view.left else "studio.why.losing"),
        t("studio.why.heat", heat=heat, rank=figures.ordinal(view.heat_rank)),
        t("studio.why.orders", orders=figures.count(view.orders), rate=figures.count(rate)),
    ]


def _want(show: Show, good: ProductView) -> list[str]:
    asking = show.view.questions if good.id == show.view.product else 0
    doubt = {"percent": figures.percent(good.doubt), "number": figures.count(asking)}
    counts = {"fresh": figures.count(good.fresh), "passed": figures.count(good.passed)}
    return [
        t("studio.why.desire", percent=figures.percent(good.desire)),
        t("studio.why.worn", percent=figures.percent(good.wear))
        if good.wear >= WORN
        else t("studio.why.fresh"),
        t("studio.why.doubt", **doubt) if good.doubt >= DOUBT else t("studio.why.clear"),
        t("studio.why.deciders", **counts),
        t("studio.why.appeal", percent=figures.tenths(good.appeal)),
    ]


def _price(good: ProductView) -> list[str]:
    off = 1000 * (good.price - good.usual) // max(1, good.usual)
    key = "price_same" if abs(off) < 5 else "price_low" if off < 0 else "price_high"
    words = {
        "price": figures.price(good.price),
        "usual": figures.price(good.usual),
        "percent": figures.percent(abs(off)),
    }
    return [
        t(f"studio.why.{key}", **words),
        t("studio.why.margin", margin=figures.exact(good.price - good.cost)),
    ]


def _stock(good: ProductView) -> str:
    if not good.open:
        return t("studio.why.shut")
    if not good.shelf:
        return t("studio.why.gone", turned=figures.count(good.turned_away))
    return t("studio.why.open", shelf=figures.count(good.shelf), held=figures.count(good.held))


def _you(show: Show) -> list[str]:
    view = show.view
    money = {"budget": figures.yuan(view.budget), "spent": figures.yuan(view.spent)}
    texts = [
        t("studio.why.trust", trust=view.trust // 10),
        t("studio.why.mood", mood=view.mood // 10),
    ]
    if view.voice < LOW_VOICE:
        texts.insert(0, t("studio.why.voice", percent=figures.percent(view.voice)))
    else:
        texts.append(t("studio.why.voice", percent=figures.percent(view.voice)))
    if view.anger >= CROSS:
        texts.insert(0, t("studio.why.anger", anger=view.anger // 10))
    return [*texts, t("studio.why.budget", **money)]
