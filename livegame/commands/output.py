"""What every command prints: one JSON document, or lines; errors are one line on stderr."""

import argparse
import json
import sys
from collections.abc import Iterable
from typing import Any

from livegame.catalog.problems import ContentError
from livegame.catalog.texts import t
from livegame.runs.clean import clean
from livegame.runs.problems import RunError


def add_json(parser: argparse.ArgumentParser) -> None:
    """Give a command its --json."""
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def show(args: argparse.Namespace, data: Any, lines: Iterable[str]) -> None:
    """Print the report: `data` as JSON if it was asked for, else the lines.

    JSON escapes everything beyond ASCII, so no text in it can steer a terminal.
    """
    if args.json:
        print(json.dumps(data, indent=2, allow_nan=False))
    else:
        for line in lines:
            print(line)


def complain(message: str) -> None:
    """One line on stderr."""
    print(f"livegame: {clean(message, 1000)}", file=sys.stderr)


def explained(error: Exception) -> str:
    """What an error means for whoever called the command."""
    if isinstance(error, RunError | ContentError):
        return str(error)
    if isinstance(error, OSError):
        return t("cli.system", why=str(error))
    return t("cli.bug", kind=type(error).__name__, why=str(error))
