"""Pictures of goods, from small text files: a palette of letters, then rows of them."""

from functools import lru_cache

from livegame.catalog.library import Library
from livegame.catalog.paths import shipped
from livegame.studio.pixels import NONE, Grid, enlarge

WIDTH, HEIGHT, MAX_BYTES = 12, 8, 64_000


def read(text: str) -> dict[str, Grid]:
    """The pictures of an art file, by name.

    A line `r #c8102e` names a colour, `[name]` begins a picture, rows of letters follow; a dot,
    or a letter without a colour, lets the background through.
    """
    palette: dict[str, int] = {}
    found: dict[str, Grid] = {}
    rows: Grid = []
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            rows = found.setdefault(line[1:-1], [])
        elif len(line) == 9 and line[1:3] == " #":
            palette[line[0]] = int(line[3:], 16)
        elif line and not line.startswith("#"):
            rows.append([palette.get(letter, NONE) for letter in line])
    return {name: _square(grid) for name, grid in found.items() if grid}


def _square(grid: Grid) -> Grid:
    """Rows of one length and one number, so that a slip in a file never shifts a column."""
    rows = [[*row, *[NONE] * WIDTH][:WIDTH] for row in grid[:HEIGHT]]
    return rows + [[NONE] * WIDTH for _ in range(HEIGHT - len(rows))]


@lru_cache(maxsize=1)
def _gallery() -> dict[str, Grid]:
    path = shipped("content") / "art" / "goods.txt"
    try:
        return read(path.read_text(encoding="utf-8")[:MAX_BYTES])
    except (OSError, ValueError):
        return {}


@lru_cache(maxsize=128)
def _picture(product: str, category: str, times: int) -> Grid:
    gallery = _gallery()
    empty = [[NONE] * WIDTH for _ in range(HEIGHT)]
    return enlarge(gallery.get(product) or gallery.get(category) or empty, times)


def picture(library: Library, product: str, times: int = 1) -> Grid:
    """The picture of a good, or of goods of its kind; blank if there is neither."""
    good = library.products.get(product)
    return _picture(product, good.category if good else "", times)
