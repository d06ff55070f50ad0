"""livegame replay: a run told from its file."""

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """What `replay` takes."""
    parser.add_argument("file", metavar="FILE", help="a run file (.live)")
    parser.add_argument("--plain", action="store_true", help="print it line by line (the default)")


def run(args: argparse.Namespace) -> int:
    """Tell it.

    Raises:
        RunError: the file cannot be read or does not parse.
    """
    from livegame.plain.replay import tell

    for line in tell(Path(args.file)):
        print(line)
    return 0
