"""A curve in braille dots: two columns and four rows of dots to a cell."""

from collections.abc import Sequence
from itertools import pairwise

_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))


def curve(
    values: Sequence[int], width: int, height: int, low: int, high: int
) -> tuple[list[str], list[int]]:
    """`values` (at most two a cell) from the left edge as an area, in rows of cells.

    Returns:
        `height` rows of `width` cells, and for each column the row of its topmost dot.
    """
    cells = [[0] * width for _ in range(height)]
    tops = [height] * width
    span = max(1, high - low)
    rows = height * 4 - 1
    for x, value in enumerate(values[: width * 2]):
        y = rows - max(0, min(rows, (value - low) * rows // span))
        tops[x // 2] = min(tops[x // 2], y // 4)
        for dot in range(y, rows + 1):
            cells[dot // 4][x // 2] |= _DOTS[x % 2][dot % 4]
    return ["".join(chr(0x2800 + cell) if cell else " " for cell in row) for row in cells], tops


def sample(values: Sequence[int], points: int) -> list[int]:
    """`values` thinned to `points` means, or stretched to as many steps between them."""
    size = len(values)
    if not size or points < 1:
        return []
    if size <= points:
        return [_between(values, at * (size - 1), max(1, points - 1)) for at in range(points)]
    cuts = [at * size // points for at in range(points + 1)]
    return [sum(values[a:b]) // (b - a) for a, b in pairwise(cuts)]


def _between(values: Sequence[int], part: int, whole: int) -> int:
    at, rest = divmod(part, whole)
    after = values[min(at + 1, len(values) - 1)]
    return values[at] + (after - values[at]) * rest // whole
