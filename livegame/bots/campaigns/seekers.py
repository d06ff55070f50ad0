"""Players who go for a trophy: the planner, with one thing set above its reckoning."""

from collections.abc import Callable

import numpy as np
from attrs import evolve

from livegame.bots.campaigns.players import Planner
from livegame.catalog.trophies import Trophy
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.outlook import outlook
from livegame.engine.days.parcels import vans
from livegame.engine.days.reducer import Moment
from livegame.engine.days.scripted import trimmed
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState

DEARER = 1080  # of the usual price, per mille, where the vans are few
ROOM = 0.8  # of the vans' room that is filled on purpose
Way = Callable[[Season, DayState, DayPlan], DayPlan]


class Seeker(Planner):
    """The planner with each morning's plan changed in one way."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self._way = way

    def plan(self, season: Season, moment: Moment) -> DayPlan:
        """The reckoned plan, changed."""
        plan = super().plan(season, moment)
        return trimmed(season, moment.days, self._way(season, moment.days, plan))


def asked(season: Season, state: DayState, plan: DayPlan, permille: int) -> DayPlan:
    """The plan with every price so much of the usual one."""
    fen = season.usual * permille // 1000 // 10 * 10
    rows = zip(season.goods, fen, state.price, strict=True)
    return evolve(plan, prices=tuple((name, int(n)) for name, n, now in rows if n != now))


def patient(season: Season, state: DayState, plan: DayPlan) -> DayPlan:
    """For a book that holds: nothing is called before the date, and no offer that is left on a
    whim."""
    flaky = {row.id for row in season.eve.offers if row.flaky}
    firm = [row.id for row in season.eve.offers if not row.flaky]
    offer = plan.offer
    if offer in flaky:
        offer = max(firm, key=lambda name: -int(state.worn[season.eve.offer(name)]), default="")
    return evolve(plan, call=0, offer=offer)


def plain(season: Season, state: DayState, plan: DayPlan) -> DayPlan:
    """For the plain price: no offer, no coupon, and nothing below the usual price."""
    usual = dict(zip(season.goods, season.usual.tolist(), strict=True))
    kept = tuple((name, fen) for name, fen in plan.prices if fen >= usual[name])
    return evolve(plan, offer="", coupon="", prices=kept)


def carried(season: Season, state: DayState, plan: DayPlan) -> DayPlan:
    """For parcels in time: nothing called beyond what vans and warehouses have room for, no offer
    while the book is as much as they take at midnight, dearer where even the page is more."""
    page = sum((row.low + row.high) / 2 for row in outlook(season, state))
    near = int(np.minimum(season.eve.parts, state.depot.sum(axis=(1, 2))).sum())
    room = (vans(season, state, state.day) + near) * ROOM - float(state.waiting.sum()) - page
    book = int(state.book.sum())
    most = int(max(0.0, room) * 1000 / max(book, 1)) // 50 * 50
    plan = evolve(plan, call=min(plan.call, most), advert=0)
    if book * 2 > int(season.eve.vans[-2:].sum()):
        plan = evolve(plan, offer="")
    return asked(season, state, plan, DEARER) if room < 0 else plan


WAYS: dict[str, Way] = {"lapsed": patient, "cuts": plain, "delayed": carried}


def seeker(trophy: Trophy) -> Planner:
    """Who goes for a trophy, by what it asks for beside points; the planner itself if nobody knows
    how."""
    figures = [name for name in (*trophy.least, *trophy.most) if name in WAYS]
    return Seeker(WAYS[figures[0]]) if figures else Planner()
