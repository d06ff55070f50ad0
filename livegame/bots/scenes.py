"""The nights that bots can play: those whose free parameters have been solved for."""

from livegame.catalog.library import library
from livegame.catalog.problems import ContentError


def calibrated() -> list[str]:
    """The scenarios with a calibration, in the order of content."""
    lib = library()
    return [name for name in lib.scenarios if name in lib.fits]


def main_night() -> str:
    """The night to take where none is named: the calibrated one with most rooms.

    Raises:
        ContentError: none is calibrated.
    """
    names = calibrated()
    if not names:
        raise ContentError("no night is calibrated; run 'livegame calibrate' first")
    scenes = library().scenarios
    return max(names, key=lambda name: (scenes[name].recorded, len(scenes[name].roles)))
