"""What may come over the night and what is going on, line by line."""

from livegame.catalog.figures import count, price
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.view import ProductView
from livegame.plain.words import good_name, pitch_name
from livegame.runs.ahead import ahead_of, standing, title_of
from livegame.runs.show import Show


def ahead_lines(show: Show) -> list[str]:
    """The crowd where nobody knows it, and each incident with odds, effects and cause."""
    told = ahead_of(library(), show.world, show.scenario, show.role)
    rows = [
        t("ahead.line", title=title, odds=odds, effects=effects, cause=cause)
        for title, odds, effects, cause in told.rows
    ]
    return [
        *([t("rungs.blind")] if told.blind else []),
        *([told.crowd] if told.crowd else []),
        *([told.fancy] if told.fancy else []),
        *([told.calls] if told.calls else []),
        *([t("limits.head"), *told.rules] if told.rules else []),
        *([t("ahead.head")] if rows else []),
        *rows,
    ]


def going_on(show: Show) -> list[str]:
    """What is going on at this moment, and where the room stands in what only this night has."""
    titles = [title_of(show.scenario, name) for name in show.view.incidents]
    now = [t("ahead.now", titles=", ".join(titles))] if titles else []
    if show.view.fancy:
        now.append(t("ahead.asked", name=good_name(show.view, show.view.fancy)))
    if show.view.call:
        now.append(t("ahead.called", pitch=pitch_name(show.view.call)))
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
