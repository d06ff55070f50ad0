"""What a campaign's desk tells: news, the morning's table or the goods, the odds."""

from collections.abc import Sequence

from textual.dom import DOMNode

from livegame.engine.days.state import MORNING
from livegame.runs.campaigns.doubts import left_line
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.happenings import odds_lines
from livegame.runs.campaigns.morning import good_lines, likely_line, morning_lines
from livegame.runs.campaigns.session import CampaignSession
from livegame.studio.keynames import keyed
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
    if session.moment.days.phase != MORNING:
        state = session.moment.days
    goods = range(len(season.goods))
    found = {text: f"ware:{g}" for g in goods for text in good_lines(season, state, g)}
    return {**found, likely_line(season, state): "likely"}


def now_lines(
    node: DOMNode, session: CampaignSession, taken: Sequence[str], width: int
) -> list[Line]:
    """What comes next once the day is open, and the plan that was `taken` for it."""
    key = "on_air" if session.moment.on_air else "night"
    told = flow(keyed(node, f"days.studio.next_{key}"), width, "bold")
    left = left_line(session.season, session.moment.days)
    told += flow(left, width) if left else []
    plan = [row for text in taken for row in flow(text, width, "dim")]
    return [*told, (), *plan] if plan else told


def doubt_lines(node: DOMNode, doubts: Sequence[str], width: int) -> list[Line]:
    """What to think of before the day is opened, and the key that opens it all the same."""
    ask = flow(keyed(node, "days.studio.sure"), width, "bold")
    return [*ask, *(row for text in doubts for row in flow(text, width))]
