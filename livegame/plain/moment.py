"""A moment of a night as people write it: a time of day, or a tick."""

import re

from livegame.catalog.nights import Scenario
from livegame.catalog.texts import t
from livegame.runs.clean import clean
from livegame.runs.problems import RunError

TIME = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?", re.ASCII)
DAY = 24 * 3600


def tick_at(scenario: Scenario, text: str) -> int:
    """The tick at 21:12, 21:12:30 or simply 504; a time between two ticks is the earlier one.

    Raises:
        RunError: it is neither, or not within the night.
    """
    last = scenario.minutes * 60 // scenario.tick_seconds
    found = TIME.fullmatch(text.strip())
    tick = -1
    if found:
        hour, minute, second = (int(part or 0) for part in found.groups())
        begin, *rest = (int(part) for part in scenario.starts.split(":"))
        start = begin * 3600 + sum(part * 60 ** (1 - at) for at, part in enumerate(rest))
        if hour < 24 and minute < 60 and second < 60:
            since = (hour * 3600 + minute * 60 + second - start) % DAY
            tick = since // scenario.tick_seconds
    elif text.isascii() and text.isdecimal() and len(text) < 8:
        tick = int(text)
    if not 0 <= tick <= last:
        said = clean(text, 40)
        raise RunError(t("plain.no_moment", text=said, starts=scenario.starts, last=last))
    return tick
