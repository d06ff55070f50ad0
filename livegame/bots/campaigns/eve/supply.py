"""Goods: what to order and to pick, what to send to the warehouses, what to promise."""

import numpy as np
from attrs import evolve

from livegame.bots.campaigns.eve.expecting import Guess, night_day
from livegame.bots.campaigns.hands import fewest_hands
from livegame.engine.days import depots
from livegame.engine.days.actions import DayPlan, Pairs
from livegame.engine.days.plans import most_picked
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held, owing, under_way
from livegame.engine.tables import Ints

RESERVE = 0.12  # of the cash is kept for wages and freight
SOON, URGENT = 4, 3.0  # days whose sales are not to be missed; times what else is worth
LASTS = 1.2  # times what today is expected to ask for


def loads(season: Season, state: DayState, now: Guess) -> Pairs:
    """What is missing for the days to come, dear packs first, by the cheapest way that is in time;
    the dear way only for what the next days would turn away."""
    need = (now.page.sum(axis=0) + now.night + now.book) * now.temper.sure + owing(state)
    need = need - held(state) - under_way(state)
    soon = now.page[:SOON].sum(axis=0) + owing(state) - held(state) - under_way(state)
    cash = float(state.cash) * (1.0 - RESERVE)
    found: list[tuple[str, int]] = []
    for route in np.argsort(season.freight, kind="stable"):
        name, lead = season.campaign.route[route].id, int(season.lead[route])
        arrival = state.day + lead
        if season.route(name) < 0 or not season.leaves[route, state.day]:
            continue
        if arrival >= season.days:
            continue
        dear = int(season.freight[route]) * 1.0
        room = int(season.loads[route])
        while room > 0:
            worth = now.margin + np.where(need > now.page.sum(axis=0), now.margin * 0.3, 0.0)
            # What the next days turn away costs trust beside the margin.
            worth = worth * np.where(soon > 0, URGENT, 1.0)
            value = worth * np.minimum(np.maximum(need, 0), season.load) - dear
            value = np.where((season.load > 0) & (need >= season.load * 0.4), value, -1.0)
            good = int(value.argmax())
            cost = float(season.load[good] * season.cost[good]) + dear
            if value[good] <= dear * 0.25 or cost > cash:
                break
            need[good] -= season.load[good]
            soon[good] -= season.load[good]
            cash -= cost
            room -= 1
            found.append((f"{name}.{season.goods[good]}", 1))
    total: dict[str, int] = {}
    for key, count in found:
        total[key] = total.get(key, 0) + count
    return tuple(total.items())


def ahead(season: Season, state: DayState, now: Guess, plan: DayPlan) -> Pairs:
    """Packs for the warehouses: each gets its part of what the night and the day after it will
    sell, as far as the roads and its vans go; the page's own days are kept at the door."""
    eve = season.eve
    if not eve.depots or state.day >= season.days - 1:
        return ()
    days = min(2, len(now.page) - 1)
    keep = now.page[: days + 1].sum(axis=0) * now.temper.spare
    keep = keep + owing(state) + state.book * plan.call / 1000
    last = state.day >= night_day(season) - 3
    spare = np.floor(np.maximum(state.stock.sum(axis=1) - keep * (0.5 if last else 1.0), 0))
    wanted = now.night + now.page[-1] + now.book
    there = state.depot.sum(axis=2) + state.ahead.sum(axis=(1, 3))
    found: list[tuple[str, int]] = []
    free = depots.free_room(season, state)
    for z in range(len(eve.depots)):
        if state.day + int(eve.lead[z]) >= season.days:
            continue
        most = min(depots.road(season, state, z), int(free[z]), int(eve.parts[z]) * 2)
        goal = np.maximum(wanted * int(eve.near[z]) / 1000 - there[z], 0.0)
        packs = np.floor(np.minimum(goal, spare))
        total = float(packs.sum())
        if total > most:
            packs = np.floor(packs * (most / total))
        for g, good in enumerate(season.goods):
            if packs[g] > 0:
                found.append((f"{eve.depots[z].id}.{good}", int(packs[g])))
        spare = spare - packs
    return tuple(found)


def picked(season: Season, state: DayState, now: Guess, plan: DayPlan) -> DayPlan:
    """The plan with what the next two days and, near the night, the night will sell picked."""
    if not season.plant.any():
        return evolve(plan, hands=0)
    near = state.day >= night_day(season) - 3
    want = now.page[:2].sum(axis=0) + owing(state) + state.book * plan.call / 1000
    if near:
        want = now.page.sum(axis=0) + now.night + now.book
    need = want - held(state) - under_way(state)
    order: Ints = np.argsort(-(now.margin * season.picks), kind="stable")
    for g in order:
        good = season.goods[int(g)]
        room = most_picked(season, state, plan, good)
        stages = state.plant.shape[1]
        fit = int(state.plant[g, int(season.ripe[g]) : min(int(season.over[g]), stages)].sum())
        packs = min(room, fit, max(0, int(need[g])))
        if packs > 0:
            plan = evolve(plan, picks=(*plan.picks, (good, packs)))
    return fewest_hands(season, state, plan)


def promises(season: Season, state: DayState, now: Guess) -> Pairs:
    """Part of what arrives tomorrow, where what is there will hardly last today."""
    if state.day + 1 >= season.days:
        return ()
    arriving = state.transit[:, 1].sum(axis=(0, 2))
    there, today = held(state) - owing(state), now.page[0]
    rows = (
        (good, min(int(season.promise_most[g]), int(arriving[g]) // 2))
        for g, good in enumerate(season.goods)
        if there[g] < today[g] * LASTS
    )
    return tuple((good, packs) for good, packs in rows if packs > 0)
