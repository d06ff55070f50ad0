"""livegame facts: every recorded figure, with its article."""

import argparse
import textwrap
from typing import Any

from livegame.catalog.library import Library, library
from livegame.catalog.models import Fact
from livegame.catalog.quoted import figure, headline, unit
from livegame.catalog.texts import t
from livegame.commands.output import add_json, show
from livegame.plain.columns import table
from livegame.runs.clean import clean
from livegame.runs.problems import RunError
from livegame.runs.worlds import nearest


def configure(parser: argparse.ArgumentParser) -> None:
    """What `facts` takes."""
    parser.add_argument("id", nargs="?", metavar="ID", help="one fact, in full")
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """List all facts, or one in full.

    Raises:
        RunError: there is no fact of that id; the nearest ids are given.
    """
    lib = library()
    facts = list(lib.facts.values())
    if args.id is not None:
        if args.id not in lib.facts:
            name, like = clean(args.id, 60), nearest(args.id, lib.facts)
            near = like.count(",") < len(lib.facts) - 1
            raise RunError(t("cli.no_fact" if near else "cli.no_fact_like", name=name, like=like))
        facts = [lib.facts[args.id]]
    data = [_as_json(lib, fact) for fact in facts]
    show(args, data, _in_full(lib, facts[0]) if args.id is not None else _listed(lib, facts))
    return 0


def _disputes(lib: Library, fact: Fact) -> list[str]:
    return [dispute.id for dispute in lib.disputes.values() if fact.id in dispute.facts]


def _as_json(lib: Library, fact: Fact) -> dict[str, Any]:
    article = lib.articles[fact.article]
    return {
        "id": fact.id,
        "value": fact.value,
        "unit": fact.unit,
        "measures": fact.measures,
        "when": fact.when,
        "platform": fact.platform,
        "subject": fact.subject,
        "publication": article.publication,
        "title": article.title,
        "date": article.date,
        "article": fact.article,
        "disputes": _disputes(lib, fact),
    }


def _listed(lib: Library, facts: list[Fact]) -> list[str]:
    rows = [[f.id, figure(f), unit(f), f.when, lib.articles[f.article].publication] for f in facts]
    head = ["id", "value", "unit", "when", "publication"]
    return [*table(head, rows, widest=36), "", t("cli.facts_hint", count=len(facts))]


def _in_full(lib: Library, fact: Fact) -> list[str]:
    article = lib.articles[fact.article]
    lines = [
        f"{fact.id}: {figure(fact)} {unit(fact)}".rstrip(),
        *textwrap.wrap(fact.measures, 78),
        t("cli.fact_when", when=fact.when, platform=fact.platform, subject=fact.subject),
        t(
            "cli.fact_article",
            publication=article.publication,
            title=headline(article),
            date=article.date,
        ),
    ]
    for name in _disputes(lib, fact):
        dispute = lib.disputes[name]
        text = t("cli.dispute", title=dispute.title, says=dispute.says, choice=dispute.choice)
        lines += ["", *textwrap.wrap(text, 78)]
    return lines
