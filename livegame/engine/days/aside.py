"""What is kept back for the day's show: packs in the store that the store does not sell that day.

They stand among the others, and ripen, spoil and are delivered like them: the store sells the
ripest first and stops when no more is left than is kept. When the show begins nothing is kept any
more: the show may sell all that is there, and what it leaves is the store's again.
"""

import numpy as np

from livegame.engine.days import book, training
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.delivery import for_sale
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed
from livegame.engine.tables import Ints


def most(season: Season, opened: DayState) -> Ints:
    """Packs of each good that may be kept back at most [G]: what is there, beside balances that
    fall due today, of what the show is about; nothing without a show.

    Args:
        opened: the state once the day's plan is taken, with nothing kept back yet.
    """
    if not opened.slot:
        return np.zeros(len(season.goods), dtype=np.int64)
    there = np.maximum(for_sale(season, opened) - book.falls_due(season, opened), 0)
    found: Ints = there * training.offered(season, opened)
    return found


def refusal(season: Season, opened: DayState, plan: DayPlan) -> str:
    """Why a plan's packs cannot be kept back, as the last part of a text key, or "".

    Args:
        opened: as for `most`.
    """
    if not plan.slot:
        return "aside_no_show"
    about, room = training.offered(season, opened), most(season, opened)
    for name, packs in plan.aside:
        good = season.good(name)
        if not about[good]:
            return "aside_other"
        if packs > room[good]:
            return "aside"
    return ""


def taken(season: Season, state: DayState, plan: DayPlan) -> DayState:
    """The state once the packs stand aside."""
    if not plan.aside:
        return state
    packs = np.zeros(len(season.goods), dtype=np.int64)
    for name, count in plan.aside:
        packs[season.good(name)] = count
    return changed(state, aside=packs)


def ended(state: DayState) -> DayState:
    """The state once the store has sold for the day: nothing is kept from anybody."""
    return changed(state, aside=np.zeros(0, dtype=np.int64)) if state.aside.size else state
