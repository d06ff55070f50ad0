"""Warehouses near the buyers: goods sent ahead, on their way, there; and who is served from where.

A share of the buyers lives round each depot and is served from it as far as it has the good; the
others, and all that a depot is short of, go from the seller's own door, and what the door is short
of goes from any depot.
"""

import numpy as np

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.chance import day_words
from livegame.engine.days.cohorts import gone_bad, older, take_oldest
from livegame.engine.days.happenings import USUAL, effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed
from livegame.engine.tables import Floats, Ints

PERMILLE = 1000


def place_of(season: Season, name: str) -> tuple[int, int]:
    """Depot and good of "depot.product"; -1 for what there is not."""
    depot, _, product = name.partition(".")
    return season.eve.depot(depot), season.good(product)


def sent(season: Season, plan: DayPlan) -> Ints:
    """Packs that a plan sends ahead [Z,G]."""
    found = np.zeros((len(season.eve.depots), len(season.goods)), dtype=np.int64)
    for name, packs in plan.forward:
        found[place_of(season, name)] += packs
    return found


def road(season: Season, state: DayState, depot: int) -> int:
    """Packs that can be sent to a depot today."""
    factor = effects(season, state, state.day).roads
    return int(season.eve.roads[depot, state.day]) * factor // USUAL


def free_room(season: Season, state: DayState) -> Ints:
    """Packs that each depot can still take, with what is on the way there [Z]."""
    there = state.depot.sum(axis=(1, 2)) + state.ahead.sum(axis=(1, 2, 3))
    found: Ints = np.maximum(season.eve.room - there, 0)
    return found


def refusal(season: Season, state: DayState, plan: DayPlan) -> str:
    """Why a plan's packs cannot be sent ahead, as the last part of a text key, or ""."""
    for name, packs in plan.forward:
        depot, good = place_of(season, name)
        if depot < 0:
            return "no_depot"
        if good < 0:
            return "unknown_good"
        if packs <= 0:
            return "amount"
    if not plan.forward:
        return ""
    table = sent(season, plan)
    if (table.sum(axis=0) > state.stock.sum(axis=1)).any():
        return "not_there"
    each = table.sum(axis=1)
    if any(int(n) > road(season, state, z) for z, n in enumerate(each)):
        return "roads"
    return "depot_full" if (each > free_room(season, state)).any() else ""


def fare(season: Season, plan: DayPlan) -> int:
    """What sending ahead costs, fen."""
    return int((sent(season, plan).sum(axis=1) * season.eve.fare).sum()) if plan.forward else 0


def taken(season: Season, state: DayState, plan: DayPlan) -> DayState:
    """The state once the lorries have left: the freshest goods travel."""
    if not plan.forward:
        return state
    stock, ahead = state.stock, state.ahead.copy()
    fresh = np.ones_like(stock)
    for depot, packs in enumerate(sent(season, plan)):
        gone = take_oldest(stock[:, ::-1], packs, fresh)[:, ::-1]
        stock = stock - gone
        ahead[depot, int(season.eve.lead[depot])] += gone
    return changed(state, stock=stock, ahead=ahead)


def serve(
    season: Season, state: DayState, packs: Ints, allowed: Ints
) -> tuple[Ints, tuple[Ints, ...], Ints]:
    """Where so many packs [G] go from: stages at the door [G,A], of each depot, and packs [Z,G]."""
    depots = len(season.eve.depots)
    at_door = (state.stock * allowed).sum(axis=1)
    at_depots = (state.depot * allowed).sum(axis=2)
    from_depots = np.minimum(packs * season.eve.near[:, None] // PERMILLE, at_depots)
    short = np.maximum(packs - from_depots.sum(axis=0) - at_door, 0)
    for depot in range(depots):
        more = np.minimum(short, at_depots[depot] - from_depots[depot])
        from_depots[depot] += more
        short = short - more
    door = packs - from_depots.sum(axis=0)
    stages = tuple(
        take_oldest(state.depot[depot], from_depots[depot], allowed) for depot in range(depots)
    )
    return take_oldest(state.stock, door, allowed), stages, from_depots


def overnight(season: Season, state: DayState, ageing: Floats) -> DayState:
    """Goods at the depots and on the way there ripen and spoil as in the store, and come nearer."""
    if not season.eve.depots:
        return state
    depot, ahead = state.depot, state.ahead
    raw = day_words(state.seed, "depots", state.day, 0, depot.shape)
    depot = older(depot, np.ascontiguousarray(np.broadcast_to(ageing, depot.shape)), raw)
    raw = day_words(state.seed, "depots", state.day, 1, ahead.shape)
    ahead = older(ahead, np.ascontiguousarray(np.broadcast_to(ageing, ahead.shape)), raw)
    depot = depot + ahead[:, 1]
    ahead[:, :-1] = ahead[:, 1:]
    ahead[:, -1] = 0
    ahead[:, 0] = 0
    raw = day_words(state.seed, "depots", state.day, 2, depot.shape)
    bad = gone_bad(depot, np.ascontiguousarray(np.broadcast_to(season.spoil, depot.shape)), raw)
    return changed(
        state, depot=depot - bad, ahead=ahead, spoiled=state.spoiled + bad.sum(axis=(0, 2))
    )
