"""A campaign's state in short lines: the morning's table, the board, the plan, the night."""

from datetime import date, timedelta

import numpy as np

from livegame.catalog.figures import count, money, percent, price, short
from livegame.catalog.happenings import Happening
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.days.happenings import on_day
from livegame.engine.days.outlook import outlook, ripening
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held, owing
from livegame.engine.tables import Ints
from livegame.runs.campaigns import evewords
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.joint import joint_lines, night_line

WEEKDAYS = 7


def short_of(season: Season, good: int) -> str:
    """A good's short name."""
    return season.world.goods[0][good].short


def name_of(season: Season, product: str) -> str:
    """A good's name."""
    return library().products[product].name


def date_of(season: Season, day: int) -> str:
    """The date of a day, from 0."""
    begin = date.fromisoformat(season.campaign.date)
    return (begin + timedelta(days=day * season.campaign.every)).isoformat()


def pairs(season: Season, packs: Ints) -> str:
    """23,400 durian, 12 coconut; what is nought is left out."""
    parts = [
        t("days.plain.pair", packs=count(int(n)), name=short_of(season, g))
        for g, n in enumerate(packs)
        if n
    ]
    return ", ".join(parts) or t("days.plain.nothing")


def morning_lines(season: Season, state: DayState) -> list[str]:
    """Day, purse, each good, what is on, what may come, what will likely be asked for."""
    lines = [
        t(
            "days.plain.day",
            day=state.day + 1,
            days=season.days,
            date=date_of(season, state.day),
        ),
        t(
            "days.plain.purse",
            cash=money(state.cash),
            trust=percent(state.trust * 1000 >> 16),
            fans=count(state.fans),
            shows=state.shows,
        ),
    ]
    lines += joint_lines(season, state)
    for g in range(len(season.goods)):
        lines += good_lines(season, state, g)
    lines += evewords.desk_lines(season, state)
    lines += people_lines(season, state)
    lines += today_lines(season, state)
    board = board_line(season, state)
    lines += [board] if board else []
    return [*lines, likely_line(season, state)]


def good_lines(season: Season, state: DayState, g: int) -> list[str]:
    """One good: price, what is there and how ripe, under way, on the plants, owed, yesterday."""
    good = season.world.goods[0][g]
    used = int(state.habit[g])
    habit = t("days.plain.used_to", price=price(used)) if abs(used - state.price[g]) > 50 else ""
    parts = (stage_words(season, g, state.stock[g]), evewords.elsewhere(state, g))
    stages = ", ".join(text for text in parts if text)
    lines = [
        t(
            "days.plain.good",
            number=g + 1,
            name=good.name,
            pack=good.pack,
            price=price(int(state.price[g])),
            usual=habit,
            there=count(int(held(state)[g])),
            stages=f" ({stages})" if stages else "",
        )
    ]
    coming = state.transit[:, :, g].sum(axis=(0, 2))
    ahead = [
        t("days.plain.coming_part", packs=count(int(n)), day=state.day + 1 + nights)
        for nights, n in enumerate(coming)
        if n
    ]
    if ahead:
        lines.append(t("days.plain.coming", parts=", ".join(ahead)))
    if state.plant[g].any():
        lines.append(t("days.plain.plants", parts=stage_words(season, g, state.plant[g])))
    if owing(state)[g]:
        lines.append(t("days.plain.owed", packs=count(int(owing(state)[g]))))
    return lines


def people_lines(season: Season, state: DayState) -> list[str]:
    """The people of a village: how well each hosts, lessons so far, which farm is theirs."""
    village, ripe = season.village, ripening(season, state)
    return [
        t(
            "days.plain.person",
            name=person.name,
            skill=percent(int(state.skill[h]) * 1000 >> 16),
            most=percent(person.most),
            lessons=int(state.lessons[h]),
            farms=" ".join(
                t(
                    "days.plain.person_farm",
                    name=farm.name,
                    shows=int(state.aired[f]),
                    ripe=" ".join(short(int(n)) for n in ripe[:, village.good[f]]),
                )
                for f, farm in enumerate(village.farms)
                if farm.host == person.id
            ),
        )
        for h, person in enumerate(village.people)
    ]


def stage_words(season: Season, g: int, packs: Ints) -> str:
    """12,000 ripening, 300 soft; stages of one name are added up."""
    names = stages_of(season, g)
    total: dict[str, int] = {}
    for stage, n in enumerate(packs):
        name = names[min(stage, len(names) - 1)]
        total[name] = total.get(name, 0) + int(n)
    return ", ".join(f"{count(n)} {name}" for name, n in total.items() if n)


def stages_of(season: Season, g: int) -> list[str]:
    """The names of a good's stages."""
    return next(c.stages for c in season.campaign.crop if c.product == season.goods[g])


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


def likely_line(season: Season, state: DayState) -> str:
    """What the store will likely be asked for today, by good."""
    parts = [
        t(
            "days.plain.likely_part",
            low=count(row.low),
            high=count(row.high),
            name=short_of(season, g),
        )
        for g, row in enumerate(outlook(season, state))
    ]
    return t("days.plain.likely", parts="; ".join(parts))


def draft_lines(draft: DayDraft) -> list[str]:
    """The plan as it stands, with what it costs."""
    season, plan, state = draft.season, draft.plan, draft.state
    lines = []
    for name, loads in plan.loads:
        route, _, product = name.partition(".")
        number, g = season.route(route), season.good(product)
        day = state.day + 1 + int(season.lead[number])
        key = "draft_load" if day <= season.days else "draft_load_late"
        lines.append(
            t(
                f"days.plain.{key}",
                loads=loads,
                route=season.campaign.route[number].name,
                name=name_of(season, product),
                packs=count(loads * int(season.load[g])),
                day=day,
            )
        )
    rows = (("pick", plan.picks), ("promise", plan.promise))
    lines += [
        t(f"days.plain.draft_{key}", packs=count(packs), name=name_of(season, name))
        for key, table in rows
        for name, packs in table
    ]
    if plan.hands:
        lines.append(t("days.plain.draft_hands", hands=plan.hands))
    lines += [
        t("days.plain.draft_price", name=name_of(season, name), price=price(fen))
        for name, fen in plan.prices
    ]
    lines += [
        t(f"days.plain.draft_{key}", name=name_of(season, name))
        for key in ("wait", "toss")
        for name in getattr(plan, key)
    ]
    lines += [
        t("joint.draft_truck", packs=count(packs), name=name_of(season, name))
        for name, packs in plan.truck
    ]
    if plan.truck:
        lines.append(t("joint.draft_income", fen=money(draft.truck_pays)))
    lines += evewords.draft_lines(draft)
    lines += _frills(draft)
    if not lines:
        return [t("days.plain.draft_none")]
    cost = draft.cost
    left = money(state.cash - cost + draft.truck_pays)
    return [
        t("days.plain.draft"),
        *lines,
        t("days.plain.draft_cost", fen=money(cost), left=left),
    ]


def _frills(draft: DayDraft) -> list[str]:
    season, plan = draft.season, draft.plan
    lines = []
    if plan.coupon:
        row = next(c for c in season.campaign.coupon if c.id == plan.coupon)
        lines.append(t("days.plain.draft_coupon", name=row.name))
    if plan.advert:
        lines.append(t("days.plain.draft_advert", fen=money(plan.advert)))
    if plan.slot:
        slot = next(s for s in season.campaign.slot if s.id == plan.slot)
        lines.append(t("days.plain.draft_slot", name=slot.name))
    people, farms = season.village.people, season.village.farms
    lines += [t("days.plain.draft_air", name=f.name) for f in farms if f.id in plan.air]
    lines += [t("days.plain.draft_lesson", name=p.name) for p in people if p.id in plan.train]
    return lines


def day_lines(season: Season, before: DayState, after: DayState) -> list[str]:
    """What the store's day brought."""
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
    return [*lines, *evewords.day_lines(season, before, after)]


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
            was=percent(int(before.skill[h]) * 1000 >> 16),
            skill=percent(int(after.skill[h]) * 1000 >> 16),
        )
        for h, person in enumerate(season.village.people)
        if before.train[h]
    ]
