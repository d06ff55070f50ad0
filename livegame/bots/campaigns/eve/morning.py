"""A whole morning's plan of the days before a night, from what is reckoned part by part."""

from attrs import evolve

from livegame.bots.campaigns.eve.chat import at_chat
from livegame.bots.campaigns.eve.crowd import advert, hour
from livegame.bots.campaigns.eve.deposits import call, offer
from livegame.bots.campaigns.eve.expecting import guess
from livegame.bots.campaigns.eve.prices import prices
from livegame.bots.campaigns.eve.supply import ahead, loads, picked, promises
from livegame.bots.campaigns.temper import Temper
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState


def eve_plan(season: Season, state: DayState, temper: Temper | None = None) -> DayPlan:
    """A reckoned morning."""
    now = guess(season, state, temper)
    staff, teach = at_chat(season, state, now)
    slot = hour(season, state, now)
    plan = DayPlan(
        offer=offer(season, state, now),
        call=call(season, state, now),
        staff=staff,
        teach=teach,
        slot=slot,
        advert=advert(season, state, now),
        prices=prices(season, state, now),
        hands=season.numbers.hands_most,
    )
    plan = evolve(plan, forward=ahead(season, state, now, plan))
    plan = evolve(plan, loads=loads(season, state, now))
    plan = picked(season, state, now, plan)
    return evolve(plan, promise=promises(season, state, now))
