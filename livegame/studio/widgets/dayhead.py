"""The head of a campaign's desk: which day, the purse, trust, fans, and the days as a strip."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.days.state import MORNING, OVER
from livegame.runs.campaigns.joint import head_words
from livegame.runs.campaigns.levels import level_words
from livegame.runs.campaigns.names import date_of
from livegame.runs.campaigns.session import CampaignSession
from livegame.studio.lines import Line, Span, apart, line, rule
from livegame.studio.widgets.panel import Panel


class DayHead(Panel):
    """Two lines and a strip of the days, each with its sales."""

    def __init__(self, session: CampaignSession) -> None:
        super().__init__(id="head")
        self._session = session

    def draw(self, width: int, height: int) -> list[Line]:
        """What a manager wants to see first."""
        season, days = self._session.season, self._session.moment.days
        title = t("days.studio.title", title=season.campaign.title, rung=season.rung.name)
        when = t(
            "days.plain.day",
            day=days.day + 1,
            days=season.days,
            date=date_of(season, days.day),
        )
        words = {
            "cash": figures.money(days.cash),
            "trust": level_words(days.trust),
            "fans": figures.count(days.fans),
        }
        purse = t("days.studio.purse", shows=days.shows, **words)
        first, comma, rest = purse.partition(", ")
        told = line(Span(first, why="purse"), Span(comma + rest, why="bond"))
        common = head_words(season, days)
        return [
            rule(title, width),
            apart(line(Span(when, "bold", why=f"day:{days.day}")), told, width),
            apart(
                self._days(width), line(Span(common, "dim", why="counter" if common else "")), width
            ),
        ]

    def _days(self, width: int) -> Line:
        season, days = self._session.season, self._session.moment.days
        done = days.day + (days.phase not in (MORNING, OVER)) + (days.phase == OVER)
        spans: list[Span] = []
        for day in range(season.days):
            packs = int(days.by_store[day].sum() + days.by_show[day].sum())
            now = day == days.day
            mark = "▸" if now else "✓" if day < done else "·"
            text = f"{mark}{day + 1}"
            if packs:
                text += f" {figures.short(packs)}"
            spans += [Span(text, "gold" if now else "dim", why=f"day:{day}"), Span("   ")]
        if sum(len(span.text) for span in spans) > width:  # a long season stands closer together
            spans = [span if span.text.strip() else Span(" ") for span in spans]
        if sum(len(span.text) for span in spans) > width:  # what is done needs no mark then
            spans = [Span(span.text.removeprefix("✓"), span.ink, why=span.why) for span in spans]
        return tuple(spans)
