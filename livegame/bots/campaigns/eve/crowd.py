"""What draws people: a show, as far as the voice allows one, and advertising."""

import numpy as np

from livegame.bots.campaigns.eve.expecting import Guess, night_day
from livegame.engine.days import voice
from livegame.engine.days.evening import drawn_by_fans
from livegame.engine.days.plans import open_on
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held
from livegame.engine.tables import ONE

CONVERTS = 0.9  # a short show's visitor buys this much as readily as a page's


def hour(season: Season, state: DayState, now: Guess) -> str:
    """The night if it is today, else the short show that is worth its fee, if any is."""
    names = [s for s in season.campaign.slot if s.id not in season.rung.without]
    names = [s for s in names if open_on(season, s.id, state.day)]
    if state.shows >= season.shows_most:
        return ""
    for row in names:
        if row.night:
            return row.id
    if not voice_allows(season, state, now):
        return ""
    people = max(1, int(season.visitors[state.day]))
    chance = now.page[0] / people
    tonight = float((now.night * now.margin).sum()) * season.numbers.fan_draw * now.temper.fans
    own = float(season.world.draw.sum()) / ONE * drawn_by_fans(season, state.fans)
    own *= voice.pull(season, state) / ONE
    share = float(season.world.arrivals.sum())
    best, most = "", 0.0
    for row in names:
        crowd = row.people * share * own / (own + row.rivals)
        packs = np.minimum(crowd * chance * CONVERTS, held(state))
        fans = crowd * season.numbers.fan_rate * 0.6
        value = float((packs * now.margin).sum()) - row.cost
        value += fans * season.numbers.fan_visits * float((chance * now.margin).sum()) * 3
        value += fans * tonight
        if value > most:
            best, most = row.id, value
    return best


def voice_allows(season: Season, state: DayState, now: Guess) -> bool:
    """Whether a short show leaves enough voice for the night, and there is enough for it."""
    if not state.voice.size:
        return True
    level, nights = int(state.voice[0]), night_day(season) - state.day
    if level < now.temper.fresh * ONE:
        return False
    after = max(0, level - season.eve.strain) + max(nights, 0) * season.eve.sleep
    return nights < 0 or min(after, ONE) >= now.temper.rested * ONE


def advert(season: Season, state: DayState, now: Guess) -> int:
    """Blocks of advertising, as far as there is something to sell to whom they bring."""
    numbers = season.numbers
    unit, most = numbers.advert_unit, numbers.advert_most
    spare = np.maximum(held(state) - now.page[0], 0.0)
    best, found = 0, 0.0
    for blocks in range(1, most // max(unit, 1) + 1):
        more = now.page[0] * numbers.advert_lift * float(np.sqrt(blocks)) * now.temper.advert
        if state.day == night_day(season):
            more = more + now.night * numbers.advert_lift * float(np.sqrt(blocks))
        value = float((np.minimum(more, spare) * now.margin).sum()) - blocks * unit
        if value > found:
            best, found = blocks * unit, value
    return best
