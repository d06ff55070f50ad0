"""What a campaign's front page says in sentences: headline, stars, best and worst day, source."""

from collections.abc import Sequence

from livegame.catalog.figures import count, money, percent, stars
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.engine.days.season import Season
from livegame.runs.campaigns.daybook import DayRow
from livegame.runs.campaigns.names import date_of
from livegame.runs.campaigns.paper import Paper, country, next_star
from livegame.runs.saved import broadcast_name


def headline(paper: Paper) -> str:
    """The big line; it speaks of history only where some of it is on record."""
    key = "headline" if paper.recorded or paper.tone == "none" else "headline_assumed"
    return t(f"dayfront.{key}.{paper.tone}", country=country(paper))


def standfirst(paper: Paper, *, brief: bool = False) -> str:
    """The line below it: which days on which rung and, unless `brief`, what points mean here."""
    season = paper.season
    words = {
        "title": season.campaign.title,
        "rung": season.rung.number,
        "rungs": len(season.campaign.rung),
        "name": season.rung.name,
    }
    par = f" {t('dayfront.par')}" if paper.result.par > 0 and not brief else ""
    return t("dayfront.standfirst", **words) + par


def star_words(paper: Paper) -> str:
    """What the next star would have taken."""
    found = next_star(paper)
    if found is None:
        return t("dayfront.stars_all") if paper.result.stars else ""
    star, limit = found
    more = count(limit - paper.result.points)
    return t("dayfront.stars_next", stars=stars(star), points=count(limit), more=more)


def story(paper: Paper) -> list[tuple[str, str]]:
    """A few sentences about the days, each with what it is about."""
    result = paper.result
    words = {
        "visitors": count(result.visitors),
        "watched": count(result.watched),
        "shows": result.shows,
        "fans": count(result.fans),
    }
    key = "crowd" if result.shows else "crowd_no_show"
    told = [
        (f"day:{paper.best.day}", _day(paper, "best", paper.best)),
        ("crowd", t(f"dayfront.story.{key}", **words)),
    ]
    if paper.worst:
        told.insert(1, (f"day:{paper.worst.day}", _day(paper, "worst", paper.worst)))
    service, trust = percent(result.service), percent(result.trust)
    told.append(("service", t("dayfront.story.service", service=service, trust=trust)))
    return told


def _day(paper: Paper, key: str, row: DayRow) -> str:
    """A day in a sentence or two: what it sold, in the show, and what was on."""
    told = [
        t(
            f"dayfront.story.{key}",
            day=row.day + 1,
            date=date_of(paper.season, row.day),
            sales=money(row.sales),
        )
    ]
    if row.held:
        show = {"show": money(row.on_air), "watched": count(row.watched)}
        told.append(t(f"dayfront.story.{'show' if row.show else 'show_none'}", **show))
    if row.turned:
        told.append(t("dayfront.story.turned", packs=count(row.turned)))
    if row.titles:
        told.append(t("dayfront.story.on", titles="; ".join(row.titles)))
    return " ".join(told)


def day_parts(season: Season, row: DayRow, history: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """What a day is made of, for whoever asks: (what, how much).

    Args:
        history: fen of history's own days; none where it has none.
    """
    goods = library().products
    rows = [
        ("store", money(row.sales - row.on_air)),
        ("show", money(row.on_air) if row.held else ""),
        ("history", money(history[row.day]) if row.day < len(history) else ""),
        ("visitors", count(row.visitors)),
        ("watched", count(row.watched) if row.held else ""),
        ("fans", count(row.fans)),
        *((name, count(getattr(row, name)) if getattr(row, name) else "")
          for name in ("spoiled", "turned", "complained", "late", "returned")),
    ]  # fmt: skip
    packs = [
        (goods[name].name, t("why.n_packs", packs=count(n)))
        for name, n in zip(season.goods, row.packs, strict=True)
        if n
    ]
    told = [(t(f"dayfront.day.{name}"), value) for name, value in rows if value]
    return (*told, *packs)


def source(paper: Paper) -> str:
    """Where history's days come from; "" where none are shipped."""
    if not paper.history:
        return ""
    file = broadcast_name(paper.season.campaign.id, paper.season.role)
    key = "source" if paper.season.rung.number == 1 else "source_harder"
    return t(f"dayfront.{key}", file=file)


def rung_words(paper: Paper) -> str:
    """The rung above this one; "" above the last."""
    rungs = paper.season.campaign.rung
    above = next((one for one in rungs if one.number == paper.season.rung.number + 1), None)
    return t("dayfront.next_rung", name=above.name, what=above.what) if above else ""
