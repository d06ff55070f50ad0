"""What a campaign's front page tells, in figures: days, what was lost, what a star would take."""

from attrs import frozen

from livegame.catalog.library import library
from livegame.engine.days.outcome import DaysResult
from livegame.engine.days.season import Season
from livegame.runs.campaigns.daybook import DayRow, day_rows, history_sales
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.tone import tone


@frozen
class Paper:
    """A finished campaign as its front page has it.

    Attributes:
        season: on its rung. result: how it ended. rows: day by day.
        history: fen that history's own broadcast sold on each day; none where none is shipped.
    """

    season: Season
    result: DaysResult
    rows: tuple[DayRow, ...]
    history: tuple[int, ...]

    @property
    def recorded(self) -> bool:
        """Whether an article gives what was really sold in these days."""
        return bool(self.season.campaign.target)

    @property
    def tone(self) -> str:
        """How the paper takes it; "none" where there is no par."""
        if self.result.par <= 0:
            return "none"
        return tone(self.result.points)

    @property
    def best(self) -> DayRow:
        """The day that sold most, the first of them."""
        return max(self.rows, key=lambda row: row.sales)

    @property
    def worst(self) -> DayRow | None:
        """The day that sold least, the last of them; None if all sold alike."""
        found = min(reversed(self.rows), key=lambda row: row.sales)
        return found if found.sales < self.best.sales else None


def paper_of(session: CampaignSession) -> Paper:
    """The front page of a finished campaign.

    Raises:
        ValueError: it is not over yet.
    """
    season, result = session.season, session.result
    return Paper(season, result, day_rows(season, session.past), history_sales(season))


def next_star(paper: Paper) -> tuple[int, int] | None:
    """(which star, points that it takes) of the first that was not won; None if none is left."""
    result, limits = paper.result, paper.season.stars
    if result.par <= 0 or result.stars >= len(limits):
        return None
    return result.stars + 1, sorted(limits)[result.stars]


def losses(paper: Paper) -> tuple[tuple[str, int], ...]:
    """Packs that went another way than to a buyer who kept them, by what became of them."""
    rows, goods = paper.rows, paper.result.goods
    found = (
        ("spoiled", sum(good.spoiled + good.dropped for good in goods)),
        ("turned", sum(good.turned_away for good in goods)),
        ("complained", sum(good.complained for good in goods)),
        ("late", sum(row.late for row in rows)),
        ("returned", sum(row.returned for row in rows)),
        ("left", sum(good.left + good.under_way for good in goods)),
    )
    return tuple((name, packs) for name, packs in found if packs)


def lost_of(paper: Paper, name: str) -> tuple[tuple[str, int], ...]:
    """What a loss is made of: by good, or by day where it is not known by good."""
    if name in ("late", "returned"):
        return tuple((str(row.day), int(getattr(row, name))) for row in paper.rows)
    fields = {
        "spoiled": ("spoiled", "dropped"),
        "turned": ("turned_away",),
        "complained": ("complained",),
        "left": ("left", "under_way"),
    }[name]
    return tuple(
        (good.id, sum(int(getattr(good, field)) for field in fields)) for good in paper.result.goods
    )


def country(paper: Paper) -> str:
    """Whose campaign it was."""
    return library().hosts[paper.result.role].country
