"""What a campaign's goods, their stages, days and packs are called."""

from datetime import date, timedelta

from livegame.catalog.figures import count
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.days.season import Season
from livegame.engine.tables import Ints


def short_of(season: Season, good: int) -> str:
    """A good's short name."""
    return season.world.goods[0][good].short


def name_of(season: Season, product: str) -> str:
    """A good's name."""
    return library().products[product].name


def date_of(season: Season, day: int) -> str:
    """The date of a day, from 0."""
    begin = date.fromisoformat(season.campaign.date)
    return (begin + timedelta(days=day * season.campaign.every)).isoformat()


def place_of(season: Season, good: int) -> str:
    """Where a good is picked, as its campaign calls it: the plants, the lines in the yard."""
    crop = next(c for c in season.campaign.crop if c.product == season.goods[good])
    return crop.what or t("days.plain.the_plants")


def pairs(season: Season, packs: Ints) -> str:
    """23,400 durian, 12 packs of mangosteen where a pack holds several; nought is left out."""
    goods = season.world.goods[0]
    parts = [
        t(
            "days.plain.pair" if goods[g].units_per_pack == 1 else "days.plain.pair_packs",
            packs=count(int(n)),
            name=short_of(season, g),
        )
        for g, n in enumerate(packs)
        if n
    ]
    return ", ".join(parts) or t("days.plain.nothing")


def stage_words(season: Season, g: int, packs: Ints) -> str:
    """12,000 ripening, 300 soft; stages of one name are added up."""
    names = stages_of(season, g)
    total: dict[str, int] = {}
    for stage, n in enumerate(packs):
        name = names[min(stage, len(names) - 1)]
        total[name] = total.get(name, 0) + int(n)
    return ", ".join(f"{count(n)} {name}" for name, n in total.items() if n)


def stages_of(season: Season, g: int) -> list[str]:
    """The names of a good's stages."""
    return next(c.stages for c in season.campaign.crop if c.product == season.goods[g])
