"""The packs that a command is told to read beside those that are installed."""

import argparse

PACK_HELP = "a pack of content to read too, for runs of its evenings; may be given several times"


def add_pack(parser: argparse.ArgumentParser) -> None:
    """Give a command its --pack."""
    parser.add_argument("--pack", metavar="FOLDER", action="append", default=[], help=PACK_HELP)


def use_packs(args: argparse.Namespace) -> None:
    """Have the packs read that were named; before anything asks for content."""
    from livegame.catalog.packs_place import name_pack

    for folder in args.pack:
        name_pack(folder)
