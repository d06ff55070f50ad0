"""Contrast as WCAG 2 counts it, and inks that can be read on every paper."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.color import Color

LEAST = 4.5  # WCAG 2.2, success criterion 1.4.3: text against its ground
STEPS = 20


def luminance(colour: "Color") -> float:
    """Relative luminance, 0 for black to 1 for white."""
    red, green, blue = (_linear(part / 255) for part in (colour.r, colour.g, colour.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def ratio(one: "Color", other: "Color") -> float:
    """Contrast of two opaque colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lettering(paper: "Color") -> "Color":
    """Black or white, whichever is read better on a colour; at least 4.5 it always is."""
    from textual.color import Color

    black, white = Color(0, 0, 0), Color(255, 255, 255)
    return black if ratio(black, paper) >= ratio(white, paper) else white


def readable(ink: "Color", papers: Iterable["Color"], least: float = LEAST) -> "Color":
    """The ink, moved towards black or white no further than it takes to be read on all papers.

    Where papers differ so much that no ink is read on all of them, the last step is given.
    """
    grounds = list(papers)
    aim = lettering(grounds[0])
    mixed = ink
    for step in range(STEPS + 1):
        mixed = ink.blend(aim, step / STEPS)
        if all(ratio(mixed, ground) >= least for ground in grounds):
            break
    return mixed
