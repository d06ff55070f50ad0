"""Which known names a wrong one could be meant for; what is like nothing is offered nothing."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

MOST = 3  # names that are offered
ALIKE = 0.75  # of difflib's ratio: one wrong letter in four; below that, nothing is alike
SLIP = 0.8  # the same where just one name is told
LONGEST = 60  # letters of what was said that are compared
PARTS = re.compile(r"[-_]")


def like(name: str, known: Iterable[str]) -> list[str]:
    """The few known names that are like `name` as a whole or in a part; none if none is."""
    said, names = name.lower()[:LONGEST], list(known)
    inside = [one for one in names if said in one] if len(said) >= 3 else []
    score = {one: _alike(said, one) for one in names}
    close = sorted((one for one in names if score[one] >= ALIKE), key=lambda one: -score[one])
    return (inside or close)[:MOST]


def like_whole(name: str, known: Iterable[str]) -> list[str]:
    """The same by whole names alone, nearest first: quick enough for the thousands of wrong names
    and names of many parts that a pack may hold."""
    return get_close_matches(name, list(known), n=MOST, cutoff=ALIKE)


def slip_of(name: str, known: Iterable[str]) -> str:
    """The one known name that `name` as a whole is a slip of; "" if there is none, or if `name`
    is known itself."""
    found = get_close_matches(name, list(known), n=1, cutoff=SLIP)
    return found[0] if found and found[0] != name else ""


def _alike(said: str, name: str) -> float:
    """How much a name, or some of its parts in a row, is like what was said, up to 1."""
    parts = PARTS.split(name)
    rows = ("-".join(parts[a:b]) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1))
    return max(SequenceMatcher(None, PARTS.sub("-", said), row).ratio() for row in rows)
