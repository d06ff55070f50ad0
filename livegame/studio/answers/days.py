"""The purse, trust, fans and sales of a campaign of several days."""

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.days.books import parts
from livegame.engine.days.outlook import outlook
from livegame.engine.days.state import held, owing, under_way
from livegame.runs.campaigns.joint import head_words, joint_lines
from livegame.runs.campaigns.levels import level_words
from livegame.runs.campaigns.names import date_of, name_of, place_of, short_of
from livegame.runs.campaigns.session import CampaignSession
from livegame.studio.answers.answer import Answer


def head(session: CampaignSession, name: str) -> Answer | None:
    """A figure of the desk's head; None for one that is not known."""
    kind, _, what = name.partition(":")
    if kind == "purse":
        return _purse(session)
    if kind == "bond":
        return _bond(session)
    if kind == "counter":
        return _counter(session)
    if kind == "ware" and what.isdigit() and int(what) < len(session.season.goods):
        return _ware(session, int(what))
    if kind == "likely":
        return _likely(session)
    if kind == "day" and what.isdigit() and int(what) < session.season.days:
        return _day(session, int(what))
    return None


def _purse(session: CampaignSession) -> Answer:
    """Cash to begin with, and every payment since."""
    days, season = session.moment.days, session.season
    told = Answer(t("why.purse", cash=figures.money(days.cash)))
    told.part(t("why.part.began"), figures.yuan(days.purse))
    for name, fen in parts(season, days):
        if name != "left":
            told.part(t(f"why.books.{name}"), figures.yuan(fen))
    told.total(t("why.part.now"), figures.yuan(days.cash))
    left = dict(parts(season, days))["left"]
    return told.say(t("why.purse_left", money=figures.yuan(left)))


def _bond(session: CampaignSession) -> Answer:
    days = session.moment.days
    told = Answer(t("why.bond", trust=level_words(days.trust)))
    told.part(t("why.part.fans"), figures.count(days.fans))
    told.part(t("why.part.shows"), figures.count(days.shows))
    told.part(t("why.part.visited"), figures.count(days.visited))
    told.part(t("why.part.watched"), figures.count(days.watched))
    return told.say(t("why.bond_is"))


def _counter(session: CampaignSession) -> Answer | None:
    """A joint goal: where it stands, what the truck pays, what a kept share brings."""
    days, season = session.moment.days, session.season
    told = Answer(head_words(season, days))
    for text in joint_lines(season, days) if days.day < season.days else []:
        told.say(text)
    return told if told.title else None


def _ware(session: CampaignSession, g: int) -> Answer:
    """Where the packs of a good are, and what became of the others."""
    days, season = session.moment.days, session.season
    told = Answer(t("why.packs", name=name_of(season, season.goods[g]), pack=t("why.pack")))
    counts = {
        "plants": days.plant[g].sum(),
        "under_way": under_way(days)[g],
        "store": held(days)[g],
        "owing": owing(days)[g],
        "delivered": days.delivered[g],
        "spoiled": days.spoiled[g] + days.dropped[g],
        "turned": days.turned[g],
    }
    for name, packs in counts.items():
        told.part(t(f"why.ware.{name}", place=place_of(season, g)), figures.count(int(packs)))
    told.part(t("why.part.price"), figures.price(int(days.price[g])))
    told.part(t("why.part.habit"), figures.price(int(days.habit[g])))
    return told.say(t("why.ware_is"))


def _likely(session: CampaignSession) -> Answer:
    """What the store will likely be asked for today, good by good."""
    season = session.season
    told = Answer(t("why.likely"))
    for g, row in enumerate(outlook(season, session.moment.days)):
        told.part(short_of(season, g), figures.span(row.low, row.high) or "0")
    return told.say(t("why.likely_is"))


def _day(session: CampaignSession, day: int) -> Answer:
    """What a day sold, in the store and in the show."""
    days, season = session.moment.days, session.season
    told = Answer(t("why.day", day=day + 1, date=date_of(season, day)))
    for g in range(len(season.goods)):
        store, show = int(days.by_store[day][g]), int(days.by_show[day][g])
        if store or show:
            words = {"store": figures.count(store), "show": figures.count(show)}
            told.part(short_of(season, g), t("why.day_packs", **words))
    if len(told.rows) == 0:
        told.say(t("why.day_nothing"))
    return told
