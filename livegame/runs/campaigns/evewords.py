"""What leads up to a great night in short lines: the book, warehouses, vans, the chatbot, goals."""

from livegame.catalog.figures import count, money, percent
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.days import depots, questions, voice
from livegame.engine.days.parcels import FRESH, OLD, vans
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, held
from livegame.engine.tables import ONE
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.levels import level_words
from livegame.runs.campaigns.names import pairs


def desk_lines(season: Season, state: DayState) -> list[str]:
    """The morning's table of it, as far as the campaign has any."""
    return [
        *goal_lines(season, state),
        *book_lines(season, state),
        *night_ready(season, state),
        *place_lines(season, state),
        *bot_lines(season, state),
        *voice_lines(season, state),
    ]


def voice_lines(season: Season, state: DayState) -> list[str]:
    """How hoarse the host is, what a show takes of the voice and what sleep gives back."""
    if not state.voice.size:
        return []
    words = {"strain": level_words(season.eve.strain), "sleep": level_words(season.eve.sleep)}
    fewer = level_words(ONE - voice.pull(season, state))
    words["most"] = level_words(season.eve.hoarse)
    key = "voice" if int(state.voice[0]) < ONE else "voice_whole"
    return [t(f"eve.desk.{key}", voice=level_words(state.voice[0]), fewer=fewer, **words)]


def goal_lines(season: Season, state: DayState) -> list[str]:
    """How far it is to each line of sales."""
    found = []
    for n, row in enumerate(season.eve.goals):
        line = int(season.eve.line[n])
        if state.passed[n]:
            found.append(t("eve.desk.goal_passed", title=row.title))
            continue
        share = percent(min(1000, state.sales * 1000 // max(line, 1)))
        words = {"now": money(state.sales), "line": money(line), "share": share}
        found.append(t("eve.desk.goal", title=row.title, **words))
    return found


def book_lines(season: Season, state: DayState) -> list[str]:
    """The book, and the windows in which it is paid."""
    if not season.eve.windows:
        return []
    packs, fen = int(state.book.sum()), int(state.book_fen.sum())
    words = {"packs": count(packs), "fen": money(fen), "parts": pairs(season, state.book)}
    found = [t("eve.desk.book", **words) if packs else t("eve.desk.book_none")]
    for row in season.eve.windows:
        day = state.day + 1
        unpaid = percent(row.unpaid)
        if row.due and day < row.first:
            found.append(t("eve.desk.window_due", name=row.name, day=row.first, unpaid=unpaid))
        elif row.due and day == row.first and packs:
            found.append(t("eve.desk.window_now", name=row.name))
        elif not row.due and row.first <= day <= row.last and season.eve.calls:
            found.append(t("eve.desk.window_open", name=row.name, unpaid=unpaid))
    return found


def night_ready(season: Season, state: DayState) -> list[str]:
    """How much stands ready for the night to come, beside what its rooms usually have."""
    nights = [(day, row.night) for row in season.campaign.slot if row.night for day in row.days]
    found = []
    for day, name in nights:
        if state.day < day:
            words = {
                "usual": count(int(season.strokes[name].world.stock.sum())),
                "held": count(int(held(state).sum())),
                "coming": count(int(state.transit.sum() + state.ahead.sum())),
                "book": count(int(state.book.sum())),
            }
            found.append(t("eve.desk.night", **words))
    return found


def elsewhere(state: DayState, good: int) -> str:
    """How many packs of a good stand at warehouses, in words; "" for none."""
    packs = int(state.depot[:, good].sum()) if state.depot.size else 0
    return t("eve.desk.elsewhere", packs=count(packs)) if packs else ""


def place_lines(season: Season, state: DayState) -> list[str]:
    """What stands at each warehouse, and what the vans take."""
    eve = season.eve
    found = []
    for z, row in enumerate(eve.depots):
        coming = int(state.ahead[z].sum())
        packs = state.depot[z].sum(axis=1)
        if not coming and not packs.any() and not any(row.roads[state.day :]):
            continue  # empty, and it stays so
        found.append(
            t(
                "eve.desk.depot",
                name=row.name,
                packs=count(int(packs.sum())),
                room=count(row.room),
                parts=pairs(season, packs),
                coming=t("eve.desk.depot_coming", packs=count(coming)) if coming else "",
                near=percent(row.near),
                parts_a_day=count(int(eve.parts[z])),
                road=count(depots.road(season, state, z)),
            )
        )
    if eve.carrier:
        found.append(
            t(
                "eve.desk.vans",
                name=eve.carrier.name,
                room=count(vans(season, state, state.day)),
                fresh=count(int(state.waiting[FRESH].sum())),
                old=count(int(state.waiting[OLD].sum())),
                late=percent(eve.carrier.late),
            )
        )
    return found


def bot_lines(season: Season, state: DayState) -> list[str]:
    """What the chatbot can tell, topic by topic."""
    eve = season.eve
    if not eve.topics:
        return []
    mix = questions.mix(season, state)
    parts = ", ".join(
        t(
            "eve.desk.bot_part",
            name=row.name,
            skill=level_words(state.bot[q]),
            share=level_words(mix[q]),
        )
        for q, row in enumerate(eve.topics)
    )
    return [t("eve.desk.bot", parts=parts, pace=count(eve.pace))]


def draft_lines(draft: DayDraft) -> list[str]:
    """The plan's rows of it."""
    season, plan = draft.season, draft.plan
    eve, goods = season.eve, library().products
    found = []
    if plan.offer:
        found.append(t("eve.desk.draft_offer", name=eve.offers[eve.offer(plan.offer)].name))
    if plan.call:
        packs = int((draft.state.book * plan.call // 1000).sum())
        found.append(t("eve.desk.draft_call", share=percent(plan.call), packs=count(packs)))
    for name, packs in plan.forward:
        depot, _, product = name.partition(".")
        words = {"depot": eve.depots[eve.depot(depot)].name, "name": goods[product].name}
        found.append(t("eve.desk.draft_forward", packs=count(packs), **words))
    if plan.staff:
        found.append(t("eve.desk.draft_staff", staff=plan.staff))
    for name, people in plan.teach:
        topic = eve.topics[eve.topic(name)].name
        found.append(t("eve.desk.draft_teach", people=people, topic=topic))
    return found


def day_lines(season: Season, before: DayState, after: DayState) -> list[str]:
    """What the day brought of it: balances, deposits, questions, parcels that wait."""
    found = []
    if season.eve.windows:
        paid = int((after.balances - before.balances).sum())
        lapsed = int((after.lapsed - before.lapsed).sum())
        left = after.deposits - before.deposits
        if paid or lapsed:
            found.append(t("eve.told.balances", packs=count(paid), lapsed=count(lapsed)))
        if left.any():
            found.append(t("eve.told.deposits", parts=pairs(season, left)))
    if season.eve.topics and after.desk[1]:
        share = level_words(after.desk[2])
        found.append(t("eve.told.questions", asked=count(int(after.desk[1])), share=share))
    if season.eve.carrier and after.waiting[FRESH].any():
        found.append(t("eve.told.delayed", packs=count(int(after.waiting[FRESH].sum()))))
    return found


def night_lines(season: Season, before: DayState, after: DayState) -> list[str]:
    """What the night brought of it: parcels that came back, what the chatbot learned, goals."""
    eve, found = season.eve, []
    if eve.carrier:
        back = after.returned - before.returned
        if back.any():
            found.append(t("eve.told.returned", parts=pairs(season, back)))
    for q, row in enumerate(eve.topics):
        if before.teach[q]:
            words = {"was": level_words(before.bot[q]), "skill": level_words(after.bot[q])}
            found.append(t("eve.told.taught", name=row.name, **words))
    for n, goal in enumerate(eve.goals):
        if after.passed[n] and not before.passed[n]:
            found.append(t("eve.told.passed", title=goal.title, text=goal.text))
    return found
