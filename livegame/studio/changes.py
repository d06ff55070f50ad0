"""Which cells of a drawn block differ from the last time, so that only those are sent."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from livegame.studio.lines import BLANK, Line, Span, width_of


def changed(before: Sequence[Line], now: Sequence[Line]) -> list[tuple[int, int, int]]:
    """(row, first cell, width) of what is not as before; lines are of one full width."""
    found = []
    for row, (old, new) in enumerate(zip_longest(before, now, fillvalue=BLANK)):
        if old is not new and old != new:
            start, end = _stretch(old, new)
            found.append((row, start, max(1, end - start)))
    return found


def _stretch(old: Line, new: Line) -> tuple[int, int]:
    width = width_of(new)
    if width_of(old) != width:
        return 0, max(width, width_of(old))
    left = _same(old, new, 1)
    right = _same(old[::-1], new[::-1], -1)
    return left, width - right


def _same(old: Sequence[Span], new: Sequence[Span], way: int) -> int:
    """Cells that both lines share, counted from one side."""
    cells = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            return cells + _alike(one, other, way)
        cells += cell_len(one.text)
    return cells


def _alike(one: Span, other: Span, way: int) -> int:
    if one.ink != other.ink or one.hit != other.hit:
        return 0
    cells = 0
    for a, b in zip(one.text[::way], other.text[::way], strict=False):
        if a != b:
            break
        cells += cell_len(a)
    return cells
