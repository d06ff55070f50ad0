"""What a day brought, in short lines: the store, the evening's show, the night."""

import numpy as np

from livegame.catalog.figures import count, money
from livegame.catalog.texts import t
from livegame.engine.days.happenings import on_day
from livegame.engine.days.season import Season
from livegame.engine.days.state import OVER, DayState
from livegame.engine.tables import Ints
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
    if before.aside.any():
        lines.append(t("days.aside.day", parts=pairs(season, before.aside)))
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
    """What went bad, what came in overnight, and what should have moved on and did not."""
    bad = after.spoiled + after.dropped - before.spoiled - before.dropped
    spoiled = t("days.plain.night_spoiled", parts=pairs(season, bad)) if bad.any() else ""
    came = np.maximum(before.transit.sum(axis=(0, 1, 3)) - after.transit.sum(axis=(0, 1, 3)), 0)
    arrived = t("days.plain.night_arrived", parts=pairs(season, came)) if came.any() else ""
    return [
        t("days.plain.night", spoiled=spoiled + arrived, cash=money(after.cash)),
        *delayed_lines(season, before, after),
        *learned_lines(season, before, after),
        *evewords.night_lines(season, before, after),
        *night_line(season, before, after),
    ]


def delayed_lines(season: Season, before: DayState, after: DayState) -> list[str]:
    """What a delay held up overnight, by the day on which it is due now; nothing on the last."""
    if after.phase == OVER:
        return []
    held = [w for w, way in enumerate(after.transit) if _stood(before.transit[w], way)]
    by_nights = after.transit[held].sum(axis=(0, 3))
    parts = [
        t("days.plain.delayed_part", parts=pairs(season, packs), day=after.day + 1 + nights)
        for nights, packs in enumerate(by_nights)
        if packs.any()
    ]
    if not parts:
        return []
    titles = [
        season.happenings[e].title
        for e in on_day(season, before, before.day)
        if "delay" in season.happenings[e].effect
    ]
    key = "delayed_by" if titles else "delayed"
    return [t(f"days.plain.{key}", titles=", ".join(titles), parts="; ".join(parts))]


def _stood(before: Ints, after: Ints) -> bool:
    """Whether nothing on a way [L+1,G,A] moved: only ripening has changed it. What moves is never
    as it was, since nothing sets out with as many nights left as there are places."""
    return bool(before.any() and (before.sum(axis=2) == after.sum(axis=2)).all())


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
