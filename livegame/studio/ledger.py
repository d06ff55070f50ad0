"""What the game rests on, as entries to leaf through: facts, assumptions, disputes, sources."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from livegame.catalog import figures
from livegame.catalog.library import Library
from livegame.catalog.models import Value
from livegame.catalog.quoted import headline, quantity
from livegame.catalog.texts import t
from livegame.studio.lines import Line, Span, line
from livegame.studio.wrap import flow


class Entry(NamedTuple):
    """One thing on the record.

    Attributes:
        name: its id.
        short: for the list.
        full: every word about it, for a width.
        words: what a search looks through.
    """

    name: str
    short: str
    full: Callable[[int], list[Line]]
    words: str


def chapters(library: Library) -> dict[str, list[Entry]]:
    """All entries by chapter, in order."""
    return {
        "facts": _facts(library),
        "assumptions": _assumptions(library),
        "disputes": _disputes(library),
        "sources": _sources(library),
        "measures": _measures(library),
    }


def _entry(name: str, short: str, parts: Iterable[tuple[str, str]]) -> Entry:
    told = [(label, text) for label, text in parts if text]

    def full(width: int) -> list[Line]:
        lines: list[Line] = []
        for label, text in told:
            if label:
                lines.append(line(Span(t(f"record.part.{label}"), "title")))
            lines.extend(flow(text, width, "" if label else "bold", "  " if label else ""))
        return [*lines, (), *flow(t("record.id", id=name), width, "dim")]

    return Entry(name, short, full, " ".join([name, *(text for _, text in told)]).lower())


def _facts(library: Library) -> list[Entry]:
    entries = []
    for fact in library.facts.values():
        article = library.articles[fact.article]
        value = quantity(fact)
        said = f"{article.publication}: {headline(article)}, {article.date}"
        parts = [
            ("", value),
            ("counts", fact.measures),
            ("when", f"{fact.when}, {fact.platform}, {fact.subject}"),
            ("said", f"{said}. {article.note}".strip()),
        ]
        entries.append(_entry(fact.id, f"{value}: {fact.measures}", parts))
    return entries


def number(value: Value) -> str:
    """An assumption's value."""
    if isinstance(value, list):
        return ", ".join(number(part) for part in value)
    if isinstance(value, float):
        return f"{value:,.4f}".rstrip("0").rstrip(".")
    return figures.count(value) if isinstance(value, int) else value


def _assumptions(library: Library) -> list[Entry]:
    entries = []
    for row in [*library.assumptions.values(), *library.day_assumptions.values()]:
        value = f"{number(row.value)} {row.unit}".strip()
        parts = [
            ("", value),
            ("counts", row.what),
            ("reason", row.reason),
            ("source", _source(library, row.source)),
        ]
        entries.append(_entry(row.id, f"{row.what} {value}", parts))
    for good in library.products.values():
        price = f"RMB {figures.price(good.usual_fen)}"
        what = t("record.price", name=good.name, pack=good.pack)
        parts = [
            ("", price),
            ("counts", what),
            ("reason", f"{good.price_reason} {good.cost_reason}"),
            ("source", _source(library, good.price_source)),
        ]
        entries.append(_entry(good.id, f"{what}: {price}", parts))
    for host in library.hosts.values():
        what = t("record.draw", country=host.country)
        parts = [("", number(host.draw)), ("counts", what), ("reason", host.draw_reason)]
        entries.append(_entry(host.id, f"{what}: {number(host.draw)}", parts))
    return entries


def _source(library: Library, name: str) -> str:
    source = library.sources.get(name)
    if source is None:
        return ""
    return f"{source.publication}: {source.title} ({source.date}; {source.where}). {source.finding}"


def _disputes(library: Library) -> list[Entry]:
    entries = []
    for row in library.disputes.values():
        facts = " / ".join(
            f"{quantity(fact)} ({library.articles[fact.article].publication})"
            for fact in (library.facts[name] for name in row.facts)
        )
        sources = " ".join(_source(library, name) for name in row.source)
        parts = [
            ("", row.title),
            ("says", row.says),
            ("choice", row.choice),
            ("facts", facts),
            ("source", sources),
        ]
        entries.append(_entry(row.id, row.title, parts))
    return entries


def _sources(library: Library) -> list[Entry]:
    return [
        _entry(
            row.id,
            f"{row.publication}: {row.title}",
            [
                ("", row.title),
                ("said", f"{row.publication}, {row.date}, {row.where}"),
                ("finding", row.finding),
            ],
        )
        for row in library.sources.values()
    ]


def _measures(library: Library) -> list[Entry]:
    entries = []
    for row in library.measures.values():
        facts = " / ".join(quantity(library.facts[name]) for name in row.facts)
        parts = [("", number(row.value)), ("formula", row.formula), ("facts", facts)]
        entries.append(_entry(row.id, f"{number(row.value)}: {row.formula}", parts))
    return entries
