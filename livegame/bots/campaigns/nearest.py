"""The seed whose campaign comes nearest to the record: the one that history's run file shows."""

from collections.abc import Sequence
from concurrent.futures import Executor

import numpy as np

from livegame.bots.campaigns.measures import figure, play_script
from livegame.bots.measures import goal_of
from livegame.bots.nearest import COUNTED, Nearest
from livegame.bots.nights import Progress
from livegame.catalog.library import library
from livegame.engine.days.compile import build_season

TOGETHER = 20  # campaigns between two words of progress


def nearest_campaign(
    campaign: str,
    role: str,
    seeds: Sequence[int],
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Nearest:
    """The seed under which a role's script has the least error in what was counted; of equals the
    lowest. No record of a campaign has a limit, so none is missed.

    Raises:
        ValueError: no figure of the campaign was counted.
    """
    lib = library()
    counted = [t for t in lib.campaigns[campaign].target if t.measure in COUNTED]
    if not counted:
        raise ValueError(f"no figure of {campaign!r} was counted")
    season = build_season(lib, campaign, role)
    errors = np.empty(len(seeds))
    for first in range(0, len(seeds), TOGETHER):
        part = seeds[first : first + TOGETHER]
        runs = play_script(campaign, role, part, None, executor)
        found = np.stack([figure(lib, season, t, runs) / goal_of(lib, t) - 1.0 for t in counted])
        errors[first : first + len(part)] = np.sqrt(np.square(found).mean(axis=0))
        if progress:
            progress(first + len(part), len(seeds))
    best = min(range(len(seeds)), key=lambda n: (errors[n], seeds[n]))
    return Nearest(seeds[best], 0, float(errors[best]))
