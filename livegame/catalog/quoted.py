"""Recorded figures and articles' titles as they are read out; content keeps them as data."""

from livegame.catalog.figures import count, ordinal
from livegame.catalog.models import Article, Fact
from livegame.catalog.texts import t

MORE = ", more than"  # at the end of a unit: the article gives a lower limit
YEAR, EDITION, TEXT = "year", "edition", "text"


def figure(fact: Fact) -> str:
    """The figure alone: "3,000", "more than 300,000", "2010" for a year, or the article's words."""
    if not isinstance(fact.value, int):
        return fact.value
    if fact.unit == YEAR:
        return str(fact.value)
    if fact.unit == EDITION:
        return ordinal(fact.value)
    value = count(fact.value)
    return t("common.more_than", value=value) if fact.unit.endswith(MORE) else value


def unit(fact: Fact) -> str:
    """What the figure counts; "" for words, and for a year, which says it by itself."""
    return "" if fact.unit in (TEXT, YEAR) else fact.unit.removesuffix(MORE)


def quantity(fact: Fact) -> str:
    """A figure with its unit: "more than 300,000 livestreams"; an article's words as they are."""
    if not isinstance(fact.value, int):
        return fact.value
    return f"{figure(fact)} {unit(fact)}".rstrip()


def headline(article: Article) -> str:
    """An article's title in quotation marks, or what it is about where no headline is kept: a
    title in square brackets is a description."""
    if article.title.startswith("["):
        about = article.title.strip("[]").partition(": ")[2]
        return t("common.no_headline", about=about)
    return t("common.headline", title=article.title)
