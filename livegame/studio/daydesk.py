"""What a campaign's desk tells: news, the morning's table or the goods, the odds, the last page."""

from collections.abc import Sequence

from livegame.engine.days.state import MORNING
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.ending import end_lines
from livegame.runs.campaigns.happenings import odds_lines
from livegame.runs.campaigns.morning import good_lines, likely_line, morning_lines
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.tally import tally
from livegame.studio.lines import Line, asks
from livegame.studio.pages import SEAM
from livegame.studio.wrap import flow


def desk_lines(
    session: CampaignSession, draft: DayDraft, news: Sequence[str], width: int, *, odds: bool
) -> list[Line]:
    """The desk in lines of a width.

    Args:
        draft: the plan on which the morning's table reckons.
        news: what was told since the day was opened. odds: whether all that may happen is told.
    """
    lines: list[Line] = []
    known = asked(session, draft)
    for text in _texts(session, draft, news, odds=odds):
        why = known.get(text, "")
        lines += [SEAM, *(asks(row, why) for row in flow(text, width))] if text else [()]
    return lines


def _texts(
    session: CampaignSession, draft: DayDraft, news: Sequence[str], *, odds: bool
) -> list[str]:
    season, days = session.season, session.moment.days
    if session.finished:
        return [*news, "", *end_lines(season, session.result)]
    if odds:
        return odds_lines(season)
    texts = [*news, ""] if news else []
    if days.phase == MORNING:
        return [*texts, *morning_lines(season, draft.state)[2:]]
    goods = range(len(season.goods))
    return [*texts, *(text for g in goods for text in good_lines(season, days, g))]


def asked(session: CampaignSession, draft: DayDraft) -> dict[str, str]:
    """Which lines of the desk are figures that can be asked about."""
    season, state = session.season, draft.state
    if session.finished:
        sums = tally(season, session.result)
        return {one.text: f"tally:{n}" for n, one in enumerate(sums)}
    if session.moment.days.phase != MORNING:
        state = session.moment.days
    goods = range(len(season.goods))
    found = {text: f"ware:{g}" for g in goods for text in good_lines(season, state, g)}
    return {**found, likely_line(season, state): "likely"}
