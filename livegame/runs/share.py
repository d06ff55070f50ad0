"""A result to pass on: words first, then one line of glyphs with the code of the night."""

from itertools import pairwise
from pathlib import Path

from livegame.catalog.figures import clock, count, percent, whole, whole_share
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.rules import RULES
from livegame.runs.bestbeat import best_beat
from livegame.runs.challenge import CHALLENGE, day_of
from livegame.runs.codes import code_of
from livegame.runs.curves import sketch_of
from livegame.runs.origin import from_words
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile, read_run
from livegame.runs.rungs import rung_of
from livegame.runs.store import CAMPAIGN

BARS = "▁▂▃▄▅▆▇█"
WIDTH = 16


def share_text(path: Path) -> str:
    """Three or four lines about a finished run, to be pasted anywhere.

    Raises:
        RunError: unreadable or unfinished.
    """
    run = read_run(path)
    if run.footer is None:
        raise RunError(t("runs.not_finished", file=run.name))
    head, foot = run.header, run.footer
    if CAMPAIGN in head.options:
        from livegame.runs.campaigns.share import share_days

        return share_days(run, foot)
    host, scene = library().hosts.get(head.role), library().scenarios.get(head.scenario)
    what = t(
        "runs.share.what",
        what=_what(run),
        who=host.country if host else head.role,
        night=scene.title if scene else head.scenario,
    )
    result = t(
        "runs.share.result",
        points=f"{foot.points:,}",
        rank=foot.rank,
        service=whole_share(foot.service),
        trust=whole(foot.trust),
    )
    glyphs = bars(sketch_of(run).sales)
    if head.rules == RULES:
        code = code_of(head.scenario, head.role, head.seed, rung=rung_of(head))
        glyphs += " " + t("runs.share.code", code=code)
    return "\n".join([what, result, *_moment(run), glyphs])


def _moment(run: RunFile) -> list[str]:
    """The beat that made the night, to be argued about. Of a day's challenge, which others have
    still to play, neither the time nor the good is told: they would give its crowd away."""
    best, scene = best_beat(run), library().scenarios.get(run.header.scenario)
    if best is None or scene is None:
        return []
    pitch, part = library().pitches[best.pitch].name.lower(), percent(best.share)
    if run.header.mode == CHALLENGE:
        return [t("runs.share.best_secret", pitch=pitch, part=part)]
    return [
        t(
            "runs.share.best",
            time=clock(scene.starts, best.tick * scene.tick_seconds)[:5],
            pitch=pitch,
            packs=count(best.packs),
            name=library().products[best.product].name.lower(),
            part=part,
        )
    ]


def _what(run: RunFile) -> str:
    head = run.header
    day = day_of(head.options) if head.mode == CHALLENGE else None
    if day:
        return t("runs.share.challenge", day=day.isoformat())
    scene = library().scenarios.get(head.scenario)
    number = rung_of(head)
    if scene and 1 < number <= len(scene.rung):
        return t("rungs.share", name=scene.rung[number - 1].name, number=number)
    return from_words(head) or t("runs.share.run", mode=head.mode)


def bars(sales: tuple[int, ...], width: int = WIDTH) -> str:
    """What was sold in each part of a run, as bars; the best part has the tallest."""
    last = len(sales) - 1
    edges = [last * part // width for part in range(width + 1)]
    sold = [max(0, sales[end] - sales[start]) for start, end in pairwise(edges)]
    most = max(sold, default=0)
    return "".join(BARS[one * (len(BARS) - 1) // most if most else 0] for one in sold)
