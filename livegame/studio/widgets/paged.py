"""A printed page: columns poured over as many pages as they take, and the line that says which."""

from collections.abc import Sequence

from livegame.studio.keynames import keyed
from livegame.studio.lines import Line, Span, apart, asks, beside, centre, clip, line
from livegame.studio.pouring import Section, pour
from livegame.studio.widgets.panel import Panel

EAR, EAR_WIDTH = 8, 46  # rows of the world beside the masthead, and its most columns
SMALL, SMALL_WIDTH = 5, 26  # the same on a low page, where it stands beside the headline
ROOMY = 30  # rows from which a page is not low
GAP = 3  # cells between two columns
THREE = 150  # columns of the terminal from which a page has three columns


class Paged(Panel):
    """A page of a paper; where it cannot hold all, it goes on on another.

    Attributes:
        page: the page that is shown, from 0; pages: how many there are at this size.
        proof: what the board says of the run, and its ink.
    """

    proof: tuple[str, str]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page, self.pages = 0, 1

    def turn(self) -> None:
        """The next page, round and round."""
        self.page = (self.page + 1) % self.pages
        self.redraw()

    def on_panel_hit(self, hit: Panel.Hit) -> None:
        """A click on the page's number turns it."""
        if hit.verb == "page":
            hit.stop()
            self.turn()

    def columns(
        self, columns: Sequence[Sequence[Section]], each: int, room: int, later: int = 0
    ) -> list[Line]:
        """The columns of the page that is shown, `each` cells wide, the last as wide as it is.

        Args:
            room: rows of the first page. later: of the others, where they have other room.
        """
        poured = [pour(sections, room, later or room) for sections in columns]
        self._count(max(map(len, poured)))
        body = _page(poured[-1], self.page)
        for pages in reversed(poured[:-1]):
            body = beside(_page(pages, self.page), body, each, GAP)
        return body

    def flowing(self, sections: Sequence[Section], each: int, room: int) -> list[Line]:
        """Two columns, `each` cells wide, that the sections flow through one after another."""
        poured = pour(sections, room)
        pages = [poured[at : at + 2] for at in range(0, len(poured), 2)]
        self._count(len(pages))
        left, *right = pages[self.page]
        return beside(left, right[0] if right else [], each, GAP)

    def _count(self, pages: int) -> None:
        """So many pages at this size: the key that turns them comes and goes."""
        self.page = min(self.page, pages - 1)
        if pages != self.pages:
            self.pages = pages
            self.call_later(self.screen.refresh_bindings)

    def double(self, width: int) -> Line:
        """The line below the headline, with the page's number where there are several."""
        if self.pages < 2:
            return line(Span("═" * width, "faint"))
        words = {"page": self.page + 1, "pages": self.pages}
        told = f" {keyed(self, 'front.page', **words)} "
        rest = width - len(told) - 2
        return line(
            Span("═" * rest, "faint"), Span(told, "gold", ("page", "")), Span("══", "faint")
        )


def widths(width: int) -> tuple[int, int, int]:
    """How many columns a page of a width has, how wide each is, and the last."""
    count = 3 if width >= THREE else 2
    each = (width - GAP * (count - 1)) // count
    return count, each, width - (each + GAP) * (count - 1)


def _page(pages: list[list[Line]], at: int) -> list[Line]:
    """A page of a column; nothing where the column has ended before."""
    return pages[at] if at < len(pages) else []


def spaced(text: str, width: int) -> str:
    """Capitals, set wide where there is room."""
    capitals = text.upper()
    wide = " ".join(capitals)
    return wide if len(wide) <= width else capitals


def summed(part: str, name: str, amount: str, width: int, ink: str = "") -> Line:
    """A row of the account: `part` is the figure's name, for whoever asks."""
    name = clip(name, width - len(amount) - 3)
    row = apart(line(Span(name, ink or "dim")), line(Span(amount, ink)), width - 2)
    return line(" ", *asks(row, part), " ")


def ears(
    land: Sequence[Line], body: Sequence[Line], face: Sequence[Line], ear: int, width: int
) -> list[Line]:
    """The points between the paper's ears: the world at the left, the host at the right."""
    rows = max(EAR, len(body))
    middle = [*[()] * ((rows - len(body)) // 2), *body]
    right = [*[()] * ((rows - len(face)) // 2), *face]
    inner = width - 2 * ear
    centred = [centre(row, inner) for row in middle]
    faces = [centre(row, ear) for row in right]
    return beside(land, beside(centred, faces, inner, 0), ear, 0)
