"""What may come over the night and what is going on, line by line."""

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.plain.words import good_name
from livegame.runs.ahead import (
    crowd_words,
    effects_of,
    fancy_words,
    odds_of,
    standing,
    title_of,
    touching,
)
from livegame.runs.limits import rules_of
from livegame.runs.show import Show
from livegame.studio.figures import count, price


def ahead_lines(show: Show) -> list[str]:
    """The crowd where nobody knows it, and each incident with odds, effects and cause."""
    blind = show.scenario.limits.blind
    crowd = "" if blind else crowd_words(show.world, show.room)
    goods = show.world.goods[show.room]
    rows = [] if blind else touching(show.scenario, show.role, goods)
    named = [(name, library().pitches[name].name) for name in show.scenario.pitches]
    told = [
        t(
            "ahead.line",
            title=row.title,
            odds=odds_of(row),
            effects=effects_of(row, named, goods),
            cause=row.cause,
        )
        for row in rows
    ]
    fancy = "" if blind else fancy_words(show.scenario)
    rules = rules_of(show.scenario, show.role)
    return [
        *([t("rungs.blind")] if blind else []),
        *([crowd] if crowd else []),
        *([fancy] if fancy else []),
        *([t("limits.head"), *rules] if rules else []),
        *([t("ahead.head")] if told else []),
        *told,
    ]


def going_on(show: Show) -> list[str]:
    """What is going on at this moment, and where the room stands in what only this night has."""
    titles = [title_of(show.scenario, name) for name in show.view.incidents]
    now = [t("ahead.now", titles=", ".join(titles))] if titles else []
    if show.view.fancy:
        now.append(t("ahead.asked", name=good_name(show.view, show.view.fancy)))
    return [
        *now,
        *(t("ahead.line_standing", what=what) for what in standing(show.scenario, show.view)),
    ]


def terms(good: ProductView) -> list[str]:
    """How a good is sold where it is not simply paid for: its team's next price, its deposit."""
    lines = []
    if good.step_packs:
        words = {"team": count(good.team), "packs": count(good.step_packs)}
        lines.append(t("ahead.team_plain", price=price(good.step_price), **words))
    elif good.team:
        lines.append(t("ahead.team_full", team=count(good.team)))
    if good.deposit:
        lines.append(t("ahead.deposit_plain", price=price(good.deposit)))
    if good.money:
        words = {"local": count(good.local), "looks": count(good.looks)}
        lines.append(t("ahead.local_plain", sign=good.money, **words))
    return lines
