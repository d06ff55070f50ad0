"""The inks that panels draw with, mixed from the colours of a theme.

Meaning never hangs on hue alone: every ink that matters also carries a weight, and what it marks
carries a sign or a word.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.style import Style

if TYPE_CHECKING:
    from textual.color import Color

_PLAIN = {
    "dim": "dim",
    "faint": "dim",
    "bold": "bold",
    "title": "bold yellow",
    "gold": "bold yellow",
    "good": "bold green",
    "bad": "bold red",
    "warn": "yellow",
    "live": "bold reverse red",
    "hold": "bold reverse yellow",
    "key": "bold yellow",
    "cursor": "bold reverse",
    "spot": "bold underline",
    "curve": "yellow",
    "curve2": "cyan",
    "ghost": "bold",
    "note": "italic",
    "red": "red",
    "big": "bold yellow",
}


class Inks:
    """The inks of one theme; several names in one string are laid over each other."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = dict(styles)
        self._styles[""] = Style.null()

    def __getitem__(self, names: str) -> Style:
        if names not in self._styles:
            self._styles[names] = Style.combine(self._styles[n] for n in names.split())
        return self._styles[names]


def plain() -> Inks:
    """Inks for a terminal's own sixteen colours, or for none at all."""
    return Inks({name: Style.parse(words) for name, words in _PLAIN.items()})


def mix(variables: Mapping[str, str]) -> Inks:
    """Inks from a theme's variables."""
    from textual.color import Color

    def colour(name: str, other: str = "foreground") -> "Color":
        return Color.parse(variables.get(name) or variables[other])

    ground, paper = colour("foreground"), colour("background")
    gold, red = colour("primary"), colour("error")

    def style(
        ink: "Color", behind: "Color | None" = None, bold: bool = False, italic: bool = False
    ) -> Style:
        ground = behind.rich_color if behind else None
        return Style(color=ink.rich_color, bgcolor=ground, bold=bold or None, italic=italic or None)

    return Inks(
        {
            "dim": style(paper.blend(ground, 0.62)),
            "faint": style(paper.blend(ground, 0.30)),
            "bold": style(ground, bold=True),
            "title": style(colour("accent"), bold=True),
            "gold": style(gold, bold=True),
            "good": style(colour("success"), bold=True),
            "bad": style(red, bold=True),
            "warn": style(colour("warning"), bold=True),
            "live": style(red.get_contrast_text(1.0), red, bold=True),
            "hold": style(gold.get_contrast_text(1.0), gold, bold=True),
            "key": style(colour("accent"), bold=True),
            "cursor": style(gold.get_contrast_text(1.0), gold, bold=True),
            "spot": style(ground, paper.blend(gold, 0.22), bold=True),
            "curve": style(gold),
            "curve2": style(colour("secondary")),
            "ghost": style(ground, bold=True),
            "note": style(paper.blend(ground, 0.8), italic=True),
            "red": style(colour("secondary")),
            "big": style(gold, bold=True),
        }
    )
