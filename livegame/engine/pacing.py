"""Content states paces for five seconds of show time; a scenario's tick may be of any length.

All by portable arithmetic (see tables), since what comes out decides the state.
"""

import numpy as np

from livegame.engine.tables import exp_below, ln

SPAN = 5  # show seconds for which the assumptions state a chance, share or level


def within(share: float, seconds: int) -> float:
    """The chance, or share, in `seconds` of what has the given chance in SPAN seconds.

    A constant hazard: 1 - (1 - share) ** (seconds / SPAN).
    """
    if seconds == SPAN or share <= 0.0 or share >= 1.0:
        return share
    return 1.0 - kept(1.0 - share, seconds)


def kept(share: float, seconds: int) -> float:
    """What is left after `seconds` of what keeps the given share of itself over SPAN seconds."""
    if seconds == SPAN or share <= 0.0 or share >= 1.0:
        return share
    return exp_below(float(ln(np.array([share]))[0]) * seconds / SPAN)


def summed_over(level: float, seconds: int) -> float:
    """What adds up evenly: `level` in SPAN seconds."""
    return level * seconds / SPAN
