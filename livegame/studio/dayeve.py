"""Rows of the day's plan that lead up to a great night: deposits, warehouses, the chat."""

from collections.abc import Callable

from livegame.catalog.figures import count, percent
from livegame.catalog.texts import t
from livegame.runs.campaigns import eveabout
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.names import short_of
from livegame.studio.knob import place, round_to

CALL_STEP = 50  # per mille of the book

# The fields of a knob, up to what is said when it goes no further up.
Row = tuple[str, str, str, Callable[[int], str], bool, str, str, str]


def eve_rows(draft: DayDraft) -> list[Row]:
    """All of them for this morning, in their order."""
    return [*_book(draft), *_places(draft), *_chat(draft)]


def _book(draft: DayDraft) -> list[Row]:
    plan = draft.plan
    rows: list[Row] = []
    group = t("eve.studio.book")
    if eveabout.callable_now(draft):

        def call(by: int) -> str:
            return draft.attempt(call=max(0, min(1000, plan.call + by * CALL_STEP)))

        value, about = percent(plan.call), eveabout.about_call(draft)
        limit = t("days.studio.limit_call") if plan.call >= 1000 else ""
        rows.append((group, t("eve.studio.call"), value, call, plan.call > 0, about, "", limit))
    offers = eveabout.offers_now(draft)
    if offers:

        def offer(by: int) -> str:
            return draft.attempt(offer=round_to(offers, plan.offer, by))

        names = {row.id: row.name for row in draft.season.eve.offers}
        value = names.get(plan.offer, t("days.plain.none"))
        about = eveabout.about_offer(draft, plan.offer)
        which = place(offers, plan.offer)
        rows.append(
            (group, t("eve.studio.offer"), value, offer, bool(plan.offer), about, which, "")
        )
    return rows


def _places(draft: DayDraft) -> list[Row]:
    season, state, plan = draft.season, draft.state, dict(draft.plan.forward)
    rows: list[Row] = []
    for z, depot in enumerate(season.eve.depots):
        day = state.day + 1 + depot.lead
        if day > season.days or not depot.roads[state.day]:
            continue
        group = t("eve.studio.forward", name=depot.name, day=day)
        about = eveabout.about_depot(draft, z)
        for g, good in enumerate(season.goods):
            packs = plan.get(f"{depot.id}.{good}", 0)
            step = max(10, int(season.eve.roads[z].max()) // 200 * 10)

            def send(
                by: int, depot: str = depot.id, good: str = good, now: int = packs, step: int = step
            ) -> str:
                wanted = max(0, now + by * step)
                return draft.as_far(lambda n: draft.forward(depot, good, n), now, wanted)

            label = short_of(season, g)
            rows.append((group, label, count(packs), send, packs > 0, about, "", ""))
    return rows


def _chat(draft: DayDraft) -> list[Row]:
    season, plan = draft.season, draft.plan
    if not season.eve.topics:
        return []
    group = t("eve.studio.chat")

    def staff(by: int) -> str:
        return draft.staff(max(0, min(season.eve.most, plan.staff + by)))

    about = eveabout.about_staff(draft)
    label = t("eve.studio.staff")
    limit = t("days.studio.limit_most", most=season.eve.most)
    limit = limit if plan.staff >= season.eve.most else ""
    rows: list[Row] = [(group, label, str(plan.staff), staff, plan.staff > 0, about, "", limit)]
    teaching = dict(plan.teach)
    for q, topic in enumerate(season.eve.topics):
        now = teaching.get(topic.id, 0)

        def teach(by: int, name: str = topic.id, now: int = now) -> str:
            return draft.teach(name, max(0, now + by))

        label = t("eve.studio.teach", name=topic.name)
        about = eveabout.about_topic(draft, q)
        rows.append((group, label, str(now), teach, now > 0, about, "", ""))
    return rows
