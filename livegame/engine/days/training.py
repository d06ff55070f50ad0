"""Whom a village trains and which farms it puts on air: what may be, what it costs, what it does.

Skill is a level: a lesson gives part of what somebody is still missing, a show held gives another.
Whoever is in a lesson today neither picks nor goes on air. A host's skill tells how many come to
the room and how far what they show is believed; a show is from one farm or several, and offers
what those farms grow.
"""

import numpy as np

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.delivery import for_sale
from livegame.engine.days.happenings import USUAL, effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed
from livegame.engine.tables import ONE, Ints


def refusal(season: Season, state: DayState, plan: DayPlan) -> str:
    """Why a plan's lessons and farms cannot be, as the last part of a text key, or ""."""
    village = season.village
    people = [village.person(name) for name in plan.train]
    farms = [village.farm(name) for name in plan.air]
    if min(people, default=0) < 0:
        return "no_person"
    if min(farms, default=0) < 0:
        return "no_farm"
    if len(set(people)) < len(people) or len(set(farms)) < len(farms):
        return "twice"
    if len(people) > village.places:
        return "places"
    if len(farms) > village.on_air:
        return "many_farms"
    hosts = [int(village.host[farm]) for farm in farms]
    if set(hosts) & set(people):
        return "in_lessons"
    if any(int(state.skill[host]) < village.licence for host in hosts):
        return "no_licence"
    if village.farms and plan.slot and not farms:
        return "which_farm"
    return "no_hour" if farms and not plan.slot else ""


def fees(season: Season, plan: DayPlan) -> tuple[int, int]:
    """What the lessons, and what the shows from the farms cost, fen."""
    village = season.village
    lessons = sum(int(village.fee[village.person(name)]) for name in plan.train)
    shows = sum(int(village.cost[village.farm(name)]) for name in plan.air)
    return lessons, shows


def taken(season: Season, state: DayState, plan: DayPlan) -> DayState:
    """The state once today's lessons and farms are settled."""
    village = season.village
    if not village.farms:
        return state
    train = np.array([int(row.id in plan.train) for row in village.people], dtype=np.int64)
    air = np.array([int(row.id in plan.air) for row in village.farms], dtype=np.int64)
    return changed(state, train=train, air=air, lessons=state.lessons + train)


def offered(season: Season, state: DayState) -> Ints:
    """Flags of the goods that tonight's show is about [G]: all, where there are no farms."""
    village = season.village
    if not village.farms:
        return np.ones(len(season.goods), dtype=np.int64)
    found = np.zeros(len(season.goods), dtype=np.int64)
    np.maximum.at(found, village.good, state.air)
    return found


def listed(season: Season, state: DayState) -> Ints:
    """Flags of the goods that the page shows today [G]: a village's page leaves out what is not
    there at all in the morning, so that nobody asks for cherries in March."""
    if not season.village.farms:
        return np.ones(len(season.goods), dtype=np.int64)
    found: Ints = (for_sale(season, state) + state.promise > 0).astype(np.int64)
    return found


def between(low: int, high: int, skill: Ints) -> Ints:
    """The value at each skill, on the straight line from none to full, Q16."""
    found: Ints = low + ((high - low) * skill >> 16)
    return found


def drawing(season: Season, state: DayState) -> int:
    """Factor on the room's pull tonight, Q16: the mean of the farms that are on air, each by its
    host's skill and by the place."""
    village = season.village
    if not state.air.any():
        return ONE
    hosts = between(village.draw_new, village.draw_best, state.skill[village.host])
    each = hosts * village.pull // USUAL
    return int((each * state.air).sum()) // int(state.air.sum())


def believed(season: Season, state: DayState) -> Ints:
    """Shift of the log-odds of each good in tonight's show [G], Q16: by its host's skill."""
    village = season.village
    found = np.zeros(len(season.goods), dtype=np.int64)
    shift = between(village.appeal_new, village.appeal_best, state.skill[village.host])
    found[village.good] = shift * state.air
    return found


def missing(season: Season, state: DayState) -> Ints:
    """What each person could still learn [H], Q16."""
    found: Ints = np.maximum(season.village.most - state.skill, 0)
    return found


def after_show(season: Season, state: DayState) -> DayState:
    """Whoever was on air has learned from it."""
    village = season.village
    if not village.farms:
        return state
    hosted = np.zeros(len(village.people), dtype=np.int64)
    np.maximum.at(hosted, village.host, state.air)
    gained = missing(season, state) * village.show // USUAL * hosted
    return changed(state, skill=state.skill + gained, aired=state.aired + state.air)


def lesson_gain(season: Season, state: DayState) -> Ints:
    """What a lesson of today gives each person [H], Q16, by what is on today."""
    most, factor = missing(season, state), effects(season, state, state.day).lessons
    gain: Ints = np.minimum(most * season.village.lesson // USUAL * factor // USUAL, most)
    return gain


def overnight(season: Season, state: DayState) -> DayState:
    """Today's lessons have sunk in; tomorrow nothing is settled yet."""
    village = season.village
    if not village.farms:
        return state
    return changed(
        state,
        skill=state.skill + lesson_gain(season, state) * state.train,
        train=np.zeros_like(state.train),
        air=np.zeros_like(state.air),
    )
