"""The challenge of a day: the same night, room and luck for everybody, from the date alone.

    first = sha256("livegame challenge DAY rules RULES")
    scenario = ids in order [first's bytes 0-7 modulo their number]
    second = sha256("livegame challenge DAY rules RULES SCENARIO CONTENT")
    role = the scenario's roles [second's bytes 0-7 modulo their number]
    seed = second's bytes 8-15, shifted right by one bit

DAY is a UTC date as 2026-11-22, RULES the rules version, CONTENT the scenario's content hash, and
bytes are read as big-endian numbers.
"""

import hashlib
from collections.abc import Mapping
from datetime import date

from attrs import frozen

from livegame.catalog.library import library
from livegame.engine.rules import RULES
from livegame.runs.worlds import world_of

CHALLENGE = "challenge"
DAY = "day"


@frozen
class Challenge:
    """What everybody plays on a day (UTC)."""

    day: date
    scenario: str
    role: str
    seed: int


def nights() -> list[str]:
    """The nights among which a day's challenge is, by id: the shipped ones, which all have."""
    lib = library()
    return sorted(name for name in lib.scenarios if not lib.pack_of(name))


def challenge_of(day: date) -> Challenge:
    """The challenge of a day, under this copy's rules and content."""
    said = f"livegame challenge {day.isoformat()} rules {RULES}"
    scenarios = nights()
    scenario = scenarios[_number(said, 0) % len(scenarios)]
    world = world_of(scenario)
    said += f" {scenario} {world.content_hash}"
    role = world.roles[_number(said, 0) % len(world.roles)]
    return Challenge(day, scenario, role, _number(said, 8) >> 1)


def _number(said: str, at: int) -> int:
    return int.from_bytes(hashlib.sha256(said.encode()).digest()[at : at + 8], "big")


def day_of(options: Mapping[str, int | str]) -> date | None:
    """The day that a header's options tell; None if they tell none."""
    said = options.get(DAY)
    try:
        day = date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None
    return day if day and day.isoformat() == said else None
