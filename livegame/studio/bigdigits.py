"""Figures three lines high."""

_GLYPHS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ",": (" ", " ", "▄"),
    ".": (" ", " ", "▀"),
    "-": ("   ", "▀▀▀", "   "),
    " ": (" ", " ", " "),
}


def big(text: str) -> list[str]:
    """Three rows for digits, comma, point and minus; anything else is left out."""
    glyphs = [_GLYPHS[char] for char in text if char in _GLYPHS]
    return [" ".join(glyph[row] for glyph in glyphs) for row in range(3)]
