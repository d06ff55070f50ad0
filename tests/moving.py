"""Screens after each other as one SVG that moves by itself: it plays in an <img>, by CSS alone.

Each row of cells is drawn once for every text that it ever shows, and is visible while it shows
it; so what stands still costs nothing. Block characters become rectangles, so that pictures have
no seams whatever the font; text is stretched to the cells that it takes.
"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

ACROSS, DOWN, SIZE = 8.4, 17, 14  # of a cell, and of its text
EDGE = 8
FONTS = "Menlo,Consolas,'DejaVu Sans Mono',monospace"
HALVES = {"█": (0.0, 1.0), "▀": (0.0, 0.5), "▄": (0.5, 0.5)}
Spot = tuple[str, Style]
Row = tuple[Spot, ...]


class Frame(NamedTuple):
    """A screen as it is shown for some seconds."""

    rows: tuple[Row, ...]
    seconds: float


def frame(strips: Sequence[Sequence[Segment]], seconds: float) -> Frame:
    """What a compositor rendered, one cell after the other; the second cell of a wide sign is "".

    Args:
        strips: segments of each row. seconds: how long it stands.
    """
    rows = []
    for strip in strips:
        cells: list[Spot] = []
        for text, style, _ in strip:
            for char in text:
                look = _plain(style or Style())
                cells += [(char, look)] + [("", look)] * (cell_len(char) - 1)
        rows.append(tuple(cells))
    return Frame(tuple(rows), seconds)


def _plain(style: Style) -> Style:
    """The look of a style, without what a click on it means."""
    fore, back = style.color, style.bgcolor
    if style.reverse:
        fore, back = back, fore
    return Style(color=fore, bgcolor=back, bold=style.bold, italic=style.italic)


def film(frames: Sequence[Frame], title: str, still: int) -> str:
    """The frames as an SVG that plays on and on.

    Args:
        frames: all of one size. title: what it shows, for those who cannot see it.
        still: the frame for those who would rather have nothing move.
    """
    width, height = len(frames[0].rows[0]), len(frames[0].rows)
    whole = sum(one.seconds for one in frames)
    looks = _Looks()
    body: list[str] = []
    spans: dict[tuple[int, ...], str] = {}
    for y in range(height):
        versions: dict[Row, list[int]] = {}
        for number, one in enumerate(frames):
            versions.setdefault(one.rows[y], []).append(number)
        for row, shown in versions.items():
            drawn = _row(row, y, looks)
            if not drawn:
                continue
            if len(shown) == len(frames):
                body.append(f"<g>{drawn}</g>")
                continue
            name = spans.setdefault(tuple(shown), f"s{len(spans)}")
            here = " k" if still in shown else ""
            body.append(f'<g class="h {name}{here}">{drawn}</g>')
    timing = "".join(_timing(name, shown, frames, whole) for shown, name in spans.items())
    ground = looks.ground(frames)
    box = f"0 0 {_n(width * ACROSS + 2 * EDGE)} {_n(height * DOWN + 2 * EDGE)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" xml:space="preserve" role="img">'
        f"<title>{escape(title)}</title><style>"
        f"text{{font:{SIZE}px {FONTS};white-space:pre}}"
        f".h{{visibility:hidden;animation-duration:{_n(whole)}s;"
        "animation-timing-function:step-end;animation-iteration-count:infinite}"
        f"{looks.sheet()}{timing}"
        "@media(prefers-reduced-motion:reduce){.h{animation:none}.k{visibility:visible}}"
        f'</style><rect width="100%" height="100%" rx="8" fill="{ground}"/>'
        f'<g transform="translate({EDGE} {EDGE})">{"".join(body)}</g></svg>\n'
    )


def _timing(name: str, shown: Sequence[int], frames: Sequence[Frame], whole: float) -> str:
    """When the rows of one name are to be seen, as key frames."""
    begins = [sum(one.seconds for one in frames[:at]) for at in range(len(frames))]
    steps, last = [], None
    for at in range(len(frames)):
        state = "visible" if at in shown else "hidden"
        if state != last:
            steps.append(f"{_n(100 * begins[at] / whole)}%{{visibility:{state}}}")
            last = state
    steps.append(f"to{{visibility:{last}}}")
    return f"@keyframes {name}{{{''.join(steps)}}}.{name}{{animation-name:{name}}}"


class _Looks:
    """Colours and weights as short classes."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def of(self, rule: str) -> str:
        return self._names.setdefault(rule, f"c{len(self._names)}")

    def sheet(self) -> str:
        return "".join(f".{name}{{{rule}}}" for rule, name in self._names.items())

    @staticmethod
    def ground(frames: Sequence[Frame]) -> str:
        """The colour that most cells have behind them."""
        counts: dict[str, int] = {}
        for row in frames[0].rows:
            for _, look in row:
                back = _colour(look, behind=True)
                counts[back] = counts.get(back, 0) + 1
        return max(counts, key=lambda colour: counts[colour])


def _colour(look: Style, *, behind: bool = False) -> str:
    colour = look.bgcolor if behind else look.color
    if colour is None or colour.is_default:
        return "#000000" if behind else "#cccccc"
    return colour.get_truecolor(foreground=not behind).hex


def _row(row: Row, y: int, looks: _Looks) -> str:
    """Grounds, blocks and texts of a row."""
    drawn: list[str] = []
    for at, until, colour in _runs([_colour(look, behind=True) for _, look in row]):
        drawn.append(_box(at, until, y, (0.0, 1.0), colour, looks))
    for at, until, (part, colour) in _runs([_block(spot) for spot in row]):
        if colour:
            drawn.append(_box(at, until, y, part, colour, looks))
    for at, until, rule in _runs([_writing(spot) for spot in row]):
        text = "".join(char for char, _ in row[at:until])
        if rule and text.strip():
            begins = at + len(text) - len(text.lstrip())
            words = text.strip()
            drawn.append(
                f'<text class="{looks.of(str(rule))}" x="{_n(begins * ACROSS)}" '
                f'y="{_n(y * DOWN + 13)}" textLength="{_n(cell_len(words) * ACROSS)}">'
                f"{escape(words)}</text>"
            )
    return "".join(drawn)


def _runs(values: Sequence[object]) -> list[tuple[int, int, object]]:
    """Stretches of equal values: from, to, value."""
    found: list[tuple[int, int, object]] = []
    for at, value in enumerate(values):
        if found and found[-1][2] == value:
            found[-1] = (found[-1][0], at + 1, value)
        else:
            found.append((at, at + 1, value))
    return found


def _block(spot: Spot) -> tuple[tuple[float, float], str]:
    char, look = spot
    return (HALVES[char], _colour(look)) if char in HALVES else ((0.0, 0.0), "")


def _writing(spot: Spot) -> str:
    char, look = spot
    if char in HALVES:
        return ""
    weight = "font-weight:bold;" if look.bold else ""
    slant = "font-style:italic;" if look.italic else ""
    return f"{weight}{slant}fill:{_colour(look)}"


def _box(at: int, until: int, y: int, part: object, colour: object, looks: _Looks) -> str:
    top, share = part  # type: ignore[misc]
    name = looks.of(f"fill:{colour}")
    return (
        f'<rect class="{name}" x="{_n(at * ACROSS)}" y="{_n((y + top) * DOWN)}" '
        f'width="{_n((until - at) * ACROSS)}" height="{_n(share * DOWN)}"/>'
    )


def _n(number: float) -> str:
    """A number in as few signs as tell it to a hundredth."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
