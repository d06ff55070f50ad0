"""What the planner of the days before a night expects of the days left."""

import numpy as np
from attrs import frozen

from livegame.bots.campaigns.temper import Temper, temper_for
from livegame.engine.days.outlook import outlook
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.engine.tables import ONE, Floats, exp_q16

PAYS = 0.88  # of the book, in the end


@frozen(eq=False)
class Guess:
    """What is expected of the days left, G goods.

    Attributes:
        page: packs that the page will be asked for on each day left, today first [D,G].
        night: packs that the night will be asked for [G]; nothing once it is over.
        margin: fen a pack [G]. book: packs of the book that will be paid [G].
        temper: what the planner weighs.
    """

    page: Floats
    night: Floats
    margin: Floats
    book: Floats
    temper: Temper

    @property
    def later(self) -> Floats:
        """Packs that are wanted after today [G]."""
        found: Floats = self.page[1:].sum(axis=0) + self.night + self.book
        return found


def night_day(season: Season) -> int:
    """The day, from 0, on whose evening the night is; the last one without any."""
    days = [day for slot in season.campaign.slot if slot.night for day in slot.days]
    return min(days, default=season.days) - 1


def guess(season: Season, state: DayState, temper: Temper | None = None) -> Guess:
    """Expectations of this morning, weighed as tuned for the role if not otherwise."""
    today = np.array([(row.low + row.high) / 2 for row in outlook(season, state)])
    mood = season.eve.mood.astype(np.float64) / ONE
    day = state.day
    rows = []
    for ahead in range(day, season.days):
        crowd = float(season.visitors[ahead]) / max(1, int(season.visitors[day]))
        ready = _exp(float(mood[ahead] - mood[day])) if mood.size else 1.0
        rows.append(today * crowd * ready)
    page = np.stack(rows)
    temper = temper or temper_for(season.campaign.id, season.role)
    night = page[-1] * temper.night if day <= night_day(season) else np.zeros_like(today)
    return Guess(
        page=page,
        night=night,
        margin=(state.price - season.cost).astype(np.float64),
        book=state.book.astype(np.float64) * PAYS,
        temper=temper,
    )


def _exp(value: float) -> float:
    return float(exp_q16(np.asarray([int(value * ONE)]))[0])
