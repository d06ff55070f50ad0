"""`why`: what stands behind a figure of this moment, in the words of the studio's `?`."""

from collections.abc import Callable, Iterator

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs import reasons
from livegame.runs.because import Because, because
from livegame.runs.reasons import Reason
from livegame.runs.show import Show

MINUTE = 60

Told = Callable[[Show, ProductView, Because], list[Reason]]


def why_lines(show: Show, product: str, figure: str) -> list[str]:
    """A figure taken apart, line by line; of an unknown one, which can be asked for.

    Args:
        product: the good in hand. figure: "score", "viewers", "sales", "desire" or "price".
    """
    good = show.view.product_view(product)
    tell = FIGURES.get(figure)
    if tell is None or good is None:
        return [t("plain.why.which")]
    if figure == "score" and not show.world.par[show.room]:
        return [t("plain.why.no_score")]
    told = tell(show, good, because(show, product))
    return [text for reason in told for text in _lines(reason)]


def _lines(reason: Reason) -> Iterator[str]:
    yield t("plain.why.title", title=reason.title)
    for kind, name, amount in reason.rows:
        yield t(f"plain.why.{kind}", name=name, amount=amount)


def _score(show: Show, good: ProductView, known: Because) -> list[Reason]:
    told = reasons.score(show.estimate, library().hosts[show.role].recorded)
    told.rows.insert(0, ("head", t("plain.why.money"), ""))
    return [told]


def _viewers(show: Show, good: ProductView, known: Because) -> list[Reason]:
    ticks = max(1, MINUTE // show.world.tick_seconds)
    before = show.watching[max(0, len(show.watching) - 1 - ticks)]
    return [reasons.watching(show.view, before, known)]


def _sales(show: Show, good: ProductView, known: Because) -> list[Reason]:
    return [reasons.packs(good, good.name), reasons.buys(good, good.name, known)]


def _desire(show: Show, good: ProductView, known: Because) -> list[Reason]:
    return [reasons.desire(good, good.name, known)]


def _price(show: Show, good: ProductView, known: Because) -> list[Reason]:
    return [reasons.price(good, good.name, known)]


FIGURES: dict[str, Told] = {
    "score": _score,
    "viewers": _viewers,
    "sales": _sales,
    "desire": _desire,
    "price": _price,
}
