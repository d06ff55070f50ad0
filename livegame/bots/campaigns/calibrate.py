"""Solving a campaign's appeals for its recorded totals, and its par from history's script."""

from concurrent.futures import Executor

from attrs import evolve

from livegame.bots.backtest import median
from livegame.bots.campaigns.measures import figure, play_script
from livegame.bots.nights import Progress
from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.catalog.solved import Fit
from livegame.engine.days.compile import build_season
from livegame.engine.rules import RULES

ROUNDS = (8, 8, 8, 16, 24, 24)
FIRST_SEED = 1000
DAMPED = 1.2  # sales answer appeal less than one to one while wagons limit them


def calibrate_campaign(
    campaign: str,
    *,
    rounds: tuple[int, ...] = ROUNDS,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Fit:
    """Solve the appeals of all goods that a fitted target names; the last round measures par.

    Appeals begin at the assumption for their category, so the same call gives the same fit
    whatever was solved before; the share of visitors stays as the fit has it. A campaign without
    fitted targets only gets its par.

    Raises:
        ContentError: no such campaign.
    """
    lib = library()
    if campaign not in lib.campaigns:
        raise ContentError(f"no campaign {campaign!r}; there are {', '.join(lib.campaigns)}")
    one, fit = lib.campaigns[campaign], lib.fits[campaign]
    fitted = [target for target in one.target if target.kind == "fitted"]
    names = [name for target in fitted for name in target.products]
    base = {name: lib.number(f"appeal.{lib.products[name].category}") for name in names}
    fit = evolve(fit, appeal=base)
    if not fitted:
        rounds = rounds[-1:]
    par: dict[str, int] = {}
    done = 0
    for number, count in enumerate(rounds):
        last = number == len(rounds) - 1
        appeal = {name: round(value, 4) for name, value in fit.appeal.items()}
        fit = evolve(fit, appeal=appeal)
        seeds = range(FIRST_SEED, FIRST_SEED + count)
        for role in one.roles:
            runs = play_script(campaign, role, seeds, fit, executor)
            par[role] = round(median(runs.settled))
            season = build_season(lib, campaign, role, 1, fit)
            for target in () if last else fitted:
                found = median(figure(lib, season, target, runs))
                fit = _nearer(fit, target.products, float(lib.facts[target.fact].value), found)
        done += count
        if progress:
            progress(done, sum(rounds))
    seeds_used = f"{FIRST_SEED}:{FIRST_SEED + rounds[-1]}"
    how = (
        f"history's script; medians over seeds {seeds_used}, {len(rounds)} rounds of "
        f"{', '.join(map(str, rounds))} runs"
    )
    return evolve(fit, rules=RULES, seeds=seeds_used, how=how, par=par)


def _nearer(fit: Fit, products: list[str], goal: float, found: float) -> Fit:
    from math import log

    shift = DAMPED * log(goal / max(found, goal / 20.0))
    return evolve(fit, appeal=fit.appeal | {name: fit.appeal[name] + shift for name in products})
