"""Forecasts on a campaign's evening, whose world is made of the day and has no name of its own."""

import pytest

from livegame.bots.campaigns.players import DAY_BOTS
from livegame.bots.cohost import hint
from livegame.bots.forecast import forecast
from livegame.bots.foresee import Foreseer
from livegame.catalog.library import library
from livegame.engine.actions import Beat
from livegame.runs.campaigns.evening import EveningSession
from livegame.runs.campaigns.session import CampaignSession


def first_evening(campaign: str) -> CampaignSession:
    """A campaign in its first show; the day before it is planned by a bot."""
    role = library().campaigns[campaign].roles[0]
    session = CampaignSession.start(campaign, role, seed=5)
    bot = DAY_BOTS["history"](5)
    while not session.moment.on_air:
        assert not session.finished
        if session.morning:
            session.decide(bot.plan(session.season, session.moment))
        session.advance()
    return session


@pytest.mark.parametrize("campaign", library().campaigns)
def test_the_process_aside_is_told_the_evening_itself(campaign: str) -> None:
    session = first_evening(campaign)
    show = EveningSession(session)
    free = (option.action for option in show.options if not option.why_not)
    beats = [action for action in free if isinstance(action, Beat)]
    foreseer = Foreseer()
    try:
        found = foreseer.forecast(show.world, show.state, show.room, beats)
        assert not foreseer._alone
    finally:
        foreseer.close()
        session.close()
    assert beats
    assert found == forecast(show.world, show.state, show.room, beats)


@pytest.mark.parametrize("campaign", library().campaigns)
def test_the_cohost_knows_the_evening(campaign: str) -> None:
    session = first_evening(campaign)
    assert hint(EveningSession(session))
    session.close()
