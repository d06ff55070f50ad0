"""What a morning's plan keeps back for the day's show, good by good, and how that is told."""

from attrs import frozen

from livegame.catalog.figures import count
from livegame.catalog.texts import t
from livegame.engine.days.aside import most
from livegame.engine.days.outlook import outlook
from livegame.engine.days.plans import before_aside
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.names import pairs, short_of


@frozen
class KeptBack:
    """One good that today's show is about.

    Attributes:
        good: its number. product: its id. label: its short name.
        packs: kept back by the plan. most: that can be.
        low, high: packs that the store will likely be asked for today, 10 and 90 %.
    """

    good: int
    product: str
    label: str
    packs: int
    most: int
    low: int
    high: int

    @property
    def about(self) -> str:
        """What keeping it back means today, with the store's figures."""
        return t(
            "days.aside.about",
            there=count(self.most),
            rest=count(self.most - self.packs),
            low=count(self.low),
            high=count(self.high),
        )


def kept_back(draft: DayDraft) -> list[KeptBack]:
    """The goods that can be kept back for the plan's show, in their order; none where there is no
    show, or nothing in the store for it."""
    season, plan = draft.season, draft.plan
    if not plan.slot:
        return []
    opened = before_aside(season, draft.state, plan)
    room = most(season, opened)
    if not room.any():
        return []
    now, likely = dict(plan.aside), outlook(season, opened)
    return [
        KeptBack(g, good, short_of(season, g), now.get(good, 0), int(room[g]), row.low, row.high)
        for g, (good, row) in enumerate(zip(season.goods, likely, strict=True))
        if room[g]
    ]


def kept_line(draft: DayDraft) -> str:
    """What the show will have in any case, and what that leaves the store; "" for nothing kept."""
    if not draft.plan.aside:
        return ""
    rows = [row for row in kept_back(draft) if row.packs]
    rest = ", ".join(
        t(
            "days.aside.part",
            name=row.label,
            rest=count(row.most - row.packs),
            low=count(row.low),
            high=count(row.high),
        )
        for row in rows
    )
    kept = pairs(draft.season, draft.opened.aside)
    return t("days.aside.kept", kept=kept, rest=rest)
