"""A campaign's result to pass on: words first, then its days as one line of glyphs."""

from livegame.catalog.figures import count, whole, whole_share
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.rules import RULES
from livegame.runs.campaigns.lines import DayDecision
from livegame.runs.curves import sketch_of
from livegame.runs.lines import Footer
from livegame.runs.runfile import RunFile
from livegame.runs.share import bars
from livegame.runs.store import CAMPAIGN

MOST_DAYS = 99  # no campaign has as many; a file may say anything


def share_days(run: RunFile, foot: Footer) -> str:
    """Three lines about a finished campaign: nobody is ranked there, and its days have no code."""
    head, lib = run.header, library()
    host, one = lib.hosts.get(head.role), lib.campaigns.get(head.scenario)
    sold = daily_sales(run)
    said = head.options.get(CAMPAIGN)
    number = said if isinstance(said, int) else 0
    what = t(
        "days.share_what",
        who=host.country if host else head.role,
        title=one.title if one else head.scenario,
        days=len(sold) - 1,
        rung=one.rung[number - 1].name if one and 0 < number <= len(one.rung) else str(said),
    )
    result = t(
        "days.share_result",
        points=count(foot.points),
        service=whole_share(foot.service),
        trust=whole(foot.trust),
    )
    glyphs = bars(sold, max(1, len(sold) - 1))
    if head.rules == RULES and number == 1:
        words = {"campaign": head.scenario, "role": head.role, "seed": head.seed}
        glyphs += " " + t("days.share_play", **words)
    return "\n".join([what, result, glyphs])


def daily_sales(run: RunFile) -> tuple[int, ...]:
    """Fen sold before each day, and in all."""
    curve = sketch_of(run).sales
    mornings = [entry.tick for entry in run.entries if isinstance(entry, DayDecision)]
    last = len(curve) - 1
    return tuple(curve[min(tick, last)] for tick in (*mornings[:MOST_DAYS], last))
