"""livegame assumptions: every number that no article gives, with its reason."""

import argparse
import shutil
import sys

from attrs import asdict

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.commands.output import add_json, show
from livegame.plain.columns import shorten
from livegame.runs.ledger import Assumed, assumed

configure = add_json


def run(args: argparse.Namespace) -> int:
    """List them."""
    lib = library()
    rows = assumed(lib)
    lines = [line for row in rows for line in _lines(row)]
    show(args, [asdict(row) for row in rows], [*lines, t("cli.assumed", count=len(rows))])
    return 0


def _lines(row: Assumed) -> list[str]:
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    value = ", ".join(map(str, row.value)) if isinstance(row.value, list) else row.value
    source = t("cli.source", source=row.source) if row.source else ""
    return [
        shorten(f"{row.id} = {value} {row.unit}", width),
        shorten(f"    {row.what}", width),
        shorten(f"    {row.reason}{source}", width),
    ]
