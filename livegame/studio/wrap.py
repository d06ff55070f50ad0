"""Breaking text into lines by cells, so that wide characters never overrun."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells

from livegame.studio.lines import Ink, Line, Span


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells; long words and Chinese break anywhere."""
    if width < 1:
        return []
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_fill(paragraph.split(), width))
    return lines


def _fill(words: list[str], width: int) -> list[str]:
    lines: list[str] = []
    now = ""
    for word in words:
        joined = f"{now} {word}" if now else word
        if cell_len(joined) <= width:
            now = joined
            continue
        if now:
            lines.append(now)
        *full, now = chop_cells(word, width) or [""]
        lines.extend(full)
    return [*lines, now]


def flow(
    text: str, width: int, ink: Ink = "", indent: str = "", hang: str | None = None
) -> list[Line]:
    """`text` as lines in one ink; `hang` indents all lines after the first."""
    later = indent if hang is None else hang
    room = width - max(cell_len(indent), cell_len(later))
    return [
        (Span((later if at else indent) + part, ink),) for at, part in enumerate(wrap(text, room))
    ]


def whole(blocks: Iterable[Sequence[Line]], height: int) -> list[Line]:
    """As many of the blocks as fit into `height` lines, none of them cut."""
    lines: list[Line] = []
    for block in blocks:
        if len(lines) + len(block) > height:
            break
        lines.extend(block)
    return lines
