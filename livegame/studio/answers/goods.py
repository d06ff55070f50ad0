"""Why a good is wanted, what it costs and leaves, and where its packs are."""

from collections.abc import Callable

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.runs.because import Because
from livegame.runs.tonight import on_table
from livegame.studio.answers.answer import Answer
from livegame.studio.answers.people import hundredths, points
from livegame.studio.show import Show

Told = Callable[[Show, ProductView, Because], Answer]


def good(show: Show, figure: str, product: str, known: Because) -> Answer | None:
    """One figure of a good; None if there is no such figure or good."""
    found = show.view.product_view(product)
    tell = FIGURES.get(figure)
    return tell(show, found, known) if found and tell else None


def _desire(show: Show, good: ProductView, known: Because) -> Answer:
    name = show.called(good.id)
    told = Answer(t("why.desire", name=name, percent=figures.percent(good.desire)))
    wish = known.wish
    if wish:
        told.head(t("why.a_minute"))
        talk = "talk" if wish.talk else "silence"
        told.part(t(f"why.wish.{talk}"), points(wish.talk))
        told.part(t("why.wish.fading"), points(wish.fading))
        told.part(t("why.wish.newcomers"), points(wish.newcomers))
        for cause in wish.causes.each:
            told.say(t(f"why.wish_without.{cause.name}", points=points(cause.without)))
    return told


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
    """Who would buy without one of the causes."""
    causes = known.buying
    found = next((c for c in causes.each if c.name == name), None) if causes else None
    if causes and found:
        told.part(t("why.buy_now"), hundredths(causes.now))
        told.part(t(f"why.buy_without.{name}"), hundredths(found.without))
    return told


def _buys(show: Show, good: ProductView, known: Because) -> Answer:
    words = {"name": show.called(good.id), "percent": figures.tenths(good.appeal)}
    told = Answer(t("why.appeal", **words))
    told.part(t("why.part.fresh"), figures.count(good.fresh))
    told.part(t("why.part.passed"), figures.count(good.passed))
    causes = known.buying
    if causes and causes.each:
        told.head(t("why.buys", now=hundredths(causes.now)))
        for cause in causes.each:
            told.part(t(f"why.buy_without.{cause.name}"), hundredths(cause.without))
    return told


def _price(show: Show, good: ProductView, known: Because) -> Answer:
    words = {"name": show.called(good.id), "price": figures.price(good.price)}
    told = Answer(t("why.price", **words))
    told.part(t("why.part.usual"), figures.price(good.usual))
    change = figures.exact(good.price - good.usual)
    told.part(t("why.part.change"), figures.signed(change, good.price - good.usual))
    told.part(t("why.part.cost"), figures.price(good.cost))
    told.total(t("why.part.leaves"), figures.exact(good.price - good.cost))
    if good.step_packs:
        step = {"packs": figures.count(good.step_packs), "price": figures.price(good.step_price)}
        told.say(t("why.team", team=figures.count(good.team), **step))
    if good.deposit:
        told.say(t("why.deposit", deposit=figures.price(good.deposit)))
    return _without(told, "price", known)


def _packs(show: Show, good: ProductView, known: Because) -> Answer:
    words = {"name": show.called(good.id), "pack": good.pack}
    every = good.sold + good.reserved + good.shelf + good.held
    told = Answer(t("why.packs", **words))
    told.part(t("why.part.sold"), figures.count(good.sold))
    told.part(t("why.part.carts"), figures.count(good.reserved))
    told.part(t("why.part.shelf"), figures.count(good.shelf))
    told.part(t("why.part.held"), figures.count(good.held))
    told.total(t("why.part.every"), figures.count(every))
    if good.units_per_pack > 1:
        told.say(t("why.units", units=figures.count(good.units_per_pack), unit=good.unit))
    if good.sold:
        told.say(t("why.sold_is"))
    if good.reserved:
        told.say(t("why.carts_are"))
    if good.turned_away:
        told.say(t("why.turned", packs=figures.count(good.turned_away)))
    gone = show.gone.get(good.id)
    if not on_table(good):
        told.say(t("studio.why.absent"))
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
