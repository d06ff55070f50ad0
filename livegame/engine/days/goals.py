"""Lines of sales of a campaign, from a recorded sum or growth, and what passing one does."""

import numpy as np

from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed


def passed_on(season: Season, state: DayState, day: int) -> list[int]:
    """The goals whose effect is on, on a day."""
    return [
        n
        for n, row in enumerate(season.eve.goals)
        if 0 < state.passed[n] <= day < state.passed[n] + row.lasts
    ]


def overnight(season: Season, state: DayState) -> DayState:
    """The state with the goals that today's sales have passed; each is told of from tomorrow."""
    if not season.eve.goals:
        return state
    over = (state.sales >= season.eve.line) & (state.passed == 0)
    return changed(state, passed=np.where(over, state.day + 1, state.passed))
