"""What each row of the plan before a great night means today, and what there is to choose."""

from attrs import evolve

from livegame.catalog.figures import count, percent
from livegame.catalog.texts import t
from livegame.engine.days import book, depots, questions, voice
from livegame.engine.days.demand import deposits_likely
from livegame.engine.days.parcels import vans
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState
from livegame.engine.tables import ONE
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.levels import level_words


def about_voice(draft: DayDraft) -> str:
    """The voice tonight and what a show would leave of it for the next evenings; "" without."""
    season, state = draft.season, draft.state
    if not state.voice.size:
        return ""
    trial = voice.overnight(season, voice.after_show(season, state))
    whole = int(state.voice[0]) == ONE
    return t(
        "eve.studio.about_voice_whole" if whole else "eve.studio.about_voice",
        voice=level_words(state.voice[0]),
        fewer=level_words(ONE - voice.pull(season, state)),
        later=level_words(trial.voice[0]),
        rested=level_words(voice.overnight(season, state).voice[0]),
    )


def about_offer(draft: DayDraft, name: str) -> str:
    """What an offer is, what it will likely bring today and what it takes from the page."""
    season = draft.season
    at = season.eve.offer(name)
    if at < 0:
        return t("eve.studio.about_no_offer")
    row, last = season.eve.offers[at], season.eve.last_window
    gained, lost = deposits_likely(season, draft.state, at)
    return t(
        "eve.studio.about_offer",
        worn=_worn(season, draft.state, at),
        name=row.name,
        cut=percent(row.cut),
        deposit=percent(row.deposit),
        what=row.what,
        packs=count(int(gained.sum())),
        lost=count(int(lost.sum())),
        unpaid=percent(row.flaky + (last.unpaid if last else 0)),
    )


def _worn(season: Season, state: DayState, at: int) -> str:
    """How many of those whom an offer can win are left, today and tomorrow if it stands."""
    if not state.worn.size or not season.eve.tires[at]:
        return ""
    left = ONE - int(state.worn[at])
    later = left - (left * int(season.eve.tires[at]) >> 16)
    return t("eve.studio.offer_worn", left=level_words(left), later=level_words(later))


def about_call(draft: DayDraft) -> str:
    """What a call would be, with what stands ready and what the vans take."""
    season, state = draft.season, draft.state
    day = state.day + 1
    rows = [r for r in season.eve.windows if not r.due and r.first <= day <= r.last]
    there = int((state.stock.sum(axis=1) + state.depot.sum(axis=(0, 2))).sum())
    return t(
        "eve.studio.about_call",
        unpaid=percent(rows[0].unpaid if rows else 0),
        packs=count(int(state.book.sum())),
        there=count(there),
        vans=count(vans(season, state, state.day)),
    )


def about_depot(draft: DayDraft, z: int) -> str:
    """What a warehouse is, and what can still be sent there today."""
    season, state = draft.season, draft.state
    row = season.eve.depots[z]
    sent = int(depots.sent(season, draft.plan)[z].sum()) if draft.plan.forward else 0
    there = int(state.depot[z].sum() + state.ahead[z].sum())
    return t(
        "eve.studio.about_forward",
        what=row.what,
        near=percent(row.near),
        parts=count(int(season.eve.parts[z])),
        road=count(max(0, depots.road(season, state, z) - sent)),
        room=count(max(0, int(depots.free_room(season, state)[z]) - sent)),
        fare=f"{row.cost / 100:.2f}",
        there=count(there),
    )


def about_staff(draft: DayDraft) -> str:
    """What a desk does, and how much is asked today."""
    season, state = draft.season, draft.state
    return t(
        "eve.studio.about_staff",
        pace=count(season.eve.pace),
        wage=count(season.eve.wage // 100),
        minute=season.eve.minute,
        asked=count(questions.asked_likely(season, state)),
        skill=level_words(questions.skill(season, state)),
    )


def about_topic(draft: DayDraft, q: int) -> str:
    """What people ask there, how well the chatbot can tell, and what another desk would add."""
    season, state = draft.season, draft.state
    row = season.eve.topics[q]
    plan = evolve(draft.plan, staff=max(draft.plan.staff, 1))
    more = dict(plan.teach).get(row.id, 0) or 1
    trial = questions.taken(season, state, evolve(plan, teach=((row.id, more),)))
    later = int(questions.taught(season, trial)[q])
    return t(
        "eve.studio.about_teach",
        what=row.what,
        skill=level_words(state.bot[q]),
        share=level_words(questions.mix(season, state)[q]),
        later=level_words(later),
        fade=percent(row.fade),
    )


def callable_now(draft: DayDraft) -> bool:
    """Whether a part of the book may be called today."""
    return book.callable_now(draft.season, draft.state)


def offers_now(draft: DayDraft) -> list[str]:
    """The offers that may go up today, "" for none among them; nothing once the book is closed."""
    season = draft.season
    if not season.eve.offers or book.closed(season, draft.state):
        return []
    return ["", *(row.id for row in season.eve.offers)]
