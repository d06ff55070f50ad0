"""Numbers given on the command line, with errors in words."""

import argparse

from livegame.catalog.texts import t

MOST_SEED = 2**63 - 1
MOST_SEEDS = 1_000_000
MOST_JOBS = 256


def seed(text: str) -> int:
    """A seed, 0 .. 2**63 - 1.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if text.isascii() and text.isdecimal() and len(text) < 20 and int(text) <= MOST_SEED:
        return int(text)
    raise argparse.ArgumentTypeError(t("cli.bad_seed", text=text))


def seeds(text: str) -> range:
    """A half-open range A:B of seeds, or one seed.

    Raises:
        argparse.ArgumentTypeError: it is none, or holds more than a million.
    """
    first, colon, end = text.partition(":")
    try:
        found = range(seed(first), seed(end) if colon else seed(first) + 1)
    except argparse.ArgumentTypeError:
        raise argparse.ArgumentTypeError(t("cli.bad_seeds", text=text)) from None
    if not 0 < len(found) <= MOST_SEEDS:
        raise argparse.ArgumentTypeError(t("cli.bad_seeds", text=text))
    return found


def count(text: str) -> int:
    """A whole number from 1 to a million.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    return _from_one(text, MOST_SEEDS)


def jobs(text: str) -> int:
    """A number of processes, 1 to 256.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    return _from_one(text, MOST_JOBS)


def _from_one(text: str, most: int) -> int:
    if text.isascii() and text.isdecimal() and len(text) < 8 and 1 <= int(text) <= most:
        return int(text)
    raise argparse.ArgumentTypeError(t("cli.bad_count", text=text, most=most))
