"""What three stars take in each room: what the expert reaches there on four nights of five.

Rooms differ in what can be made of them, so one limit for all would make three stars a matter of
the flag. One and two stars stay what they are everywhere; two are history's result.
"""

from concurrent.futures import Executor

import numpy as np

from livegame.bots.entries import Entry
from livegame.bots.games import play_all
from livegame.bots.nights import Progress, shipped_world
from livegame.catalog.solved import ThirdStar
from livegame.engine.rules import RULES

FIRST_SEED = 30_000
NIGHTS = 160
SHARE = 0.2  # of the expert's nights that fall short
STEP = 10  # points between two limits
LEAST = 50  # points more than two stars take


def third_stars(
    scenario: str,
    *,
    nights: int = NIGHTS,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> ThirdStar:
    """The limits of a scenario's rooms, from nights that no tuning, fit or ladder sees."""
    world = shipped_world(scenario)
    seeds = range(FIRST_SEED, FIRST_SEED + nights)
    contests = [(scenario, role, Entry("expert"), seeds) for role in world.roles]
    played = play_all(contests, executor=executor, progress=progress)
    return ThirdStar(
        scenario=scenario,
        rules=RULES,
        seeds=f"{seeds.start}:{seeds.stop}",
        how=f"what the expert reaches on {round(100 * (1 - SHARE))} of 100 nights of each room",
        points={
            role: max(_limit(one.points.tolist()), world.stars[room][1] + LEAST)
            for room, (role, one) in enumerate(zip(world.roles, played, strict=True))
        },
    )


def _limit(points: list[int]) -> int:
    return int(np.quantile(points, SHARE)) // STEP * STEP


def stars_toml(found: ThirdStar) -> str:
    """Such limits as the TOML text that content keeps."""
    lines = [
        f"# Made by 'livegame stars {found.scenario} --write'; not written by hand.",
        f'scenario = "{found.scenario}"',
        f"rules = {found.rules}",
        f'seeds = "{found.seeds}"',
        f'how = "{found.how}"',
        "",
        "# Points that three stars take, by role.",
        "[points]",
        *(f"{role} = {value}" for role, value in sorted(found.points.items())),
        "",
    ]
    return "\n".join(lines)
