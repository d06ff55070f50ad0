"""What a day brought, in short lines: the store, the evening's show, the night."""

import numpy as np

from livegame.catalog.figures import count, money
from livegame.catalog.texts import t
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.runs.campaigns import evewords
from livegame.runs.campaigns.doubts import left_line
from livegame.runs.campaigns.joint import night_line
from livegame.runs.campaigns.levels import level_words
from livegame.runs.campaigns.names import pairs


def day_lines(season: Season, before: DayState, after: DayState) -> list[str]:
    """What the store's day brought, and what it leaves for the show."""
    day = before.day
    lines = [
        t(
            "days.plain.day_sold",
            parts=pairs(season, after.by_store[day]),
            visitors=count(after.visited - before.visited),
        )
    ]
    if after.turned_today.any():
        lines.append(t("days.plain.day_turned", parts=pairs(season, after.turned_today)))
    left = left_line(season, after)
    return [*lines, *evewords.day_lines(season, before, after), *([left] if left else [])]


def show_line(season: Season, before: DayState, after: DayState) -> str:
    """What the evening's show brought to the campaign."""
    return t(
        "days.plain.show_over",
        visitors=count(after.watched - before.watched),
        parts=pairs(season, after.by_show[before.day]),
        fans=count(max(0, after.fans - before.fans)),
    )


def night_lines(season: Season, before: DayState, after: DayState) -> list[str]:
    """What went bad and what came in overnight."""
    bad = after.spoiled + after.dropped - before.spoiled - before.dropped
    spoiled = t("days.plain.night_spoiled", parts=pairs(season, bad)) if bad.any() else ""
    came = np.maximum(before.transit.sum(axis=(0, 1, 3)) - after.transit.sum(axis=(0, 1, 3)), 0)
    arrived = t("days.plain.night_arrived", parts=pairs(season, came)) if came.any() else ""
    return [
        t("days.plain.night", spoiled=spoiled + arrived, cash=money(after.cash)),
        *learned_lines(season, before, after),
        *evewords.night_lines(season, before, after),
        *night_line(season, before, after),
    ]


def learned_lines(season: Season, before: DayState, after: DayState) -> list[str]:
    """Whose lesson of today has sunk in, and how far."""
    return [
        t(
            "days.plain.learned",
            name=person.name,
            was=level_words(before.skill[h]),
            skill=level_words(after.skill[h]),
        )
        for h, person in enumerate(season.village.people)
        if before.train[h]
    ]
