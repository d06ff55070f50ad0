"""The figures of the morning after: the account, the goods, the luck and the story."""

from collections.abc import Callable

from livegame.catalog import figures
from livegame.catalog.nights import Target
from livegame.catalog.quoted import quantity
from livegame.catalog.texts import t
from livegame.engine.result import ProductResult
from livegame.runs.rungs import won_lines
from livegame.studio import press
from livegame.studio.answers import night
from livegame.studio.answers.answer import Answer
from livegame.studio.show import Show

Told = Callable[[Show], Answer]


def answer(show: Show, name: str) -> Answer | None:
    """What is to be said of a figure of the front page; None for one that is not known."""
    kind, _, what = name.partition(":")
    if kind == "part" and what in ACCOUNT:
        return ACCOUNT[what](show)
    if kind == "good":
        return _good(show, what)
    if kind == "luck":
        return _luck(show, what)
    if kind == "place":
        return night.place(show, what)
    if kind == "curve":
        return night.curve(show, what)
    if kind == "told" and what in STORY:
        return STORY[what](show)
    return None


def _points(show: Show) -> Answer:
    result, known = show.session.result, press.recorded(show)
    told = Answer(t("why.made", points=figures.count(result.points)))
    told.part(t("front.settled"), figures.exact(result.settled))
    par = "front.history_settled" if known else "front.assumed_settled"
    told.part(t(par), figures.exact(result.par))
    told.total(
        t("front.formula" if known else "front.formula_assumed"), figures.count(result.points)
    )
    return told.say(t("why.stars", stars=figures.stars(result.stars)))


def _settled(show: Show) -> Answer:
    result = show.session.result
    told = Answer(t("why.settled_is", money=figures.exact(result.settled)))
    for name, fen in result.parts():
        told.part(t(f"front.part.{name}"), figures.exact(fen))
    told.total(t("front.settled"), figures.exact(result.settled))
    return told.say(show.abroad(result.settled))


def _par(show: Show) -> Answer:
    key = "par_recorded" if press.recorded(show) else "par_guess"
    par = show.session.result.par
    told = Answer(t("why.par_is", money=figures.exact(par)))
    return told.say(t(f"why.{key}")).say(show.abroad(par))


def _by_good(
    head: str, amount: Callable[[ProductResult], str], total: Callable[[Show], str], says: str = ""
) -> Told:
    """An answer that goes through the goods."""

    def tell(show: Show) -> Answer:
        told = Answer(t(f"why.account.{head}", money=total(show)))
        for good in show.session.result.products:
            told.part(show.called(good.id), amount(good))
        fen = getattr(show.session.result, head)
        return told.say(t(says) if says else "").say(show.abroad(fen))

    return tell


def _packs(good: ProductResult) -> str:
    return t("why.n_packs", packs=figures.count(good.packs))


def _marketing(show: Show) -> Answer:
    result, view = show.session.result, show.view
    told = Answer(t("why.account.marketing", money=figures.exact(result.marketing)))
    told.part(t("why.part.began"), figures.yuan(view.budget + view.spent))
    told.part(t("why.part.unspent"), figures.yuan(view.budget))
    return told.say(t("why.budget_is"))


def _penalties(show: Show) -> Answer:
    money = figures.exact(show.session.result.penalties)
    return Answer(t("why.account.penalties", money=money)).say(t("why.penalties_are"))


def _fen(name: str) -> Callable[[Show], str]:
    return lambda show: figures.exact(getattr(show.session.result, name))


ACCOUNT: dict[str, Told] = {
    "points": _points,
    "settled": _settled,
    "par": _par,
    "sales": _by_good("sales", lambda good: figures.exact(good.sales), _fen("sales")),
    "goods": _by_good("goods", _packs, _fen("goods"), "why.goods_are"),
    "refunds": _by_good(
        "refunds",
        lambda good: t("why.n_packs", packs=figures.count(good.refunded)),
        _fen("refunds"),
        "why.refunds_are",
    ),
    "marketing": _marketing,
    "spoilage": _by_good(
        "spoilage",
        lambda good: t("why.n_packs", packs=figures.count(good.left)),
        _fen("spoilage"),
        "why.spoilage_is",
    ),
    "penalties": _penalties,
}


def _target(show: Show, product: str) -> Target | None:
    targets = show.session.scenario.target
    return next(
        (one for one in targets if product in one.products and one.measure in press.ROUNDS), None
    )


def _good(show: Show, name: str) -> Answer | None:
    """A row of the goods: orders, packs, units, what came back, and what the articles tell."""
    goods = {good.id: good for good in show.session.result.products}
    found = [goods[one] for one in name.split("+") if one in goods]
    if not found:
        return None
    told = Answer(" + ".join(show.called(good.id) for good in found))
    sums = {
        key: sum(getattr(good, key) for good in found)
        for key in ("orders", "packs", "units", "refunded", "left", "turned_away")
    }
    for key, number in sums.items():
        told.part(t(f"why.good.{key}"), figures.count(number))
    told.total(t("why.good.sales"), figures.exact(sum(good.sales for good in found)))
    times = [show.session.quickest[good.id] for good in found if good.id in show.session.quickest]
    if times:
        told.say(t("why.good.gone", time=figures.seconds(min(times))))
    target = _target(show, found[0].id)
    fact = show.library.facts.get(target.fact) if target else None
    if fact:
        said = t("common.said", publication=show.library.articles[fact.article].publication)
        told.say(t("why.good.fact", value=quantity(fact), measures=fact.measures, said=said))
    return told


def _luck(show: Show, name: str) -> Answer | None:
    share = dict(show.session.result.luck).get(name)
    if share is None:
        return None
    words = dict(press.luck_names(show))[name]
    told = Answer(f"{words}: {figures.percent(share)}")
    return told.say(t("why.luck_is")).say(t(f"why.luck.{_kind(name)}"))


def _kind(name: str) -> str:
    return name if name in ("room", "crowd") else "taste"


def _crowd(show: Show) -> Answer:
    result = show.session.result
    told = Answer(t("why.seen", number=figures.count(result.visitors)))
    told.part(t("why.part.most"), figures.count(result.peak))
    return told.say(t("why.seen_counts"))


def _service(show: Show) -> Answer:
    result = show.session.result
    told = Answer(t("why.service", percent=figures.share(result.service)))
    told.part(t("why.good.packs"), figures.count(sum(g.packs for g in result.products)))
    lost = sum(good.turned_away for good in result.products)
    told.part(t("why.good.turned_away"), figures.count(lost))
    told.say(t("why.service_counts"))
    return told.say(t("why.service_is")).say(t("why.trust_is"))


def _proof(show: Show) -> Answer:
    told = Answer(t("why.proof"))
    told.part(t("why.part.seed"), str(show.session.seed))
    return told.say(t("why.proof_is"))


def _rungs(show: Show) -> Answer:
    session = show.session
    told = Answer(t("why.rungs")).part(t("why.part.rung"), str(session.scenario.step))
    for line in won_lines(session.scenario, session.result, session.mode):
        told.say(line)
    return told


def _units(show: Show) -> Answer:
    told = Answer(t("why.units_are"))
    for good in show.session.result.products:
        view = show.view.product_view(good.id)
        if view:
            words = {"packs": figures.count(good.packs), "each": view.units_per_pack}
            told.part(
                t("why.units_of", name=show.called(good.id), **words), figures.count(good.units)
            )
    return told


STORY: dict[str, Told] = {
    "crowd": _crowd,
    "best": ACCOUNT["sales"],
    "gone": lambda show: _fastest(show),
    "service": _service,
    "proof": _proof,
    "rungs": _rungs,
    "units": _units,
    "left": ACCOUNT["spoilage"],
}


def _fastest(show: Show) -> Answer:
    told = Answer(t("why.fastest"))
    for good, time in show.session.quickest.items():
        told.part(show.called(good), figures.seconds(time))
    return told.say(t("why.fastest_is"))
