"""What a planner puts on the platform's truck: as much as its farm's share of the joint goal will
still want tonight, of the goods that lose least by it."""

from collections.abc import Callable

import numpy as np
from attrs import evolve

from livegame.bots.campaigns.hands import fewest_hands
from livegame.engine.days import joint
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.plans import most_picked, truck_takes, why_not
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held
from livegame.engine.tables import Floats

COUNTED_ON = 0.8  # of what the page and the show should sell today
STEP = 4 / 5  # what is tried next if that much cannot be

Server = Callable[[Season, DayState, DayPlan, Floats], DayPlan]


def share_served(season: Season, state: DayState, plan: DayPlan, want: Floats) -> DayPlan:
    """The plan with a truck for what the share will lack by night.

    Args:
        want: packs that page and show will likely sell today [G].
    """
    if season.joint.row is None:
        return plan
    own = float((want * season.joint.kilos).sum()) * COUNTED_ON
    return filled(season, state, plan, joint.lacking(season.joint, state) - own)


def all_served(season: Season, state: DayState, plan: DayPlan, want: Floats) -> DayPlan:
    """The plan with all that is fit on the truck but half of what it would pick anyway."""
    if season.joint.row is None:
        return plan
    most = float((state.plant.sum(axis=1) * season.joint.kilos).sum())
    full = filled(season, state, plan, most)
    there = truck_takes(season, state, full)
    packs = np.maximum(there // 2, joint.wanted(season.goods, full))
    rows = zip(season.goods, packs * (season.joint.kilos > 0), strict=True)
    more = evolve(full, truck=tuple((good, int(n)) for good, n in rows if n))
    return full if why_not(season, state, more) else more


def none_served(season: Season, state: DayState, plan: DayPlan, want: Floats) -> DayPlan:
    """The plan as it is."""
    return plan


def loss(season: Season, state: DayState, good: int) -> float:
    """What a kilogram on the truck is worth, fen, less what picking it costs."""
    pays = int(season.usual[good]) * joint.rate(season.joint, state) / 1000
    picking = season.numbers.wage / max(int(season.picks[good]), 1)
    return (pays - int(season.cost[good]) - picking) / int(season.joint.kilos[good])


def filled(season: Season, state: DayState, plan: DayPlan, kilos: float) -> DayPlan:
    """The plan with so many kilograms on the truck, or as many as can be picked and paid for."""
    counts = [g for g in range(len(season.goods)) if season.joint.kilos[g]]
    full = evolve(plan, hands=season.numbers.hands_most)
    if kilos <= 0 or why_not(season, state, full):
        full = plan
    for g in sorted(counts, key=lambda g: -loss(season, state, g)):
        full, kilos = _more(season, state, full, g, kilos)
    return fewest_hands(season, state, full)


def _more(
    season: Season, state: DayState, plan: DayPlan, g: int, kilos: float
) -> tuple[DayPlan, float]:
    """The plan with what can be added of one good, and the kilograms that are still wanted."""
    good, each = season.goods[g], int(season.joint.kilos[g])
    stages = np.arange(state.plant.shape[1])
    fit = (stages >= season.ripe[g]) & (stages < season.over[g])
    already = dict(plan.picks).get(good, 0)
    room = min(most_picked(season, state, plan, good), int((state.plant[g] * fit).sum()))
    spare = max(0, int(held(state)[g]) - int(state.owed[:, g].sum())) if not room else 0
    packs = min(max(room - already, spare), int(kilos // each) + 1) if kilos > 0 else 0
    while packs > 0:
        others = tuple(row for row in plan.picks if row[0] != good)
        picks = (*others, (good, already + packs)) if room else plan.picks
        more = evolve(plan, picks=picks, truck=(*plan.truck, (good, packs)))
        if not why_not(season, state, more):
            return more, kilos - packs * each
        packs = int(packs * STEP)
    return plan, kilos
