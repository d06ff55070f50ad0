"""What to think of twice before a day is opened, in words with the desk's own figures."""

from livegame.catalog.figures import count
from livegame.catalog.texts import t
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.evening import on_offer
from livegame.engine.days.outlook import outlook
from livegame.engine.days.season import Season
from livegame.engine.days.state import EVENING, DayState
from livegame.engine.days.training import offered
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.names import pairs, short_of


def doubts(draft: DayDraft) -> list[str]:
    """Lines to be read before the day is opened with this plan; none where all is plain."""
    if draft.plan == DayPlan():
        return [t("days.doubt.empty")]
    line = show_doubt(draft)
    return [line] if line else []


def show_doubt(draft: DayDraft) -> str:
    """That the store will likely have sold by then what the plan's show is about; "" if not."""
    season = draft.season
    if not draft.plan.slot:
        return ""
    opened = draft.opened
    if opened.aside.any():
        return ""  # what is kept back is there in any case
    there, about = on_offer(season, opened), offered(season, opened)
    rows = [
        (g, int(there[g]), row) for g, row in enumerate(outlook(season, opened)) if int(about[g])
    ]
    if any(packs > row.high for _, packs, row in rows):
        return ""
    sure = all(packs <= row.low for _, packs, row in rows)
    parts = [
        t(
            "days.doubt.part",
            name=short_of(season, g),
            there=count(packs),
            low=count(row.low),
            high=count(row.high),
        )
        for g, packs, row in rows
    ]
    return t(f"days.doubt.{'show_empty' if sure else 'show_short'}", parts=", ".join(parts))


def left_line(season: Season, state: DayState) -> str:
    """What the store has left for the show whose hour has come; "" at any other hour."""
    if state.phase != EVENING:
        return ""
    left = on_offer(season, state)
    key = "left" if left.any() else "none_left"
    return t(f"days.doubt.{key}", parts=pairs(season, left))
