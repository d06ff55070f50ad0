"""What happens to a campaign: drawn with visible odds, or brought on by a cause."""

import numpy as np
from attrs import frozen

from livegame.engine.days.chance import day_words
from livegame.engine.days.goals import passed_on
from livegame.engine.days.joint import front
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held
from livegame.engine.sampling import uniform
from livegame.engine.tables import ONE, Ints

USUAL = 1000
ADDED = ("delay", "trust", "fans")  # effects that add; the others are factors
FACTORS = ("traffic", "evening", "ageing", "crew", "wage", "freight", "lessons", "carries",
           "roads", "asks", "answers")  # fmt: skip


@frozen(eq=False)
class Effects:
    """A day's factors on the rules: per mille of the usual, or per mille added; appeal Q16 [G]."""

    traffic: int
    evening: int
    ageing: int
    crew: int
    wage: int
    freight: int
    delay: int
    trust: int
    fans: int
    lessons: int
    carries: int
    roads: int
    asks: int
    answers: int
    appeal: Ints


def drawn(season: Season, seed: int) -> Ints:
    """Which happenings of odds begin on which day, as the days that they last [E,D].

    All are drawn before the first day, so a decision never changes what the others meet.
    """
    events, days = season.happenings, season.days
    table = np.zeros((len(events), days), dtype=np.int64)
    if not events:
        return table
    luck = uniform(day_words(seed, "happenings", 0, 0, (len(events), days)))
    for e, event in enumerate(events):
        for day in range(event.first - 1, min(event.last, days)):
            if event.odds and luck[e, day] * USUAL < event.odds and not _on(table[e], day):
                table[e, day] = event.lasts
    return table


def _on(row: Ints, day: int) -> bool:
    """Whether a happening that begins as `row` says is still on, on a day."""
    return any(row[begun] > day - begun for begun in range(day + 1))


def on_day(season: Season, state: DayState, day: int) -> list[int]:
    """The numbers of the happenings that are on, on a day."""
    return [e for e in range(len(season.happenings)) if _on(state.happens[e], day)]


def effects(season: Season, state: DayState, day: int) -> Effects:
    """All effects of a day together, the front page among them; added ones count only on a
    happening's first day."""
    values = dict.fromkeys(FACTORS, USUAL)
    added = dict.fromkeys(ADDED, 0)
    appeal = np.zeros(len(season.goods), dtype=np.int64)
    for e in on_day(season, state, day):
        event = season.happenings[e]
        for name, value in event.effect.items():
            if name in added:
                first = name == "delay" or state.happens[e, day] > 0
                added[name] += value if first else 0
            else:
                values[name] = values[name] * value // USUAL
        for product, shift in event.appeal.items():
            if season.good(product) >= 0:
                appeal[season.good(product)] += shift * ONE // USUAL
    for n in passed_on(season, state, day):
        for name, value in season.eve.goals[n].effect.items():
            if name not in added:
                values[name] = values[name] * value // USUAL
            elif int(state.passed[n]) == day:
                added[name] += value
    if season.eve.mood.size:
        appeal += int(season.eve.mood[min(day, season.days - 1)])
    page = front(season.joint, state, day)
    for name in ("traffic", "evening"):
        values[name] = values[name] * page // USUAL
    return Effects(appeal=appeal, **values, **added)


def figures(season: Season, state: DayState) -> dict[str, int]:
    """What a cause looks at, at the end of a day: packs, per mille, people."""
    wanted = int(state.by_store[state.day].sum() + state.by_show[state.day].sum())
    turned = int(state.turned_today.sum())
    stale = np.arange(state.stock.shape[1]) >= season.over[:, None]
    return {
        "turned": turned * USUAL // max(wanted + turned, 1),
        "over": int((state.stock * stale).sum()) * USUAL // max(int(held(state).sum()), 1),
        "late": int(state.late.sum()),
        "fans": state.fans,
        "wasted": int(state.spoiled.sum() + state.dropped.sum()),
        "sold": wanted,
        "skill": int(state.skill.max(initial=0)) * USUAL >> 16,
        "book": int(state.book.sum()),
        "waiting": int(state.waiting.sum()),
        "unanswered": int(state.desk[2]) * USUAL >> 16 if state.desk.size else 0,
    }


def caused(season: Season, state: DayState) -> Ints:
    """The table of what happens, with what today has brought on for tomorrow."""
    table = state.happens.copy()
    tomorrow = state.day + 1
    if tomorrow >= season.days:
        return table
    found = figures(season, state)
    for e, event in enumerate(season.happenings):
        began = event.first - 1 <= tomorrow < event.last
        if event.cause and began and not table[e].any() and found[event.cause] >= event.level:
            table[e, tomorrow] = event.lasts
    return table
