"""The front page: the night's result beside history's, the score taken apart, luck and rank."""

from livegame.catalog.figures import count, exact, money, percent, seconds, share
from livegame.catalog.library import library
from livegame.catalog.models import Fact
from livegame.catalog.nouns import in_sentence
from livegame.catalog.quoted import figure, quantity, unit
from livegame.catalog.texts import t
from livegame.engine.result import ProductResult, Result
from livegame.plain.words import coins, country, ordinal
from livegame.runs.rungs import end_lines
from livegame.runs.show import Show
from livegame.runs.tone import tone


def front_page(show: Show) -> list[str]:
    """The lines of the front page of a finished show."""
    result = show.result
    return [
        _headline(result, _recorded(show)),
        t("plain.front.place", rank=ordinal(result.rank), rooms=len(show.world.roles)),
        t("plain.front.crowd", visitors=count(result.visitors), peak=count(result.peak)),
        "",
        t("plain.front.goods"),
        *(_good(show, good) for good in result.products),
        *_units(show),
        *beside_history(show),
        *_history(show),
        "",
        t("plain.front.score"),
        *score_lines(result, _recorded(show)),
        t("plain.front.axes", service=share(result.service), trust=percent(result.trust)),
        *_rungs(show),
        "",
        *luck_lines(show),
        *_ending(show).splitlines(),
    ]


def _rungs(show: Show) -> list[str]:
    """The rung, the trophies, and the rung that opens."""
    told = end_lines(show.scenario, show.result, show.mode)
    return ["", *told] if told else []


def _recorded(show: Show) -> bool:
    """Whether an article gives this office's result that night."""
    return library().hosts[show.role].recorded


def _ending(show: Show) -> str:
    known = _recorded(show) or not show.scenario.recorded
    return show.scenario.ending if known else t("front.ending_assumed")


def _units(show: Show) -> list[str]:
    """How many units the packs hold, where that is more than one."""
    packs = [
        t("plain.front.units_pack", name=in_sentence(good.name), units=count(good.units_per_pack))
        for good in show.view.products
        if good.units_per_pack > 1
    ]
    return [t("plain.front.units", packs="; ".join(packs))] if packs else []


def _headline(result: Result, recorded: bool) -> str:
    table = "headline" if recorded else "headline_assumed"
    return t(
        f"plain.front.{table}.{tone(result.points)}",
        who=country(result.role).upper(),
        points=count(result.points),
        stars=result.stars,
        sales=money(result.sales),
    )


def _good(show: Show, good: ProductResult) -> str:
    product = library().products[good.id]
    parts = [
        t(
            "plain.front.good",
            name=product.name,
            packs=count(good.packs),
            pack=product.pack,
            sales=coins(good.sales),
        )
    ]
    if good.id in show.quickest:
        parts.append(t("plain.front.gone", time=seconds(show.quickest[good.id])))
    if good.turned_away:
        parts.append(t("plain.front.turned", count=count(good.turned_away)))
    if good.left:
        parts.append(t("plain.front.left", count=count(good.left)))
    return ", ".join(parts) + "."


def beside_history(show: Show) -> list[str]:
    """The player's units beside the recorded ones, where the night has a record of them."""
    units = {good.id: good.units for good in show.result.products}
    found: list[str] = []
    for target in show.scenario.target:
        if target.measure == "units" and all(name in units for name in target.products):
            fact = library().facts[target.fact]
            own = count(sum(units[name] for name in target.products))
            found.append(t("plain.front.beside", unit=unit(fact), own=own, fact=figure(fact)))
    return [t("plain.front.beside_head"), *found] if found else []


def _history(show: Show) -> list[str]:
    host = library().hosts[show.role]
    said: dict[tuple[int | str, str], list[Fact]] = {}
    for fact in (library().facts[name] for name in host.facts):
        if isinstance(fact.value, int):
            said.setdefault((fact.value, fact.unit), []).append(fact)
    if not said:
        return []
    return ["", t("plain.front.history", who=host.country), *map(fact_line, said.values())]


def fact_line(facts: list[Fact]) -> str:
    """A recorded figure in one line, with every publication that gives it."""
    fact = facts[0]
    articles = [library().articles[one.article].publication for one in facts]
    return t(
        "plain.front.fact",
        value=quantity(fact),
        measures=fact.measures,
        publication=", ".join(dict.fromkeys(articles)),
    )


def score_lines(result: Result, recorded: bool = True) -> list[str]:
    """The parts of the settled value to the fen, their sum, and how points follow from it."""
    lines = [
        t("plain.front.part", part=t(f"plain.part.{name}"), fen=exact(fen))
        for name, fen in result.parts()
        if fen or name == "sales"
    ]
    lines.append(t("plain.front.settled", fen=exact(result.settled)))
    key = "plain.front.points" if recorded else "plain.front.points_assumed"
    key = key if result.par > 0 else "plain.front.no_par"
    lines.append(t(key, points=count(result.points), par=exact(result.par)))
    return lines


def luck_lines(show: Show) -> list[str]:
    """What the night's luck was, as percentages of the usual."""
    names = {good.id: in_sentence(good.name) for good in show.view.products}
    parts = [
        t(f"plain.front.luck_{label}", percent=percent(value))
        if label in ("room", "crowd")
        else t("plain.front.luck_good", name=names.get(label, label), percent=percent(value))
        for label, value in show.result.luck
    ]
    return [t("plain.front.luck", parts="; ".join(parts))] if parts else []
