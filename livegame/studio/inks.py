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
    """Inks from a theme's variables; those that words are written in are made readable on every
    ground of the theme, because the themes that come with Textual are not all made for text."""
    from textual.color import Color

    from livegame.studio.contrast import lettering, readable

    paper = Color.parse(variables["background"])

    def colour(name: str, other: str = "foreground") -> "Color":
        found = Color.parse(variables.get(name) or variables[other])
        return paper.blend(found, found.a).with_alpha(1.0) if found.a < 1 else found

    papers = (paper, colour("surface", "background"))
    ground, gold, red = colour("foreground"), colour("primary"), colour("error")

    def text(ink: "Color", bold: bool = False, italic: bool = False) -> Style:
        shown = readable(ink, papers).rich_color
        return Style(color=shown, bold=bold or None, italic=italic or None)

    def label(behind: "Color", ink: "Color | None" = None) -> Style:
        shown = readable(ink, (behind,)) if ink else lettering(behind)
        return Style(color=shown.rich_color, bgcolor=behind.rich_color, bold=True)

    return Inks(
        {
            "dim": text(paper.blend(ground, 0.62)),
            "faint": Style(color=paper.blend(ground, 0.30).rich_color),
            "bold": text(ground, bold=True),
            "title": text(colour("accent"), bold=True),
            "gold": text(gold, bold=True),
            "good": text(colour("success"), bold=True),
            "bad": text(red, bold=True),
            "warn": text(colour("warning"), bold=True),
            "live": label(red),
            "hold": label(gold),
            "key": text(colour("accent"), bold=True),
            "cursor": label(gold),
            "spot": label(paper.blend(gold, 0.22), ground),
            "curve": text(gold),
            "curve2": text(colour("secondary")),
            "ghost": text(ground, bold=True),
            "note": text(paper.blend(ground, 0.8), italic=True),
            "red": text(colour("secondary")),
            "big": text(gold, bold=True),
        }
    )
