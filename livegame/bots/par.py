"""Par where no result is on record: what a bot settles for, night after night.

Nothing is solved here. The share of the crowd that comes is the one that the diplomats' night was
fitted to, and a scenario's own crowd is among its assumptions; goods have the appeal of their kind.
"""

from concurrent.futures import Executor

import numpy as np
from attrs import evolve

from livegame.bots.evenings import Evenings
from livegame.bots.fittext import fit_text
from livegame.bots.nights import Progress
from livegame.bots.players import BOTS
from livegame.catalog.library import Library, library
from livegame.catalog.solved import Fit
from livegame.engine.compile import build_world
from livegame.engine.rules import RULES
from livegame.engine.settlement import accounts

MEASURED = "618-2020-diplomats"  # the only night whose visitors are on record
FIRST_SEED = 1000


def without_par(lib: Library, scenario: str) -> Fit:
    """The fit of a scenario before anybody has played it."""
    arrivals = lib.fits[MEASURED].arrivals
    return Fit(scenario, RULES, "", "", arrivals, {}, {})


def settled_by(
    fit: Fit, role: str, bot: str, seeds: range, executor: Executor | None = None
) -> list[int]:
    """What a bot settles for in a room, fen, a figure a seed.

    Raises:
        KeyError: no such bot.
    """
    parts = [range(seed, seed + 1) for seed in seeds] if executor else [seeds]
    tasks = [(fit, role, bot, part) for part in parts]
    done = executor.map(_nights, tasks) if executor else map(_nights, tasks)
    return [fen for part in done for fen in part]


def _nights(task: tuple[Fit, str, str, range]) -> list[int]:
    fit, role, bot, seeds = task
    world = build_world(library(), fit.scenario, fit)
    room = world.room_of(role)
    hosts = [BOTS[bot](seed) for seed in seeds]
    state = Evenings.begin(world, room, hosts, seeds).play()
    found: list[int] = accounts(world, state).settled[:, room].tolist()
    return found


def par_of(
    scenario: str,
    *,
    bot: str = "planner",
    runs: int = 12,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Fit:
    """The fit of a scenario without a record: each role's par is the bot's median settled value.

    A bot that weighs time needs to know what an evening is worth, so the assumed running order is
    played first and its median taken for that.
    """
    lib = library()
    roles = lib.scenarios[scenario].roles
    seeds = range(FIRST_SEED, FIRST_SEED + runs)
    fit, total, done = without_par(lib, scenario), 2 * len(roles), 0
    for who in ("history", bot):
        par = {}
        for role in roles:
            values = settled_by(fit, role, who, seeds, executor)
            par[role] = max(round(float(np.median(values))), 1)
            done += 1
            if progress:
                progress(done, total)
        fit = evolve(fit, par=par)
    how = (
        f"no recorded result: par is the median settled value of the bot '{bot}' over"
        f" {runs} nights; arrivals as fitted for {MEASURED}"
    )
    return evolve(fit, seeds=f"{seeds.start}:{seeds.stop}", how=how)


def par_toml(fit: Fit, bot: str) -> str:
    """Such a fit as the TOML text that content keeps."""
    made = f"Made by 'livegame par {fit.scenario} --bot {bot} --write'"
    return fit_text(fit, made, "Settled value in fen that is worth 1000 points, by role")
