"""Campaigns of packs, compiled; without a fit, par is what their daily scripts settle for."""

from functools import lru_cache

import numpy as np
from attrs import evolve

from livegame.catalog.library import Library, library
from livegame.catalog.solved import Fit
from livegame.engine.days.books import settled
from livegame.engine.days.compile import build_season
from livegame.engine.days.reducer import act, advance, begin
from livegame.engine.days.scripted import scripted_plan
from livegame.engine.days.season import Season
from livegame.engine.days.state import MORNING
from livegame.engine.rivals import scripted
from livegame.engine.rules import RULES

SEEDS = range(1000, 1005)  # of the campaigns that an unmeasured one's par is the median of


@lru_cache(maxsize=16)
def pack_season(campaign: str, role: str, rung: int = 1) -> Season:
    """A season of a pack's campaign, compiled once, with its par.

    Raises:
        ContentError: its content does not fit together.
    """
    return season_in(library(), campaign, role, rung)


def season_in(lib: Library, campaign: str, role: str, rung: int = 1) -> Season:
    """The same of a library; where the pack has no fit, its par is measured on the first rung.

    Raises:
        ContentError: its content does not fit together.
    """
    fit = lib.fits[campaign]
    if role not in fit.par:
        fit = measured(lib, campaign, role, fit)
    return build_season(lib, campaign, role, rung, fit)


def measured(lib: Library, campaign: str, role: str, fit: Fit) -> Fit:
    """A fit whose par for a role, fen, is the median of what its daily script settles for in five
    campaigns: seconds of work, and the same on every machine."""
    season = build_season(lib, campaign, role, 1, fit)
    found = sorted(settle(season, seed) for seed in SEEDS)
    par = max(1, int(np.asarray(found)[len(found) // 2]))
    return evolve(fit, rules=RULES, seeds=f"{SEEDS.start}:{SEEDS.stop}", par=fit.par | {role: par})


def settle(season: Season, seed: int) -> int:
    """What the daily script and the running orders settle for under a seed, fen."""
    moment = begin(season, seed)
    while not moment.over:
        if moment.days.phase == MORNING:
            moment = act(season, moment, scripted_plan(season, moment.days))
        elif moment.on_air and int(moment.stage[1].left[0, 0]) == 0:
            for action in scripted(*moment.stage, 0):
                moment = act(season, moment, action)
        moment = advance(season, moment)
    return settled(season, moment.days)
