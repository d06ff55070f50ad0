"""Rows of the day's plan that keep goods back for its show: there only once an hour is taken."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.campaigns.aside import kept_back
from livegame.runs.campaigns.draft import DayDraft
from livegame.studio.knob import Knob

STEPS = 20  # turns from none to all


def aside_rows(draft: DayDraft) -> list[Knob]:
    """One for each good that is in store and that the show is about."""
    rows = []
    for row in kept_back(draft):

        def turn(
            by: int, good: str = row.product, now: int = row.packs, most: int = row.most
        ) -> str:
            wanted = max(0, min(most, now + by * max(1, most // STEPS)))
            return draft.keep_back(good, wanted)

        value = t("days.aside.value", packs=figures.count(row.packs), most=figures.count(row.most))
        limit = t("days.aside.limit", name=row.label) if row.packs >= row.most else ""
        said = {"limit": limit, "good": row.product}
        group, on = t("days.aside.group"), row.packs > 0
        rows.append(Knob(group, row.label, value, turn, on, row.about, **said))
    return rows
