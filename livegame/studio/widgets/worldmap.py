"""The world with the hosts' places on it; the chosen one is marked by a sign and its name."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from livegame.catalog.models import Host
from livegame.studio.earth import Chart, chart
from livegame.studio.lines import Line, Span, clip, line, rule
from livegame.studio.widgets.panel import Panel

HERE, THERE = "◆", "•"
LEAST_WIDTH, LEAST_HEIGHT = 28, 6
NEAR = ((0, 0), (1, 0), (-1, 0), (0, -1), (0, 1), (2, 0), (-2, 0))


class Place(NamedTuple):
    """A place to mark, in degrees."""

    id: str
    name: str
    lon: float
    lat: float

    @classmethod
    def of(cls, host: Host) -> "Place":
        """Where a host comes from."""
        return cls(host.id, host.country, host.lon, host.lat)


class Mark(NamedTuple):
    """A sign on the map: its cell, what stands there, and the place that a click means."""

    x: int
    y: int
    text: str
    ink: str
    place: str


class WorldMap(Panel):
    """Land in braille dots, a sign for each place. A click on a sign is a hit `("place", id)`."""

    def __init__(self, title: str, *, id: str = "map") -> None:  # noqa: A002
        super().__init__(id=id)
        self.title = title
        self._places: Sequence[Place] = ()
        self._chosen = ""

    def show(self, places: Sequence[Place], chosen: str = "") -> None:
        """Mark these places; `chosen` is the id of one, or "" for none."""
        self._places, self._chosen = places, chosen
        self.redraw()

    def draw(self, width: int, height: int) -> list[Line]:
        """The head, and the map below it where there is room for one."""
        if width < LEAST_WIDTH or height < LEAST_HEIGHT:
            return []
        head = rule(self.title, width, note=self._note())
        return [head, *sketch(self._places, self._chosen, width, height - 1)]

    def _note(self) -> Line:
        name = next((place.name for place in self._places if place.id == self._chosen), "")
        return line(Span(f"{HERE} {name}", "gold")) if name else ()


def sketch(
    places: Sequence[Place], chosen: str, width: int, height: int, verb: str = "place"
) -> list[Line]:
    """The world in at most so many cells, in the middle of the width, with the places on it.

    A sign is a hit `(verb, id)`; with the verb "why" it is a figure `place:id` to ask about.
    """
    found = chart(width, height)
    if found is None:
        return []
    left = (width - len(found.lines[0])) // 2
    marks = _marks(places, chosen, found)
    rows = [_row(text, y, marks, verb) for y, text in enumerate(found.lines)]
    return [(Span(" " * left), *row) for row in rows]


def _marks(places: Sequence[Place], chosen: str, found: Chart) -> list[Mark]:
    """One sign a place, each in a cell of its own; the chosen one stands where it is."""
    taken: set[tuple[int, int]] = set()
    marks: list[Mark] = []
    across, down = len(found.lines[0]), len(found.lines)
    for place in sorted(places, key=lambda place: place.id != chosen):
        x, y = found.cell(place.lon, place.lat)
        here = place.id == chosen
        if here:
            marks += _named(x, y, place, across)
            taken.update((mark.x + n, mark.y) for mark in marks for n in range(len(mark.text)))
            continue
        for dx, dy in NEAR:
            at = (x + dx, y + dy)
            if at not in taken and 0 <= at[0] < across and 0 <= at[1] < down:
                taken.add(at)
                marks.append(Mark(*at, THERE, "gold", place.id))
                break
    return sorted(marks)


def _named(x: int, y: int, place: Place, across: int) -> list[Mark]:
    """The chosen place and its name, on the side where there is room for it."""
    sign = Mark(x, y, HERE, "cursor", place.id)
    name = f" {clip(place.name, max(0, across // 2 - 2))} "
    size = cell_len(name)
    if size <= 2:
        return [sign]
    start = x + 1 if x + 1 + size <= across else x - size
    return [sign, Mark(start, y, name, "bold", place.id)] if start >= 0 else [sign]


def _row(text: str, y: int, marks: Sequence[Mark], verb: str) -> Line:
    """A row of land with the signs of that row laid over it."""
    spans: list[Span] = []
    at = 0
    for mark in marks:
        if mark.y == y and mark.x >= at:
            why = f"place:{mark.place}" if verb == "why" else ""
            spans += [
                Span(text[at : mark.x], "dim"),
                Span(mark.text, mark.ink, None if why else (verb, mark.place), why),
            ]
            at = mark.x + cell_len(mark.text)
    return (*spans, Span(text[at:], "dim"))


def rows_for(width: int) -> int:
    """Lines that the head and a whole map take at a width; 0 where there is no map."""
    found = chart(width, 99) if width >= LEAST_WIDTH else None
    return len(found.lines) + 1 if found else 0
