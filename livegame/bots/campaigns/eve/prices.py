"""What the page asks for a pack."""

import numpy as np

from livegame.bots.campaigns.eve.expecting import Guess, night_day
from livegame.engine.days.actions import Pairs
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held, under_way

DEAREST = 1.3  # times the usual price, for what is short
SHORT = 1.1  # times what is there, from which it is short


def prices(season: Season, state: DayState, now: Guess) -> Pairs:
    """The usual price; more on the night and after it for what cannot be enough for all."""
    found = []
    there = held(state) + under_way(state)
    for g, good in enumerate(season.goods):
        wanted = float(now.page[0][g] + now.night[g] * (state.day == night_day(season)))
        short = wanted / max(float(there[g]), 1.0)
        dearer = 1.0
        if state.day >= night_day(season) and short > SHORT:
            dearer = min(float(np.power(short, now.temper.scarce)), DEAREST)
        fen = int(season.usual[g] * dearer) // 10 * 10
        if fen != int(state.price[g]):
            found.append((good, fen))
    return tuple(found)
