"""The last page of a campaign: beside the record, the score taken apart, trophies."""

from livegame.catalog.figures import count, exact, money, percent, share
from livegame.catalog.joint import KILOGRAM, KILOS
from livegame.catalog.library import library
from livegame.catalog.models import Product
from livegame.catalog.quoted import figure, unit
from livegame.catalog.texts import t
from livegame.engine.days.outcome import DaysResult, GoodOutcome
from livegame.engine.days.season import Season
from livegame.runs.campaigns.joint import end_joint
from livegame.runs.campaigns.tally import tally_lines


def end_lines(season: Season, result: DaysResult, *, whole: bool = False) -> list[str]:
    """The lines of a finished campaign; `whole` with what the figures of the days before a night
    are made of."""
    key = "headline" if result.par > 0 else "no_par"
    head = t(
        f"days.plain.{key}",
        who=library().hosts[result.role].country.upper(),
        points=count(result.points),
        stars=result.stars,
        settled=money(result.settled),
    )
    return [
        head,
        "",
        t("days.plain.goods_head"),
        *(_good(good) for good in result.goods),
        *record_lines(season, result),
        *end_joint(season, result.joint),
        *tally_lines(season, result, whole=whole),
        "",
        t("days.plain.score_head"),
        *score_lines(result),
        t(
            "days.plain.axes",
            service=share(result.service),
            trust=percent(result.trust),
            waste=percent(result.waste),
            fans=count(result.fans),
            shows=result.shows,
        ),
        *trophy_lines(season, result),
        "",
        *season.campaign.ending.splitlines(),
    ]


def _good(good: GoodOutcome) -> str:
    product = library().products[good.id]
    rows = (
        ("complained", good.complained),
        ("cancelled", good.cancelled),
        ("turned", good.turned_away),
        ("spoiled", good.spoiled + good.dropped),
        ("left", good.left + good.under_way),
    )
    extras = "".join(t(f"days.plain.extra_{key}", count=count(n)) for key, n in rows if n)
    return t(
        "days.plain.good_end",
        name=product.name,
        packs=count(good.delivered),
        holds=_holds(product, good),
        sales=exact(good.sales),
        extras=extras,
    )


def _holds(product: Product, good: GoodOutcome) -> str:
    """What the packs came to, where they hold more than one of what is counted."""
    if product.unit == KILOGRAM:
        return t("days.plain.holds_kilos", kilos=count(good.units))
    if product.units_per_pack == 1:
        return ""
    return t("days.plain.holds_pack", pack=product.pack)


def record_lines(season: Season, result: DaysResult) -> list[str]:
    """The player's units beside the recorded ones; where nothing is recorded, that it is so."""
    facts = library().facts
    units = {good.id: good.units for good in result.goods}
    lines = [
        t(
            "days.plain.record",
            fact=facts[target.fact].measures.rstrip("."),
            value=figure(facts[target.fact]),
            unit=unit(facts[target.fact]),
            own=count(sum(units[name] for name in target.products)),
        )
        for target in season.campaign.target
        if target.measure == "units" and all(name in units for name in target.products)
    ]
    if lines:
        return [t("days.plain.record_head"), *lines]
    found = [t("days.plain.no_record")]
    for name in library().hosts[season.role].facts:
        fact = facts[name]
        if not isinstance(fact.value, int):
            continue
        publication = library().articles[fact.article].publication
        words = {"value": figure(fact), "unit": unit(fact), "measures": fact.measures}
        found.append(t("days.plain.channel", publication=publication, **words))
        whole, own = fact.value * KILOS.get(fact.unit, 0), kilos_of(result)
        if whole and own:
            words = {"own": count(own), "one_in": count(max(whole // own, 1))}
            found.append(t("days.plain.share", **words))
    return found


def kilos_of(result: DaysResult) -> int:
    """Kilograms that went out, of goods that are sold by them."""
    products = library().products
    return sum(good.units for good in result.goods if products[good.id].unit == KILOGRAM)


def score_lines(result: DaysResult) -> list[str]:
    """The parts of the settled value to the fen, their sum, and how points follow from it."""
    lines = [
        t("days.plain.score_part", part=t(f"days.part.{name}"), fen=exact(fen))
        for name, fen in result.parts
        if fen or name == "sales"
    ]
    lines.append(t("days.plain.settled", fen=exact(result.settled)))
    if result.par > 0:
        lines.append(t("days.plain.points", points=count(result.points), par=exact(result.par)))
    return lines


def trophy_lines(season: Season, result: DaysResult) -> list[str]:
    """Each trophy, won or not, with what it takes."""
    return [
        t(
            "days.plain.trophy_won" if trophy.id in result.trophies else "days.plain.trophy_open",
            name=trophy.name,
            what=trophy.what,
        )
        for trophy in season.campaign.trophy
    ]
