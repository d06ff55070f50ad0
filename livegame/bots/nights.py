"""Many nights at once, over processes if asked: the same figures however they are split."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from functools import lru_cache

import numpy as np
from attrs import frozen

from livegame.bots.measures import measure
from livegame.catalog.library import library
from livegame.catalog.solved import Fit
from livegame.engine.begin import begin
from livegame.engine.compile import build_world
from livegame.engine.reducer import tick
from livegame.engine.settlement import accounts
from livegame.engine.tables import Floats, Ints
from livegame.engine.world import World
from livegame.runs.worlds import world_of

BATCH = 50
Progress = Callable[[int, int], None]


@frozen(eq=False)
class Nights:
    """History's night under several seeds: a figure per target and the rooms' settled values."""

    seeds: tuple[int, ...]
    figures: dict[str, Floats]
    settled: Ints


@lru_cache(maxsize=2)
def shipped_world(scenario: str) -> World:
    """The world of a shipped scenario with its shipped calibration."""
    if library().pack_of(scenario):
        return world_of(scenario)
    return build_world(library(), scenario)


def play_history(scenario: str, seeds: Sequence[int], fit: Fit | None = None) -> Nights:
    """Let every room follow its script under each seed, as one batch."""
    lib = library()
    world = build_world(lib, scenario, fit) if fit else shipped_world(scenario)
    state = begin(world, seeds)
    while state.tick < world.ticks:
        state, _ = tick(world, state)
    figures = {t.id: measure(lib, world, state, t) for t in world.scenario.target}
    return Nights(tuple(seeds), figures, accounts(world, state).settled)


def many_nights(
    scenario: str,
    seeds: Sequence[int],
    *,
    fit: Fit | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Nights:
    """History's nights under many seeds, in batches.

    Args:
        scenario: its id.
        seeds: in the order wanted.
        fit: calibrated parameters; the shipped ones by default.
        jobs: processes to use.
        executor: anything with concurrent.futures' submit, instead of processes of our own.
        progress: called with (nights done, nights in all).
    """
    parts = [tuple(seeds[i : i + BATCH]) for i in range(0, len(seeds), BATCH)]
    if executor is None and jobs > 1 and len(parts) > 1:
        with ProcessPoolExecutor(max_workers=jobs) as pool:
            return _gather(scenario, parts, fit, pool, progress)
    return _gather(scenario, parts, fit, executor, progress)


def _gather(
    scenario: str,
    parts: list[tuple[int, ...]],
    fit: Fit | None,
    executor: Executor | None,
    progress: Progress | None,
) -> Nights:
    total, done = sum(map(len, parts)), 0
    found: dict[tuple[int, ...], Nights] = {}

    def note(nights: Nights) -> None:
        nonlocal done
        found[nights.seeds] = nights
        done += len(nights.seeds)
        if progress:
            progress(done, total)

    if executor is None:
        for part in parts:
            note(play_history(scenario, part, fit))
    else:
        for future in as_completed(
            [executor.submit(play_history, scenario, p, fit) for p in parts]
        ):
            note(future.result())
    ordered = [found[part] for part in parts]
    return Nights(
        seeds=tuple(s for part in parts for s in part),
        figures={k: np.concatenate([n.figures[k] for n in ordered]) for k in ordered[0].figures},
        settled=np.concatenate([n.settled for n in ordered]),
    )
