"""The figures of a campaign's front page, each with what it is made of."""

from collections.abc import Sequence

from livegame.catalog import figures
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.days.season import Season
from livegame.runs.campaigns import paperwords
from livegame.runs.campaigns.daybook import DayRow
from livegame.runs.campaigns.ending import record_lines, trophy_lines
from livegame.runs.campaigns.joint import end_joint
from livegame.runs.campaigns.names import date_of
from livegame.runs.campaigns.paper import Paper, losses, lost_of
from livegame.runs.campaigns.tally import tally
from livegame.studio.answers.answer import Answer
from livegame.studio.widgets.daypaper import DayPaper


def answer(page: DayPaper, name: str) -> Answer | None:
    """What is to be said of a figure; None for one that is not known."""
    paper = page.paper
    kind, _, what = name.partition(":")
    match kind:
        case "part":
            return _part(paper, what)
        case "day" if what.isdigit() and int(what) < len(paper.rows):
            return day_answer(paper.season, paper.rows[int(what)], paper.history)
        case "good":
            return _good(paper, what)
        case "lost":
            return _lost(paper, what)
        case "tally" if what.isdigit():
            return _sum(paper, int(what))
        case "place":
            host = library().hosts.get(what)
            return Answer(host.country).say(host.intro) if host else None
        case "told":
            return _told(page, what)
    return None


def _part(paper: Paper, name: str) -> Answer | None:
    result = paper.result
    parts = dict(result.parts)
    if name in parts:
        told = Answer(t(f"days.part.{name}"))
        told.part(t("dayfront.sales"), figures.exact(parts[name]))
        if name == "sales":
            for row in paper.rows:
                told.part(t("eve.end.day", day=row.day + 1), figures.exact(row.sales))
        return told
    if name == "par":
        return Answer(t("dayfront.script_par")).say(t("dayfront.par"))
    if name == "settled":
        told = Answer(t("why.settled_is", money=figures.exact(result.settled)))
        for part, fen in result.parts:
            told.part(t(f"days.part.{part}"), figures.exact(fen))
        return told.total(t("front.settled"), figures.exact(result.settled))
    return _points(paper) if name == "points" else None


def _points(paper: Paper) -> Answer:
    result = paper.result
    told = Answer(t("why.made", points=figures.count(result.points)))
    told.part(t("front.settled"), figures.exact(result.settled))
    if result.par > 0:
        told.part(t("dayfront.script_par"), figures.exact(result.par))
        told.total(t("dayfront.formula"), figures.count(result.points))
    told.say(t("why.stars", stars=figures.stars(result.stars)))
    limits = ", ".join(figures.count(limit) for limit in paper.season.stars)
    return told.say(t("dayfront.stars_are", limits=limits)).say(paperwords.star_words(paper))


def day_answer(season: Season, row: DayRow, history: Sequence[int]) -> Answer:
    """A day: store and show, people, packs, what was lost, what was on."""
    words = {"day": row.day + 1, "date": date_of(season, row.day)}
    told = Answer(t("dayfront.day_title", sales=figures.money(row.sales), **words))
    for what, amount in paperwords.day_parts(season, row, history):
        told.part(what, amount)
    if row.titles:
        told.say(t("dayfront.story.on", titles="; ".join(row.titles)))
    return told


def _good(paper: Paper, name: str) -> Answer | None:
    good = next((one for one in paper.result.goods if one.id == name), None)
    if good is None:
        return None
    product = library().products[name]
    told = Answer(t("why.packs", name=product.name, pack=product.pack))
    told.part(t("dayfront.sales"), figures.exact(good.sales))
    at = paper.season.goods.index(name)
    for row in paper.rows:
        if row.packs[at]:
            packs = t("why.n_packs", packs=figures.count(row.packs[at]))
            told.part(t("eve.end.day", day=row.day + 1), packs)
    for what, _ in losses(paper):
        lost = dict(lost_of(paper, what)).get(name, 0)
        if lost:
            told.part(t(f"dayfront.lost.{what}"), figures.count(lost))
    return told


def _lost(paper: Paper, name: str) -> Answer | None:
    packs = dict(losses(paper)).get(name)
    if packs is None:
        return None
    told = Answer(t(f"dayfront.lost.{name}"))
    goods = library().products
    for what, some in lost_of(paper, name):
        if some:
            by_day = what.isdigit()
            named = t("eve.end.day", day=int(what) + 1) if by_day else goods[what].name
            told.part(named, figures.count(some))
    told.total(t("dayfront.packs"), figures.count(packs))
    return told.say(t(f"dayfront.lost_is.{name}"))


def _sum(paper: Paper, n: int) -> Answer | None:
    """A figure of the days before a great night, with the parts that it is made of."""
    sums = tally(paper.season, paper.result)
    if n >= len(sums):
        return None
    told = Answer(sums[n].title)
    for what, value in sums[n].parts:
        told.part(what, value)
    return told.say(sums[n].says)


def _told(page: DayPaper, what: str) -> Answer | None:
    """What stands there in words, whole."""
    paper = page.paper
    season, result = paper.season, paper.result
    said: dict[str, list[str]] = {
        "what": [paperwords.standfirst(paper), season.campaign.intro, season.campaign.says],
        "source": [paperwords.source(paper)],
        "record": record_lines(season, result),
        "joint": end_joint(season, result.joint),
        "news": list(page.news),
        "trophies": trophy_lines(season, result),
        "rung": [paperwords.rung_words(paper)],
        "proof": [page.proof[0]],
        "crowd": [text for what, text in paperwords.story(paper) if what == "crowd"],
        "service": [text for what, text in paperwords.story(paper) if what == "service"],
    }
    if what.startswith("day:"):
        return answer(page, what)
    lines = [text for text in said.get(what, []) if text]
    if not lines:
        return None
    told = Answer(t(f"dayfront.told.{what}"))
    for text in lines:
        told.say(text)
    return told
