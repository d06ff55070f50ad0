"""Making history's campaigns: the daily script and its running orders, as a run file.

The bytes depend on campaign, role, seed, rules and content alone: nobody's clock, nobody's name.
"""

from datetime import datetime, timedelta

from livegame.catalog.campaigns import Campaign
from livegame.engine.days.scripted import scripted_plan
from livegame.engine.rivals import scripted
from livegame.engine.rules import RULES
from livegame.runs.broadcasts import CHINA, SEEDS
from livegame.runs.campaigns.seasons import RUNG, season_of
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.track import DaysTrack
from livegame.runs.lines import Header
from livegame.runs.memory import Memory
from livegame.runs.origin import HISTORY


def campaign_header(campaign: Campaign, role: str, seed: int) -> Header:
    """Line 1 of history's campaign, on the first rung: created when its first evening began."""
    return Header(
        rules=RULES,
        scenario=campaign.id,
        content=season_of(campaign.id, role).content_hash,
        role=role,
        seed=seed,
        mode=HISTORY,
        options={"seeds": f"{SEEDS.start}:{SEEDS.stop}", RUNG: 1},
        player=HISTORY,
        created=_evening_of(campaign, 1, 0),
    )


def _evening_of(campaign: Campaign, day: int, minutes: int) -> str:
    """ISO time, China's clock: so many minutes after the usual hour of a day's show."""
    first = datetime.fromisoformat(f"{campaign.date}T{campaign.starts}").replace(tzinfo=CHINA)
    return (first + timedelta(days=(day - 1) * campaign.every, minutes=minutes)).isoformat()


def campaign_bytes(campaign: Campaign, role: str, seed: int) -> bytes:
    """The whole run file of history's campaign: the role's script, played like a player's run.

    Raises:
        RunError: unknown campaign or role.
    """
    header = campaign_header(campaign, role, seed)
    end = _evening_of(campaign, campaign.days, campaign.evening.minutes)
    memory = Memory()
    season = season_of(campaign.id, role)
    track = DaysTrack.begin(season, seed, header.encode())
    session = CampaignSession(track, header, memory, clock=lambda: end)
    while not session.finished:
        moment = session.moment
        if session.morning:
            session.decide(scripted_plan(season, moment.days))
        elif moment.on_air and int(moment.stage[1].left[0, 0]) == 0:
            for action in scripted(*moment.stage, 0):
                session.decide(action)
        session.advance()
    return header.encode() + memory.lines
