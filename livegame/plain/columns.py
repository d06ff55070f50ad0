"""Tables of aligned columns, for terminals and pipes; wide characters count as two cells."""

import re
import unicodedata
from collections.abc import Sequence

FIGURE = re.compile(r"[-+]?[0-9][0-9,.]*( %)?|-|")


def cells(text: str) -> int:
    """How many cells a terminal gives a text."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def shorten(text: str, most: int) -> str:
    """`text` in at most `most` cells; what is cut off is marked by three dots."""
    if cells(text) <= most:
        return text
    kept = ""
    for char in text:
        if cells(kept + char) > most - 3:
            break
        kept += char
    return f"{kept.rstrip()}..."


def table(head: Sequence[str], rows: Sequence[Sequence[object]], widest: int = 60) -> list[str]:
    """The lines of a table; columns of figures only stand to the right."""
    body = [[shorten(str(cell), widest) for cell in row] for row in rows]
    widths = [max(cells(line[at]) for line in [list(head), *body]) for at in range(len(head))]
    right = [
        bool(body) and all(FIGURE.fullmatch(row[at]) for row in body) for at in range(len(head))
    ]

    def line(values: Sequence[str]) -> str:
        parts = []
        for text, width, to_right in zip(values, widths, right, strict=True):
            pad = " " * (width - cells(text))
            parts.append(pad + text if to_right else text + pad)
        return "  ".join(parts).rstrip()

    return [line(list(head)), line(["-" * width for width in widths]), *map(line, body)]
