"""Campaigns played by program, for screens that come after them."""

from livegame.bots.campaigns.players import DAY_BOTS
from livegame.engine.days.state import CLOSING
from livegame.runs.campaigns.session import CampaignSession


def script_through(session: CampaignSession, *, last_night: bool = True) -> None:
    """By the daily script to the end; without `last_night` until there is but that to come."""
    player, last = DAY_BOTS["history"](session.seed), session.season.days - 1
    while not session.finished:
        moment = session.moment
        if not last_night and (moment.days.day, moment.days.phase) == (last, CLOSING):
            return
        if session.morning:
            session.decide(player.plan(session.season, moment))
        elif moment.on_air and int(moment.stage[1].left[0, 0]) == 0:
            for action in player.beats(moment):
                if not session.why_not(action):
                    session.decide(action)
        session.advance()
