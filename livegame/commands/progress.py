"""How far a long command is, on stderr, for people only."""

import sys
from collections.abc import Callable

LOOK = 1000  # names between two words of how far a search is


def progress(what: str) -> Callable[[int, int], None] | None:
    """A callback for (done, of), or None where nobody would see it."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, of: int) -> None:
        end = "\n" if done >= of else ""
        print(f"\r{what} {done} of {of}", end=end, file=sys.stderr, flush=True)

    return tell


def looking() -> Callable[[int, int], None] | None:
    """A callback for (names seen, run files found) while folders are searched; None where nobody
    would see it. It speaks once a thousand names."""
    if not sys.stderr.isatty():
        return None
    from livegame.catalog.texts import t

    said = 0

    def tell(seen: int, found: int) -> None:
        nonlocal said
        if seen // LOOK > said:
            said = seen // LOOK
            told = t("cli.looking", seen=seen, found=found)
            print(f"\r{told}", end="", file=sys.stderr, flush=True)

    return tell
