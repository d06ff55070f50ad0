"""What the newspaper makes of a result: headline, story, figures beside history's."""

from typing import NamedTuple

from livegame.catalog import figures
from livegame.catalog.nights import Target
from livegame.catalog.texts import t
from livegame.engine.result import ProductResult
from livegame.runs.tone import tone
from livegame.studio.show import Show

ROUNDS = ("units", "sold_out_seconds")


class Against(NamedTuple):
    """Your figure beside history's; `history` is "" where nothing is on record.

    `goods` are the ids of the goods, joined by a plus.
    """

    goods: str
    name: str
    yours: str
    history: str
    sign: str


def recorded(show: Show) -> bool:
    """Whether an article gives this office's result that night."""
    return show.library.hosts[show.session.role].recorded


def headline(show: Show) -> str:
    """The big line; it speaks of history only where there is some on record."""
    key = "headline" if recorded(show) else "headline_assumed"
    country = show.country(show.session.role)
    return t(f"front.{key}.{tone(show.session.result.points)}", country=country)


def standfirst(show: Show) -> str:
    """The line below it: place and points."""
    result = show.session.result
    rooms = len(show.standings)
    key = "first" if result.rank == 1 else "place"
    place = t(f"front.{key}", rank=figures.ordinal(result.rank), rooms=rooms)
    par = t(
        "front.par" if recorded(show) else "front.par_assumed",
        points=figures.count(result.points),
    )
    return f"{place} {par}"


def ending(show: Show) -> str:
    """The last words."""
    known = recorded(show) or not show.session.scenario.recorded
    return show.session.scenario.ending if known else t("front.ending_assumed")


def units(show: Show) -> str:
    """How packs and units go together, where a pack holds more than one; else nothing."""
    goods = [good for good in show.view.products if good.units_per_pack > 1]
    told = [
        t("front.units_pack", name=show.short(good.id), units=figures.count(good.units_per_pack))
        for good in goods
    ]
    return t("front.units", packs="; ".join(told)) if told else ""


def story(show: Show) -> list[tuple[str, str]]:
    """A few sentences about the evening, each with what it is about."""
    result = show.session.result
    crowd = {"visitors": figures.count(result.visitors), "peak": figures.count(result.peak)}
    told = [("crowd", t("front.story.crowd", country=show.country(result.role), **crowd))]
    best = max(result.products, key=lambda good: good.sales, default=None)
    if best and best.sales:
        share = 1000 * best.sales // max(1, result.sales)
        words = {"name": _name(show, best.id), "percent": figures.percent(share)}
        told.append(("best", t("front.story.best", **words)))
    gone = show.session.quickest
    if gone:
        fast = min(gone, key=lambda good: gone[good])
        words = {"name": _name(show, fast), "time": figures.seconds(gone[fast])}
        told.append(("gone", t("front.story.gone", **words)))
    service = {"percent": figures.share(result.service), "trust": figures.whole(result.trust)}
    told.append(("service", t("front.story.service", **service)))
    left = sum(good.left for good in result.products)
    if left:
        told.append(("left", t("front.story.left", packs=figures.count(left))))
    return told


def unpaid(show: Show) -> str:
    """Why the night's table and curve say more than the account: they count what was ordered,
    the account what was paid. "" where nothing was left unpaid at the end."""
    ordered, paid = show.view.sales, show.session.result.sales
    if ordered <= paid:
        return ""
    return t("front.unpaid", ordered=figures.exact(ordered), fen=figures.exact(ordered - paid))


def _name(show: Show, product: str) -> str:
    good = show.library.products.get(product)
    return good.short if good else product


def against(show: Show) -> list[Against]:
    """Every good of the table, with what the articles tell of it."""
    result = show.session.result
    goods = {good.id: good for good in result.products}
    rows: list[Against] = []
    told: set[str] = set()
    for target in show.session.scenario.target:
        mine = [name for name in target.products if name in goods]
        if target.measure in ROUNDS and mine and len(mine) == len(target.products):
            rows.append(_row(show, target, [goods[name] for name in mine]))
            told.update(mine)
    for good in result.products:
        if good.id not in told:
            rows.append(Against(good.id, show.short(good.id), figures.count(good.units), "", ""))
    return rows


def _row(show: Show, target: Target, goods: list[ProductResult]) -> Against:
    fact = show.library.facts[target.fact]
    name = " + ".join(show.short(good.id) for good in goods)
    ids = "+".join(good.id for good in goods)
    if target.measure == "units" and isinstance(fact.value, int):
        yours = sum(good.units for good in goods)
        sign = "▲" if yours > fact.value else "▼" if yours < fact.value else "="
        return Against(ids, name, figures.count(yours), figures.count(fact.value), sign)
    tenths = show.session.quickest.get(goods[0].id, -1)
    yours_text = figures.seconds(tenths) if tenths >= 0 else figures.count(goods[0].units)
    return Against(ids, name, yours_text, str(fact.value), "=" if 0 <= tenths < 600 else "▼")


def luck(show: Show) -> list[tuple[str, str, int]]:
    """Each draw of luck that the night held: its id, in words, per mille of the usual."""
    names = dict(luck_names(show))
    return [(name, names[name], share) for name, share in show.session.result.luck]


def luck_names(show: Show) -> list[tuple[str, str]]:
    """The draws of luck by id, in words."""
    return [
        (
            name,
            t(f"front.luck.{name}")
            if name in ("room", "crowd")
            else t("front.luck.taste", name=show.short(name)),
        )
        for name, _ in show.session.result.luck
    ]
