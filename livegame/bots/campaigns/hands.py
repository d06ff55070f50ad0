"""How many hands a day's picking takes."""

from attrs import evolve

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.plans import hands_of, work_of
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState


def fewest_hands(season: Season, state: DayState, plan: DayPlan) -> DayPlan:
    """The plan with as few hired hands as its picking takes, and never more than it has."""
    work = work_of(season, plan)
    for hands in range(plan.hands + 1):
        fewer = evolve(plan, hands=hands)
        if hands_of(season, state, fewer) >= work:
            return fewer
    return plan
