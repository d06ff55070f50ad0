"""How much of the platform's checkout the rest of the festival leaves to the rooms of a show."""

import numpy as np

from livegame.catalog.nights import Scenario
from livegame.catalog.problems import ContentError
from livegame.engine.tables import ONE, Ints


def compile_busy(scene: Scenario, ticks: int) -> Ints:
    """Share of the checkout that is left in each tick [T], Q16; without entries where nobody else
    is there.

    Raises:
        ContentError: a share is not from 0 to 1.
    """
    shares = scene.busy
    if any(not 0.0 <= share <= 1.0 for share in shares):
        raise ContentError(f"scenario {scene.id}: busy holds shares from 0 to 1")
    left = [
        round((1.0 - shares[t * len(shares) // ticks]) * ONE) for t in range(ticks if shares else 0)
    ]
    return np.array(left, dtype=np.int64)
