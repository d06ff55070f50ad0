"""The seed whose night comes nearest to the record: the one that history's broadcasts show."""

from collections.abc import Sequence
from concurrent.futures import Executor

import numpy as np
from attrs import frozen

from livegame.bots.measures import goal_of
from livegame.bots.nights import Progress, many_nights
from livegame.catalog.library import Library, library
from livegame.catalog.nights import Target
from livegame.engine.tables import Floats

COUNTED = ("units", "visitors")


@frozen
class Nearest:
    """A night and how far it is from the record.

    Attributes:
        seed: the night's.
        missed: records with a limit (a sell-out's time, a place) that it misses.
        error: root mean square of the counted figures' errors, a fraction.
    """

    seed: int
    missed: int
    error: float


def nearest_seed(
    scenario: str,
    seeds: Sequence[int],
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Nearest:
    """The seed that misses the fewest limits and, among those, has the least error in what was
    counted; of equals the lowest.

    Raises:
        ValueError: no figure of the scenario was counted.
    """
    lib = library()
    targets = lib.scenarios[scenario].target
    counted = [target for target in targets if target.measure in COUNTED]
    if not counted:
        raise ValueError(f"no figure of {scenario!r} was counted")
    figures = many_nights(scenario, seeds, executor=executor, progress=progress).figures
    errors = np.stack([_errors(lib, target, figures[target.id]) for target in counted])
    error = np.sqrt(np.square(errors).mean(axis=0))
    limited = [target for target in targets if target.limit]
    missed = sum((figures[t.id] > t.limit for t in limited), start=np.zeros(len(seeds), dtype=int))
    night = min(range(len(seeds)), key=lambda n: (missed[n], error[n], seeds[n]))
    return Nearest(seeds[night], int(missed[night]), float(error[night]))


def _errors(lib: Library, target: Target, values: Floats) -> Floats:
    goal = goal_of(lib, target)
    return (values - goal) / goal
