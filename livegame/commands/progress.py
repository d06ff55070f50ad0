"""How far a long command is, on stderr, for people only."""

import sys
from collections.abc import Callable


def progress(what: str) -> Callable[[int, int], None] | None:
    """A callback for (done, of), or None where nobody would see it."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, of: int) -> None:
        end = "\n" if done >= of else ""
        print(f"\r{what} {done} of {of}", end=end, file=sys.stderr, flush=True)

    return tell
