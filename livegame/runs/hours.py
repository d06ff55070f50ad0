"""Whether a show is held by day, for words that would not fit its hour."""

from livegame.catalog.nights import Scenario

DAWN, DUSK = "05:00:00", "17:00:00"


def by_day(scene: Scenario) -> bool:
    """Whether a show begins between dawn and dusk."""
    return DAWN <= scene.starts < DUSK
