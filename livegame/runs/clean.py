"""Texts from files and people, made harmless before a terminal sees them."""

import re
import unicodedata

SPACES = frozenset("\t\n\r\v\f\x85\u2028\u2029")
MARKS_IN_A_ROW = 2
SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f]).*?(?:\x1b\\|[\x07\x9c])"  # titles, links
    r"|\x1b[ -/]*[0-~]"
)


def clean(text: str, limit: int) -> str:
    """`text` on one line, at most `limit` characters, without anything that steers a terminal.

    Dropped: escape sequences, control characters, bidi overrides and isolates, zero-width and
    other invisible characters, unassigned and private ones, and piles of combining marks. Runs
    of blank become one space.
    """
    kept: list[str] = []
    marks = 0
    for char in SEQUENCE.sub("", text[: 4 * limit]):
        kind = unicodedata.category(char)
        if char in SPACES or kind == "Zs":
            kept.append(" ")
        elif kind[0] != "C":
            marks = marks + 1 if kind[0] == "M" else 0
            if marks <= MARKS_IN_A_ROW:
                kept.append(char)
    return " ".join("".join(kept).split())[:limit].rstrip()
