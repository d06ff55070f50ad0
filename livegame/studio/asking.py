"""Moving among the figures of a screen, and where an answer finds room beside one."""

from collections.abc import Sequence

from textual.geometry import Region

Figure = tuple[Region, str]
ASIDE = 3  # how much a step aside counts against one straight on
TALL = 2  # a row is about two columns high


def at_place(figures: Sequence[Figure], why: str, x: int, y: int) -> int:
    """The figure at a place; else the first of that name, else the first of all."""
    for number, (place, name) in enumerate(figures):
        if place.contains(x, y) and name == why:
            return number
    return next((n for n, (_, name) in enumerate(figures) if name == why), 0)


def towards(figures: Sequence[Figure], at: int, right: int, down: int) -> int:
    """The nearest figure that way; the same one where there is none."""
    here = figures[at][0]
    best, least = at, None
    for number, (place, _) in enumerate(figures):
        dx = _middle(place) - _middle(here) if down else place.x - here.x
        dy = (place.y - here.y) * TALL
        along, aside = (dx * right, abs(dy)) if right else (dy * down, abs(dx))
        if along <= 0 or (right and aside > along):
            continue
        cost = along + aside * ASIDE
        if least is None or cost < least:
            best, least = number, cost
    return best


def _middle(place: Region) -> int:
    return place.x + place.width // 2


def beside(figure: Region, across: int, rows: int, width: int, height: int) -> Region:
    """Where a sheet stands: below the figure, else above, else beside it; never off the screen."""
    x = max(0, min(figure.x - 2, width - across))
    if figure.bottom + rows <= height:
        y = figure.bottom
    elif figure.y >= rows:
        y = figure.y - rows
    else:
        y = max(0, height - rows)
        if figure.right + across <= width:
            x = figure.right
        elif figure.x >= across:
            x = figure.x - across
    return Region(x, y, min(across, width), min(rows, height))
