"""Solving a scenario's free parameters so that history's script gives the recorded totals.

Each fitted total owns one parameter: the number of visitors the arrival rate, a count of units the
appeal of its goods. A step multiplies the rate, or shifts the log-odds, by what is missing; a few
rounds with more and more nights end within the noise of a median. What the store's week implies
follows from the appeal of the base good and is solved directly.
"""

import math
from concurrent.futures import Executor

import numpy as np
from attrs import evolve

from livegame.bots.backtest import median
from livegame.bots.fittext import fit_text
from livegame.bots.measures import goal_of, week_units
from livegame.bots.nights import Nights, Progress, many_nights
from livegame.catalog.library import Library, library
from livegame.catalog.nights import Scenario, Target
from livegame.catalog.solved import Fit
from livegame.engine.compile import build_world
from livegame.engine.rules import RULES

FIRST_SEED = 1000
ROUNDS = (50, 50, 50, 100, 100, 200, 400, 400)


def _start(lib: Library, scene: Scenario) -> Fit:
    appeal = {}
    for target in scene.target:
        if target.kind in ("fitted", "implied"):
            for name in target.products:
                appeal[name] = lib.number(f"appeal.{lib.products[name].category}")
    return Fit(scene.id, RULES, "", "", 0.25, appeal, {})


def _shift(fit: Fit, target: Target, goal: float, found: float) -> Fit:
    """One step towards one total."""
    missing = math.log(goal / max(found, 1.0))
    missing = max(-1.0, min(1.0, missing))
    if target.measure in ("visitors", "sales"):  # takings grow with the crowd
        return evolve(fit, arrivals=fit.arrivals * math.exp(missing))
    moved = {name: fit.appeal[name] + missing for name in target.products}
    return evolve(fit, appeal=fit.appeal | moved)


def _imply(lib: Library, scene: Scenario, fit: Fit, target: Target) -> Fit:
    """The appeal of products[0] that the store's week implies, given that of products[1]."""
    goal, base = float(lib.facts[target.fact].value), float(lib.facts[target.base].value)
    for _ in range(20):
        world = build_world(lib, scene.id, fit)
        missing = math.log(goal / week_units(world, target, base))
        moved = fit.appeal[target.products[0]] + missing
        fit = evolve(fit, appeal=fit.appeal | {target.products[0]: moved})
        if abs(missing) < 1e-6:
            break
    return fit


def _step(lib: Library, scene: Scenario, fit: Fit, nights: Nights) -> Fit:
    for target in scene.target:
        if target.kind == "fitted":
            goal = goal_of(lib, target)
            fit = _shift(fit, target, goal, median(nights.figures[target.id]))
    for target in scene.target:
        if target.kind == "implied":
            fit = _imply(lib, scene, fit, target)
    return fit


def _rounded(fit: Fit) -> Fit:
    appeal = {name: round(value, 4) for name, value in fit.appeal.items()}
    return evolve(fit, arrivals=round(fit.arrivals, 6), appeal=appeal)


def calibrate(
    scenario: str,
    *,
    rounds: tuple[int, ...] = ROUNDS,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Fit:
    """Solve a scenario's parameters from scratch; the same call gives the same fit.

    The last round only measures history's settled value for every role (par).
    """
    lib = library()
    scene = lib.scenarios[scenario]
    fit = _start(lib, scene)
    total, done = sum(rounds), 0
    for number, runs in enumerate(rounds):
        fit = _rounded(fit)
        seeds = range(FIRST_SEED, FIRST_SEED + runs)
        before = done

        def note(part: int, _: int, before: int = before) -> None:
            if progress:
                progress(before + part, total)

        nights = many_nights(scenario, seeds, fit=fit, jobs=jobs, executor=executor, progress=note)
        done += runs
        if number < len(rounds) - 1:
            fit = _step(lib, scene, fit, nights)
    par = {
        role: round(median(nights.settled[:, r].astype(np.float64)))
        for r, role in enumerate(scene.roles)
    }
    how = (
        f"history's script; medians over seeds {FIRST_SEED}:{FIRST_SEED + rounds[-1]}, "
        f"{len(rounds)} rounds of {', '.join(map(str, rounds))} nights"
    )
    seeds_used = f"{FIRST_SEED}:{FIRST_SEED + rounds[-1]}"
    return evolve(fit, rules=RULES, seeds=seeds_used, how=how, par=par)


def fit_toml(fit: Fit) -> str:
    """Such a fit as the TOML text that content keeps."""
    par = "History's settled value in fen, the median over those seeds: worth 1000 points"
    return fit_text(fit, "Solved by 'livegame calibrate'", par)
