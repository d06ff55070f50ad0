"""A campaign's morning in short lines: the purse, each good, people, what is likely."""

from livegame.catalog.figures import count, money, percent, price, short
from livegame.catalog.texts import t
from livegame.engine.days.outlook import outlook, ripening
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held, owing
from livegame.runs.campaigns import evewords
from livegame.runs.campaigns.happenings import board_line, today_lines
from livegame.runs.campaigns.joint import joint_lines
from livegame.runs.campaigns.levels import level_words
from livegame.runs.campaigns.names import date_of, place_of, short_of, stage_words


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
            trust=level_words(state.trust),
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
        on_them = stage_words(season, g, state.plant[g])
        lines.append(t("days.plain.plants", place=place_of(season, g), parts=on_them))
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
            skill=level_words(state.skill[h]),
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
