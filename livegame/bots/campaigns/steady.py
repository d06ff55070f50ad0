"""One plan for all days: the player who decides on the first morning and then never again.

It is what day-by-day play is measured against. The night's show is held on its day all the same,
and what the rules refuse on a morning is left out, so such a plan is as good as it can be.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from attrs import evolve, frozen

from livegame.bots.campaigns.hands import fewest_hands
from livegame.bots.players import History
from livegame.engine.actions import Action
from livegame.engine.days.actions import DayPlan, Pairs
from livegame.engine.days.plans import open_on
from livegame.engine.days.reducer import Moment
from livegame.engine.days.scripted import trimmed
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState

PERMILLE = 1000
GRID = 10  # fen that prices are rounded to


@frozen
class OnePlan:
    """What is done on every morning.

    Attributes:
        offer: id of the deposit offer, "" for none. call: part of the book that is called while a
            window is open, per mille.
        price: of the usual ones, per mille.
        orders: packs ordered and picked a day, per mille of what the first morning has in stock
            and in the book. ahead: of these, per mille, sent to the warehouses.
        staff: people at the chat; teachers: of them who teach the heaviest topic.
        hour: number of the short show's hour, from 0; -1 for none. advert: blocks.
    """

    offer: str = ""
    call: int = 0
    price: int = PERMILLE
    orders: int = 300
    ahead: int = 0
    staff: int = 3
    teachers: int = 0
    hour: int = -1
    advert: int = 0


class Steady:
    """Plays one plan."""

    def __init__(self, way: OnePlan) -> None:
        self._way = way

    def plan(self, season: Season, moment: Moment) -> DayPlan:
        """The plan, cut to what the rules allow this morning."""
        state, way = moment.days, self._way
        wanted = _wanted(season, way)
        plan = DayPlan(
            offer=way.offer,
            call=way.call,
            prices=_prices(season, state, way),
            staff=way.staff,
            teach=_taught(season, way),
            slot=_hour(season, state, way),
            advert=way.advert * season.numbers.advert_unit,
            hands=season.numbers.hands_most,
            loads=_loads(season, state, wanted),
            picks=tuple((n, int(wanted[g])) for g, n in enumerate(season.goods) if season.picks[g]),
            forward=_forward(season, state, way),
        )
        return fewest_hands(season, state, trimmed(season, state, plan))

    def beats(self, moment: Moment) -> tuple[Action, ...]:
        """The running order."""
        return History().choose(*moment.stage, 0)


def _wanted(season: Season, way: OnePlan) -> np.ndarray:
    """Packs of each good a day [G]."""
    found: np.ndarray = (season.opening + season.eve.book) * way.orders // PERMILLE
    return found


def _prices(season: Season, state: DayState, way: OnePlan) -> Pairs:
    asked = season.usual * way.price // PERMILLE // GRID * GRID
    rows = zip(season.goods, asked, state.price, strict=True)
    return tuple((name, int(fen)) for name, fen, now in rows if fen != now)


def _taught(season: Season, way: OnePlan) -> Pairs:
    if not way.teachers or not season.eve.topics:
        return ()
    return ((season.eve.topics[int(season.eve.weight.argmax())].id, way.teachers),)


def _hour(season: Season, state: DayState, way: OnePlan) -> str:
    """The night on its day, else the plan's hour."""
    rows = [row for row in season.campaign.slot if open_on(season, row.id, state.day)]
    for row in rows:
        if row.night:
            return row.id
    return rows[way.hour].id if way.hour >= 0 and rows else ""


def _loads(season: Season, state: DayState, wanted: np.ndarray) -> Pairs:
    """A day's packs by the cheapest way, in whole loads; what is under half a load comes every
    second day or third."""
    if not len(season.lead):
        return ()
    route = int(np.argsort(season.freight, kind="stable")[0])
    name, found = season.campaign.route[route].id, []
    if state.day + int(season.lead[route]) >= season.days:
        return ()
    for g, good in enumerate(season.goods):
        size = int(season.load[g])
        if size:
            count = int(wanted[g]) * (state.day + 1) // size - int(wanted[g]) * state.day // size
            if count:
                found.append((f"{name}.{good}", count))
    return tuple(found)


def _forward(season: Season, state: DayState, way: OnePlan) -> Pairs:
    """A part of what is there to each warehouse, by how many buyers live round it."""
    there = state.stock.sum(axis=1) * way.ahead // PERMILLE
    rows = []
    for z, depot in enumerate(season.eve.depots):
        for g, good in enumerate(season.goods):
            packs = int(there[g]) * int(season.eve.near[z]) // PERMILLE
            if packs:
                rows.append((f"{depot.id}.{good}", packs))
    return tuple(rows)


STEPS: dict[str, tuple[object, ...]] = {
    "offer": ("", "plain", "deep", "thin"),
    "call": (0, 500, 1000),
    "price": (900, 950, PERMILLE, 1050, 1100),
    "orders": (60, 120, 180, 240, 320),
    "ahead": (0, 250, 600),
    "staff": (2, 4, 6, 8),
    "teachers": (0, 1),
    "hour": (-1, 0, 1),
    "advert": (0, 1, 4),
}


def neighbours(way: OnePlan) -> Iterator[OnePlan]:
    """All plans that differ from one in one part."""
    for name, values in STEPS.items():
        for value in values:
            if value != getattr(way, name):
                changed: Any = {name: value}
                yield evolve(way, **changed)
