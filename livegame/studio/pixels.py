"""Pixel pictures in half blocks: two pixels to a cell, or shades where there is no colour."""

from functools import lru_cache

from rich.color import Color
from rich.style import Style

from livegame.studio.lines import Line, Span

NONE = -1
Grid = list[list[int]]
_SHADES = " ·░▒▓█"


@lru_cache(maxsize=4096)
def _style(top: int, bottom: int) -> Style:
    return Style(color=_colour(top), bgcolor=_colour(bottom))


def _colour(value: int) -> Color | None:
    if value == NONE:
        return None
    return Color.from_rgb(value >> 16, value >> 8 & 255, value & 255)


@lru_cache(maxsize=4096)
def _cell(top: int, bottom: int) -> tuple[str, Style]:
    if top == NONE and bottom == NONE:
        return " ", Style.null()
    if top == NONE:
        return "▄", _style(bottom, NONE)
    if top == bottom:
        return "█", _style(top, NONE)
    return "▀", _style(top, bottom)


def brightness(colour: int) -> int:
    """0 to 255, as the eye weighs it."""
    return ((colour >> 16) * 30 + (colour >> 8 & 255) * 59 + (colour & 255) * 11) // 100


def _shade(top: int, bottom: int) -> str:
    lit = [brightness(c) for c in (top, bottom) if c != NONE]
    if not lit:
        return " "
    return _SHADES[min(len(_SHADES) - 1, sum(lit) * len(_SHADES) // (256 * 2) + (len(lit) > 1))]


def render(grid: Grid, *, colour: bool = True) -> list[Line]:
    """The picture as lines; equal neighbours share a span."""
    rows = [*grid, [NONE] * len(grid[0])] if len(grid) % 2 else grid
    return [_row(a, b, colour) for a, b in zip(rows[::2], rows[1::2], strict=True)]


def _row(top: list[int], bottom: list[int], colour: bool) -> Line:
    spans: list[Span] = []
    run, ink = "", Style.null()
    for a, b in zip(top, bottom, strict=True):
        char, style = _cell(a, b) if colour else (_shade(a, b), Style.null())
        if run and style is not ink:
            spans.append(Span(run, ink))
            run = ""
        run, ink = run + char, style
    return (*spans, Span(run, ink))


def blank(width: int, height: int, fill: int = NONE) -> Grid:
    """An empty picture."""
    return [[fill] * width for _ in range(height)]


def blend(one: int, other: int, part: float) -> int:
    """`part` of the way from one colour to the other."""
    mixed = 0
    for shift in (16, 8, 0):
        a, b = one >> shift & 255, other >> shift & 255
        mixed |= int(a + (b - a) * part) << shift
    return mixed


def paste(grid: Grid, other: Grid, x: int, y: int) -> None:
    """Lay a picture over another; its empty pixels let the lower one through."""
    for dy, row in enumerate(other):
        for dx, colour in enumerate(row):
            if colour != NONE and 0 <= y + dy < len(grid) and 0 <= x + dx < len(grid[0]):
                grid[y + dy][x + dx] = colour


def enlarge(grid: Grid, times: int) -> Grid:
    """Every pixel `times` as wide and high."""
    return [[colour for colour in row for _ in range(times)] for row in grid for _ in range(times)]
