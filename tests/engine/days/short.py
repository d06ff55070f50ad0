"""Seasons with evenings of two minutes, so that whole campaigns are played in a moment."""

from functools import lru_cache

from attrs import evolve

from livegame.catalog.library import library
from livegame.engine.days.compile import build_season
from livegame.engine.days.season import Season

EXPRESS, FARM = "618-2020-fruit-express", "farmers-2020-three-days"
SPRING, VILLAGE = "farmers-2020-spring", "zhejiang-tea-hill"
TEAM = "thai-trade-team"
ELEVEN, BRAND = "1111-2020", "nov-brand"
MINUTE = 60  # seconds of a tick of a great night, so that it is over soon
CASES = [
    (EXPRESS, TEAM),
    *((name, role) for name in (FARM, SPRING, ELEVEN) for role in library().campaigns[name].roles),
]


@lru_cache(maxsize=32)
def short_season(campaign: str = EXPRESS, role: str = TEAM, rung: int = 1) -> Season:
    """A shipped campaign, but for the length of its evenings."""
    lib = library()
    one = lib.campaigns[campaign]
    brief = evolve(one, evening=evolve(one.evening, minutes=2))
    nights = {slot.night for slot in one.slot if slot.night}
    quick = {name: evolve(lib.scenarios[name], tick_seconds=MINUTE) for name in nights}
    lib = evolve(lib, campaigns={campaign: brief}, scenarios={**lib.scenarios, **quick})
    return build_season(lib, campaign, role, rung)
