"""The world as dots of land, from a text file; drawn in braille at any size. No Textual here."""

from functools import lru_cache

from attrs import frozen

from livegame.catalog.paths import shipped

MAX_BYTES = 64_000
_DOTS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))


@frozen
class Earth:
    """A grid of land.

    Attributes:
        west, north: degrees of its north-west corner.
        step: degrees from one sign to the next.
        rows: from the north, `True` for land.
    """

    west: float
    north: float
    step: float
    rows: tuple[tuple[bool, ...], ...]

    @property
    def width(self) -> float:
        """Degrees from its west to its east."""
        return self.step * (len(self.rows[0]) if self.rows else 0)

    @property
    def height(self) -> float:
        """Degrees from its north to its south."""
        return self.step * len(self.rows)


@frozen
class Chart:
    """The world in cells.

    Attributes:
        lines: rows of braille, all of one width; sea is a space.
        degrees: of longitude and of latitude, to a dot.
    """

    earth: Earth
    lines: tuple[str, ...]
    degrees: float

    def cell(self, lon: float, lat: float) -> tuple[int, int]:
        """Column and row of a place in degrees; on the edge if it lies beyond."""
        x = int((lon - self.earth.west) % 360 / self.degrees) // 2
        y = int((self.earth.north - lat) / self.degrees) // 4
        width, height = len(self.lines[0]), len(self.lines)
        return min(width - 1, x), max(0, min(height - 1, y))


def read(text: str) -> Earth:
    """The grid of a file: `west`, `north` and `step` in degrees, then rows of # and dots.

    Raises:
        ValueError: it has no rows, or they differ in length.
    """
    numbers = {"west": -180.0, "north": 90.0, "step": 1.0}
    rows: list[tuple[bool, ...]] = []
    for raw in text.splitlines():
        line = raw.strip()
        name, _, value = line.partition(" ")
        if name in numbers:
            numbers[name] = float(value)
        elif line and not line.startswith(";"):
            rows.append(tuple(sign == "#" for sign in line))
    if not rows or len({len(row) for row in rows}) != 1 or numbers["step"] <= 0:
        raise ValueError("a map needs rows of one length and a step above nought")
    return Earth(**numbers, rows=tuple(rows))


@lru_cache(maxsize=1)
def earth() -> Earth | None:
    """The world that came with the game; None if it cannot be read."""
    path = shipped("content") / "art" / "world.txt"
    try:
        return read(path.read_text(encoding="utf-8")[:MAX_BYTES])
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=8)
def chart(width: int, height: int) -> Chart | None:
    """The world as large as it fits into so many cells, both scales alike; None if it cannot."""
    world = earth()
    if world is None or width < 8 or height < 3:
        return None
    degrees = max(world.width / (2 * width), world.height / (4 * height))
    across, down = int(world.width / degrees / 2), -int(-world.height / degrees // 4)
    lines = []
    for y in range(min(height, down)):
        cells = []
        for x in range(across):
            dots = sum(
                _DOTS[dx][dy]
                for dx in range(2)
                for dy in range(4)
                if _land(world, (2 * x + dx) * degrees, (4 * y + dy) * degrees, degrees)
            )
            cells.append(chr(0x2800 + dots) if dots else " ")
        lines.append("".join(cells))
    return Chart(world, tuple(lines), degrees)


def _land(world: Earth, east: float, south: float, degrees: float) -> bool:
    """Whether at least half of a square is land; its corner is told from the grid's."""
    rows = _span(south, degrees, world.step, len(world.rows))
    columns = _span(east, degrees, world.step, len(world.rows[0]))
    found = [world.rows[y][x] for y in rows for x in columns]
    return bool(found) and sum(found) * 2 >= len(found)


def _span(start: float, size: float, step: float, most: int) -> range:
    first = int(start / step)
    return range(min(first, most), min(max(first + 1, int((start + size) / step)), most))
