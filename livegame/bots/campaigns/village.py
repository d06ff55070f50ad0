"""A village's office by program: which farms are worth a show tonight, whom a lesson would repay,
and how much to pick for both. It reckons with means, never with the run's luck."""

from itertools import combinations

import numpy as np
from attrs import evolve, frozen

from livegame.bots.campaigns.hands import fewest_hands
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.evening import drawn_by_fans
from livegame.engine.days.outlook import outlook, ripening
from livegame.engine.days.plans import most_picked
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held
from livegame.engine.days.training import between
from livegame.engine.tables import ONE, Floats, Ints

CONVERTS = 0.7  # a show's visitor buys this much more readily than a page's
SHARED = 0.7  # what each of two farms sells of what it would sell alone
SOLD_ON_AIR = 0.3  # of what is still to come
KEEPS = 2.5  # market days for which a crop on the plant is counted on


@frozen(eq=False)
class Guess:
    """What the office expects of today.

    Attributes:
        page: packs that the page will be asked for [G]. chance: that a visitor buys a pack [G].
        margin: fen a pack [G]. ripe: packs on the plants that are fit to be picked [G].
    """

    page: Floats
    chance: Floats
    margin: Floats
    ripe: Ints


def guess(season: Season, state: DayState) -> Guess:
    """Today's expectations."""
    page = np.array([(row.low + row.high) / 2 for row in outlook(season, state)])
    people = max(1, int(season.visitors[state.day]) + int(state.fans * season.numbers.fan_visits))
    stages = np.arange(state.plant.shape[1])
    fit = (stages >= season.ripe[:, None]) & (stages < season.over[:, None])
    return Guess(
        page=page,
        chance=page / people,
        margin=(state.price - season.cost).astype(np.float64),
        ripe=(state.plant * fit).sum(axis=1),
    )


def shown(season: Season, state: DayState, now: Guess, farms: tuple[int, ...], slot: str) -> Floats:
    """Packs that a show of these farms at an hour would likely sell [G], if they were there."""
    village = season.village
    hour = next(row for row in season.campaign.slot if row.id == slot)
    skill = state.skill[village.host]
    pull = between(village.draw_new, village.draw_best, skill) * village.pull / 1000
    own = float(pull[list(farms)].mean()) / ONE * float(season.world.draw.sum()) / ONE
    own *= drawn_by_fans(season, state.fans)
    crowd = hour.people * float(season.world.arrivals.sum()) * own / (own + hour.rivals)
    believed = np.exp(between(village.appeal_new, village.appeal_best, skill) / ONE)
    found = np.zeros(len(season.goods))
    for farm in farms:
        good = int(village.good[farm])
        packs = crowd * float(now.chance[good]) * CONVERTS * float(believed[farm])
        found[good] = packs * (SHARED if len(farms) > 1 else 1.0)
    return found


def tonight(season: Season, state: DayState, now: Guess) -> tuple[str, tuple[int, ...], Floats]:
    """Hour, farms and likely packs of the show that would bring most; "" if none would. Whoever is
    on air misses a lesson."""
    village = season.village
    missed = np.maximum(worth(season, state, now, village.lesson), 0.0)
    missed = np.maximum(missed - worth(season, state, now, village.show), 0.0)
    able = [f for f, host in enumerate(village.host) if state.skill[host] >= village.licence]
    hours = [row for row in season.campaign.slot if row.id not in season.rung.without]
    best: tuple[str, tuple[int, ...], Floats] = ("", (), np.zeros(len(season.goods)))
    if state.shows >= season.shows_most:
        return best
    most = 0.0
    # What a day's hands can bring in, beside what is there.
    crew = (season.numbers.hands + season.numbers.hands_most) * season.picks * 2 // 3
    there = held(state) + np.minimum(now.ripe, crew)
    for count in range(1, village.on_air + 1):
        for farms in combinations(able, count):
            for row in hours:
                packs = np.minimum(shown(season, state, now, farms, row.id), there)
                cost = row.cost + int(village.cost[list(farms)].sum())
                cost += int(sum(missed[h] for h in {int(village.host[f]) for f in farms}))
                value = float((packs * now.margin).sum()) - cost
                if value > most:
                    most, best = value, (row.id, farms, packs)
    return best


def coming(season: Season, state: DayState) -> Floats:
    """Packs of each good that can still be picked fit on the days after this one [G]: a crop
    waits only so long."""
    total = ripening(season, state)[1:].sum(axis=0) / KEEPS
    found: Floats = np.minimum(total, state.plant.sum(axis=1) + held(state))
    return found


def worth(season: Season, state: DayState, now: Guess, learned: Ints) -> Floats:
    """What each person's learning today would bring, fen [H]: the part of what is missing
    (`learned`, per mille [H]) over all that is still to come from their farms, less what a lesson
    costs."""
    village = season.village
    later = coming(season, state) * now.margin
    found = np.zeros(len(village.people))
    for h in range(len(village.people)):
        gain = max(0, int(village.most[h] - state.skill[h])) * int(learned[h]) / 1000 / ONE
        skill = state.skill[h : h + 1]
        pull = float(between(village.draw_new, village.draw_best, skill)[0]) / ONE
        steep = (village.draw_best - village.draw_new) / ONE / (1.0 + pull) ** 2
        steep += (village.appeal_best - village.appeal_new) / ONE
        own = float(later[village.good[village.host == h]].sum()) * SOLD_ON_AIR
        found[h] = own * gain * steep - int(village.fee[h]) - season.numbers.wage
    return found


def lessons(season: Season, state: DayState, now: Guess, farms: tuple[int, ...]) -> tuple[str, ...]:
    """Whom a lesson today repays most, of those who are not on air."""
    village = season.village
    busy = {int(village.host[farm]) for farm in farms}
    value = worth(season, state, now, village.lesson)
    order = sorted(range(len(village.people)), key=lambda h: -float(value[h]))
    chosen = [village.people[h].id for h in order if h not in busy and value[h] > 0]
    return tuple(chosen[: village.places])


def office_plan(season: Season, state: DayState) -> DayPlan:
    """A reckoned morning of a village."""
    now = guess(season, state)
    slot, farms, packs = tonight(season, state, now)
    train = lessons(season, state, now, farms)
    plan = DayPlan(
        train=train,
        air=tuple(season.village.farms[farm].id for farm in farms),
        slot=slot,
        hands=season.numbers.hands_most,
    )
    return picked(season, state, plan, now, now.page + packs)


def picked(season: Season, state: DayState, plan: DayPlan, now: Guess, want: Floats) -> DayPlan:
    """The plan with what is wanted picked as far as it is ripe, dear packs first, and no more
    hands than that takes."""
    order = sorted(range(len(season.goods)), key=lambda g: -float(now.margin[g] * season.picks[g]))
    for g in order:
        good = season.goods[g]
        room = min(most_picked(season, state, plan, good), int(now.ripe[g]))
        packs = min(room, max(0, int(want[g]) - int(held(state)[g])))
        if packs > 0:
            plan = evolve(plan, picks=(*plan.picks, (good, packs)))
    return fewest_hands(season, state, plan)
