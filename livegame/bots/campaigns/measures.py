"""History's campaign under several seeds, and the figures of it that the record speaks of."""

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import lru_cache, partial

import numpy as np
from attrs import frozen

from livegame.bots.campaigns.players import DAY_BOTS, play_out
from livegame.catalog.library import Library, library
from livegame.catalog.nights import Target
from livegame.catalog.solved import Fit
from livegame.engine.days.compile import build_season
from livegame.engine.days.outcome import DaysResult, outcome
from livegame.engine.days.season import Season
from livegame.engine.tables import Floats, exp_q16


@frozen(eq=False)
class Campaigns:
    """Results of one role's script, one a seed."""

    role: str
    results: tuple[DaysResult, ...]

    @property
    def settled(self) -> Floats:
        """Settled values, fen."""
        return np.array([float(r.settled) for r in self.results])


@lru_cache(maxsize=4)
def _season(campaign: str, role: str, fit: tuple[tuple[str, float], ...] | None) -> Season:
    lib = library()
    found = lib.fits.get(campaign)
    if fit is not None and found is not None:
        from attrs import evolve

        found = evolve(found, appeal=dict(fit))
    return build_season(lib, campaign, role, 1, found)


def _one(
    campaign: str, role: str, fit: tuple[tuple[str, float], ...] | None, seed: int
) -> DaysResult:
    season = _season(campaign, role, fit)
    moment = play_out(season, DAY_BOTS["history"](seed), seed)
    return outcome(season, moment.days)


def play_script(
    campaign: str,
    role: str,
    seeds: Sequence[int],
    fit: Fit | None = None,
    executor: Executor | None = None,
) -> Campaigns:
    """Let a role follow its script under each seed."""
    key = tuple(sorted(fit.appeal.items())) if fit else None
    one = partial(_one, campaign, role, key)
    results = tuple(executor.map(one, seeds)) if executor else tuple(map(one, seeds))
    return Campaigns(role, results)


def _units(result: DaysResult, products: Sequence[str]) -> float:
    return float(sum(good.units for good in result.goods if good.id in products))


def _odds_of(season: Season, product: str) -> float:
    """Share of visitors who buy a good from the shelf, ripe, at its usual price."""
    world, g = season.world, season.good(product)
    odds = exp_q16(world.appeal[0, :, g] - (world.rates.doubt * world.doubt[0, g] >> 16))
    return float((odds / (1.0 + odds) * season.share).sum())


def night_units(lib: Library, season: Season, target: Target) -> float:
    """Units of products[0] that go with the base fact's units of products[1], by the appeals."""
    ours, other = target.products
    base = float(lib.facts[target.base].value)
    packs = {good.id: good.units_per_pack for good in season.world.goods[0]}
    ratio = _odds_of(season, ours) * packs[ours] / (_odds_of(season, other) * packs[other])
    return base * ratio


def figure(lib: Library, season: Season, target: Target, runs: Campaigns) -> Floats:
    """The target's figure in each run.

    Raises:
        ValueError: the target's measure is unknown.
    """
    match target.measure:
        case "units":
            return np.array([_units(result, target.products) for result in runs.results])
        case "night":
            return np.full(len(runs.results), night_units(lib, season, target))
    raise ValueError(f"target {target.id}: unknown measure {target.measure!r}")
