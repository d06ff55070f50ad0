"""Pages: how a text and a list that are longer than their place are laid out on several."""

from collections.abc import Collection, Sequence

from livegame.studio.lines import Line, Span

SEAM: Line = (Span("", "seam"),)  # takes no row; a page rather ends here than in between


def pages_of(lines: Sequence[Line], room: int) -> list[list[Line]]:
    """A text on pages of at most `room` rows, always one at least.

    There are no more pages than it takes. One ends at a gap (a blank line or a seam), if half of
    it is full by then, and neither begins nor ends with a blank line.
    """
    rows = [line for line in lines if line is not SEAM]
    if len(rows) <= room or room < 1:
        return [rows]
    gaps = _gaps(lines)
    pages, at = [], 0
    while at < len(rows):
        if not rows[at]:  # a gap between pages is not shown
            at += 1
            continue
        end = _end(rows, gaps, at, room)
        page = rows[at:end]
        while page and not page[-1]:
            page.pop()
        pages.append(page)
        at = end
    return pages or [[]]


def _gaps(lines: Sequence[Line]) -> set[int]:
    """Rows before which a page may well end: what follows a seam, blank lines and what follows."""
    gaps: set[int] = set()
    row = 0
    for line in lines:
        if line is SEAM:
            gaps.add(row)
            continue
        if not line:
            gaps |= {row, row + 1}
        row += 1
    return gaps


def _end(rows: Sequence[Line], gaps: Collection[int], at: int, room: int) -> int:
    """The row after the page that begins at a row: the last gap from which what is left takes no
    page more, else where no line of a paragraph is left alone."""
    end, left = at + room, len(rows) - at
    if left <= room:
        return len(rows)
    more = -(-left // room) - 1  # pages after this one, at the least
    least = max(at + room // 2, len(rows) - more * room)
    for cut in range(end, least - 1, -1):
        if cut in gaps:
            return cut
    whole = (cut for cut in (end, end - 1) if cut - 1 not in gaps and cut + 1 not in gaps)
    return next((cut for cut in whole if cut >= least), end) if room > 2 else end


def spans_of(count: int, heads: Collection[int], room: int) -> list[range]:
    """The rows of a list on pages of at most `room`, always one page at least.

    A page that begins within a group has its head repeated above it, which takes a row. A page
    ends before a head, if half of it is full by then; no head stands alone at its end.
    """
    room = max(1, room)
    if count <= room:
        return [range(count)]
    pages, at = [], 0
    while at < count:
        within = room > 1 and at not in heads and any(head < at for head in heads)
        end = min(count, at + room - within)
        if end < count and end not in heads:
            half = at + max(1, room // 2)
            end = max((head for head in heads if half <= head < end), default=end)
        elif end - 1 in heads and end - 1 > at:
            end -= 1
        pages.append(range(at, end))
        at = end
    return pages
