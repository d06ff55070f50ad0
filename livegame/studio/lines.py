"""Lines of styled spans: what a panel draws before it becomes terminal cells. No Textual here."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.style import Style

Ink = str | Style
Hit = tuple[str, str]


class Span(NamedTuple):
    """A piece of a line.

    Attributes:
        text: what stands there.
        ink: names from `livegame.studio.inks`, or a style of its own (pixel art).
        hit: what a click on it means: a verb and its object.
        why: which figure this is, for whoever asks why it is so; "" for none.
    """

    text: str
    ink: Ink = ""
    hit: Hit | None = None
    why: str = ""


Line = tuple[Span, ...]
BLANK: Line = ()


def line(*parts: Span | str) -> Line:
    """A line from spans and plain texts."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def width_of(spans: Iterable[Span]) -> int:
    """Cells that the spans take."""
    width = 0
    for span in spans:
        text = span.text
        plain = text.isascii() and text.isprintable()
        width += len(text) if plain else cell_len(text)
    return width


def clip(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where something was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def fit(text: str, width: int, align: str = "<") -> str:
    """`text` in exactly `width` cells: cut or padded; align `<`, `>` or `^`."""
    cut = clip(text, width)
    room = max(0, width - cell_len(cut))
    left = {"<": 0, ">": room, "^": room // 2}[align]
    return " " * left + cut + " " * (room - left)


def crop(spans: Line, width: int) -> Line:
    """The first `width` cells of a line."""
    kept: list[Span] = []
    room = width
    for span in spans:
        size = cell_len(span.text)
        if size > room:
            kept.append(span._replace(text=clip(span.text, room)))
            break
        kept.append(span)
        room -= size
    return tuple(kept)


def pad(spans: Line, width: int) -> Line:
    """The line in exactly `width` cells."""
    kept = crop(spans, width) if width_of(spans) > width else spans
    room = width - width_of(kept)
    return (*kept, Span(" " * room)) if room > 0 else kept


def apart(left: Line, right: Line, width: int) -> Line:
    """`left` at the left edge and `right` at the right one; the left gives way."""
    room = width - width_of(right)
    if room <= 0:
        return crop(right, width)
    return (*pad(left, room), *right)


def centre(spans: Line, width: int) -> Line:
    """The line in the middle of `width` cells."""
    return pad((Span(" " * max(0, (width - width_of(spans)) // 2)), *spans), width)


def tint(spans: Line, ink: str) -> Line:
    """The line with every span in one ink, as for a selected row."""
    return tuple(span._replace(ink=ink) for span in spans)


def aim(spans: Line, hit: Hit) -> Line:
    """The line with every span answering a click with `hit`."""
    return tuple(span._replace(hit=hit) for span in spans)


def asks(spans: Iterable[Span], why: str) -> Line:
    """The line as a figure that can be asked about, save for spans that have a name already."""
    return tuple(span if span.why else span._replace(why=why) for span in spans)


def join(parts: Sequence[Line], gap: str = "  ") -> Line:
    """Lines after each other with a gap between."""
    joined: list[Span] = []
    for at, part in enumerate(parts):
        if at:
            joined.append(Span(gap))
        joined.extend(part)
    return tuple(joined)


def beside(left: Sequence[Line], right: Sequence[Line], width: int, gap: int = 1) -> list[Line]:
    """Two blocks next to each other; the left one is padded to `width` cells."""
    space = Span(" " * gap)
    rows = max(len(left), len(right))
    return [
        (
            *pad(left[at] if at < len(left) else BLANK, width),
            space,
            *(right[at] if at < len(right) else BLANK),
        )
        for at in range(rows)
    ]


def bar(permille: int, width: int, ink: str = "gold") -> Line:
    """A level as a bar: heavy for what is there, light for what is missing."""
    halves = max(0, min(2 * width, (permille * 2 * width + 500) // 1000))
    whole, half = divmod(halves, 2)
    full = "━" * whole + "╸" * half
    return (Span(full, ink), Span("─" * (width - whole - half), "faint"))


def rule(title: str, width: int, *, note: Line = (), ink: str = "title") -> Line:
    """A panel's head: its title set into a thin rule, a note at the right end if it fits whole."""
    head = (Span("─ ", "faint"), Span(clip(title, max(0, width - 3)), ink), Span(" ", "faint"))
    tail = (Span(" "), *note, Span(" ─", "faint")) if note else ()
    room = width - width_of(head) - width_of(tail)
    if room < 1 and note:
        return rule(title, width, ink=ink)
    return pad((*head, Span("─" * max(0, room), "faint"), *tail), width)
