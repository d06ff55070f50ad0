"""What is on today and what may happen, in short lines: odds, causes and effects."""

from livegame.catalog.figures import count, percent
from livegame.catalog.happenings import Happening
from livegame.catalog.texts import t
from livegame.engine.days.happenings import on_day
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.runs.campaigns.names import name_of


def effects_words(season: Season, event: Happening) -> str:
    """What a happening changes, in words with signs, never by colour."""
    parts = []
    for name, value in event.effect.items():
        change = value if name in ("delay", "trust", "fans") else value - 1000
        sign = "+" if change > 0 else "-"
        rest = f".{abs(change) % 10}" if change % 10 else ""
        size = f"{sign}{abs(change) // 10}{rest} %"
        parts.append(t("days.plain.effect", what=t(f"days.effect.{name}"), change=size))
    for product, shift in event.appeal.items():
        if season.good(product) >= 0:
            much = t("days.plain.more" if shift > 0 else "days.plain.less")
            parts.append(t("days.plain.effect_good", name=name_of(season, product), change=much))
    return ", ".join(parts)


def today_lines(season: Season, state: DayState) -> list[str]:
    """What is on today."""
    return [
        t(
            "days.plain.today_on",
            title=season.happenings[e].title,
            text=season.happenings[e].text,
            effects=effects_words(season, season.happenings[e]),
        )
        for e in on_day(season, state, state.day)
    ]


def is_blind(season: Season) -> bool:
    """Whether this rung hides the odds."""
    return bool(season.rung.rule.get("blind"))


def board_line(season: Season, state: DayState) -> str:
    """What may begin tomorrow and with which odds, briefly; "" if nothing may."""
    if is_blind(season):
        return t("days.plain.blind")
    tomorrow = state.day + 2
    parts = [
        t("days.plain.board_part", title=event.title, odds=percent(event.odds))
        for event in season.happenings
        if event.odds and event.first <= tomorrow <= min(event.last, season.days)
    ]
    return t("days.plain.board", parts=", ".join(parts)) if parts else ""


def odds_lines(season: Season) -> list[str]:
    """Everything that may happen, with its odds or its cause and what it does; before that how a
    village works, where this is one."""
    lines = t("days.plain.help_village").splitlines() if season.village.farms else []
    lines += t("eve.plain.help").splitlines() if season.eve.windows else []
    lines += [t("joint.help")] if season.joint.row else []
    if is_blind(season):
        return [*lines, t("days.plain.blind")]
    for event in season.happenings:
        effects = effects_words(season, event)
        if event.cause:
            level = (
                percent(event.level)
                if event.cause in ("turned", "over", "skill", "unanswered")
                else ""
            )
            figure = t(f"days.figure.{event.cause}", level=level, count=count(event.level))
            words = {"title": event.title, "figure": figure, "effects": effects}
            lines.append(t("days.plain.cause", **words))
        else:
            odds = {"odds": percent(event.odds), "first": event.first, "last": event.last}
            lines.append(t("days.plain.odds", title=event.title, effects=effects, **odds))
    return lines
