"""Why a good is wanted, what it costs and leaves, and where its packs are."""

from collections.abc import Callable

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs import reasons
from livegame.runs.because import Because
from livegame.runs.tonight import on_table
from livegame.studio.answers.answer import Answer
from livegame.studio.show import Show

Told = Callable[[Show, ProductView, Because], Answer]


def good(show: Show, figure: str, product: str, known: Because) -> Answer | None:
    """One figure of a good; None if there is no such figure or good."""
    found = show.view.product_view(product)
    tell = FIGURES.get(figure)
    return tell(show, found, known) if found and tell else None


def _desire(show: Show, good: ProductView, known: Because) -> Answer:
    return Answer.of(reasons.desire(good, show.called(good.id), known))


def _doubt(show: Show, good: ProductView, known: Because) -> Answer:
    asking = show.view.questions if good.id == show.view.product else 0
    words = {"name": show.called(good.id), "percent": figures.percent(good.doubt)}
    told = Answer(t("why.doubt", **words))
    told.part(t("why.part.asking"), figures.count(asking))
    return _without(told, "doubt", known).say(t("why.doubt_is"))


def _worn(show: Show, good: ProductView, known: Because) -> Answer:
    words = {"name": show.called(good.id), "percent": figures.percent(good.wear)}
    return _without(Answer(t("why.wear", **words)), "wear", known).say(t("why.wear_is"))


def _without(told: Answer, name: str, known: Because) -> Answer:
    reasons.without(told, name, known)
    return told


def _buys(show: Show, good: ProductView, known: Because) -> Answer:
    return Answer.of(reasons.buys(good, show.called(good.id), known))


def _price(show: Show, good: ProductView, known: Because) -> Answer:
    return Answer.of(reasons.price(good, show.called(good.id), known))


def _packs(show: Show, good: ProductView, known: Because) -> Answer:
    told = Answer.of(reasons.packs(good, show.called(good.id)))
    gone = show.gone.get(good.id)
    if gone:
        lot = {"packs": figures.count(gone.packs), "time": figures.seconds(gone.seconds)}
        told.say(t("why.gone", **lot))
    return told


def _pace(show: Show, good: ProductView, known: Because) -> Answer:
    words = {"name": show.called(good.id), "packs": figures.count(good.rate)}
    told = Answer(t("why.rate", **words))
    told.part(t("why.part.fresh"), figures.count(good.fresh))
    told.part(t("why.part.buying"), figures.tenths(good.appeal))
    told.part(t("why.part.shelf"), figures.count(good.shelf))
    key = "shut" if not good.open else "empty" if not good.shelf else "open"
    return told.say(t(f"why.rate_{key}" if on_table(good) else "studio.why.absent"))


def _taken(show: Show, good: ProductView, known: Because) -> Answer:
    words = {"name": show.called(good.id), "money": figures.money(good.sales)}
    told = Answer(t("why.taken", **words))
    told.part(t("why.part.sold"), figures.count(good.sold))
    mean = good.sales // good.sold if good.sold else good.price
    told.part(t("why.part.mean"), figures.exact(mean))
    told.part(t("why.part.cost"), figures.price(good.cost))
    return told.say(show.abroad(good.sales))


FIGURES: dict[str, Told] = {
    "desire": _desire,
    "doubt": _doubt,
    "wear": _worn,
    "appeal": _buys,
    "price": _price,
    "margin": _price,
    "sold": _packs,
    "link": _packs,
    "held": _packs,
    "unpaid": _packs,
    "turned": _packs,
    "minute": _pace,
    "sales": _taken,
}
