"""Pictures of goods and of offices, from small text files: a palette, then rows of letters."""

from functools import lru_cache

from livegame.catalog.library import Library, library
from livegame.catalog.paths import shipped
from livegame.studio.pixels import NONE, Grid, blank, blend, brightness, enlarge, paste

WIDTH, HEIGHT, MAX_BYTES = 12, 8, 64_000
FIGURE = 7  # pixels that the figure beside an office's picture is wide
PALE, SHADE, SHADED = 215, 0x8A5A34, 0.24  # on light ground: how bright is lost, and what is done


def read(text: str) -> dict[str, Grid]:
    """The pictures of an art file, by name.

    A line `r #c8102e` names a colour, `[name]` begins a picture (`[one two]` one with two names),
    rows of letters follow; a dot, or a letter without a colour, lets the background through.
    """
    palette: dict[str, int] = {}
    found: dict[str, Grid] = {}
    rows: Grid = []
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            rows = []
            for name in line[1:-1].split():
                rows = found.setdefault(name, rows)
        elif len(line) == 9 and line[1:3] == " #":
            palette[line[0]] = int(line[3:], 16)
        elif line and not line.startswith("#"):
            rows.append([palette.get(letter, NONE) for letter in line])
    return {name: _square(grid) for name, grid in found.items() if grid}


def _square(grid: Grid) -> Grid:
    """Rows of one length and one number, so that a slip in a file never shifts a column."""
    rows = [[*row, *[NONE] * WIDTH][:WIDTH] for row in grid[:HEIGHT]]
    return rows + [[NONE] * WIDTH for _ in range(HEIGHT - len(rows))]


@lru_cache(maxsize=4)
def gallery(name: str) -> dict[str, Grid]:
    """All pictures of one art file (`goods` or `hosts`), then those that packs add; none if it
    cannot be read."""
    path = shipped("content") / "art" / f"{name}.txt"
    try:
        found = read(path.read_text(encoding="utf-8")[:MAX_BYTES])
    except (OSError, ValueError):
        return {}
    for pack in library().packs.values():
        found = _of_pack(pack.art.get(name, "")) | found
    return found


def _of_pack(text: str) -> dict[str, Grid]:
    try:
        return read(text[:MAX_BYTES])
    except ValueError:  # a colour that is none
        return {}


@lru_cache(maxsize=256)
def _picture(product: str, category: str, times: int, light: bool) -> Grid:
    goods = gallery("goods")
    found = goods.get(product) or goods.get(category) or blank(WIDTH, HEIGHT)
    return enlarge(_on_light(found) if light else found, times)


def _on_light(grid: Grid) -> Grid:
    """Darker where it is so pale that light ground would swallow it."""
    return [
        [blend(c, SHADE, SHADED) if c != NONE and brightness(c) > PALE else c for c in row]
        for row in grid
    ]


def picture(library: Library, product: str, times: int = 1, *, light: bool = False) -> Grid:
    """The picture of a good, or of goods of its kind; blank if there is neither.

    Args:
        library: where the good stands.
        product: its id.
        times: how often each pixel stands in a row and below itself.
        light: the ground is light.
    """
    good = library.products.get(product)
    return _picture(product, good.category if good else "", times, light)


@lru_cache(maxsize=64)
def office(host: str, *, light: bool = False) -> Grid:
    """Where a host comes from, and a figure beside it: 20 by 8 pixels; empty if there is none."""
    hosts = gallery("hosts")
    place = hosts.get(host)
    if place is None:
        return []
    grid = blank(WIDTH + 1 + FIGURE, HEIGHT)
    paste(grid, place, 0, 0)
    figure = hosts.get(f"by:{host}") or hosts.get("by:default") or blank(FIGURE, HEIGHT)
    paste(grid, [row[:FIGURE] for row in figure], WIDTH + 1, 0)
    return _on_light(grid) if light else grid
