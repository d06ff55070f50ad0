"""livegame replay: a run told from its file."""

import argparse
from pathlib import Path

from livegame.commands.packs import add_pack, use_packs


def configure(parser: argparse.ArgumentParser) -> None:
    """What `replay` takes."""
    parser.add_argument("file", metavar="FILE", help="a run file (.live)")
    parser.add_argument("--plain", action="store_true", help="print it line by line (the default)")
    add_pack(parser)


def run(args: argparse.Namespace) -> int:
    """Tell it.

    Raises:
        RunError: the file cannot be read or does not parse.
    """
    use_packs(args)
    from livegame.plain.replay import tell

    for line in tell(Path(args.file)):
        print(line)
    return 0
