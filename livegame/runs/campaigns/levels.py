"""A campaign's levels, trust and skill and voice, as players read them."""

from livegame.catalog.figures import percent
from livegame.engine.tables import ONE


def level_words(level: int) -> str:
    """A level of 1/65536 as a share in per cent."""
    return percent(int(level) * 1000 // ONE)
