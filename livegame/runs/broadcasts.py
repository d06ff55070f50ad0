"""Making history's broadcasts: the scripted decisions of a recorded night, as a run file.

The bytes depend on scenario, role, seed, rules and content alone: nobody's clock, nobody's name.
"""

from datetime import datetime, timedelta, timezone

from livegame.catalog.campaigns import Campaign
from livegame.catalog.library import library
from livegame.catalog.nights import Scenario
from livegame.engine.rivals import scripted
from livegame.engine.rules import RULES
from livegame.runs.beginning import first_moment
from livegame.runs.lines import Header
from livegame.runs.memory import Memory
from livegame.runs.origin import HISTORY
from livegame.runs.session import Session
from livegame.runs.worlds import world_of

CHINA = timezone(timedelta(hours=8))
SEEDS = range(200)  # history's seed is the nearest one among these


def recorded_roles(scenario: Scenario | Campaign) -> list[str]:
    """The roles of a scenario whose result is on record; none if it has no recorded result."""
    hosts = library().hosts
    if not (scenario.recorded and scenario.target) or library().pack_of(scenario.id):
        return []
    return [role for role in scenario.roles if hosts[role].recorded]


def history_header(scenario: Scenario, role: str, seed: int) -> Header:
    """Line 1 of history's broadcast: it was created when the night began, China time."""
    return Header(
        rules=RULES,
        scenario=scenario.id,
        content=world_of(scenario.id).content_hash,
        role=role,
        seed=seed,
        mode=HISTORY,
        options={"seeds": f"{SEEDS.start}:{SEEDS.stop}"},
        player=HISTORY,
        created=_air_time(scenario, 0),
    )


def _air_time(scenario: Scenario, minutes: int) -> str:
    begun = datetime.fromisoformat(f"{scenario.date}T{scenario.starts}").replace(tzinfo=CHINA)
    return (begun + timedelta(minutes=minutes)).isoformat()


def broadcast_bytes(scenario: Scenario, role: str, seed: int) -> bytes:
    """The whole run file of history's broadcast: the role's script, played like a player's run.

    Raises:
        RunError: unknown scenario or role.
    """
    header = history_header(scenario, role, seed)
    end = _air_time(scenario, scenario.minutes)
    memory = Memory()
    session = Session(first_moment(header), header, memory, clock=lambda: end)
    while not session.finished:
        if session.view.idle:
            for action in scripted(session.world, session.state, session.room):
                session.decide(action)
        session.advance()
    return header.encode() + memory.lines
