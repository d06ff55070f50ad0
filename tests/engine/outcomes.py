"""What a tick or a few came to, per night: the engine's figures and the individuals' alike."""

import numpy as np
from exact import Fit, two_sample
from individuals import Counts, Crowd, copies
from individuals import tick as each_for_themselves
from numpy.typing import NDArray

from livegame.engine.chance import CHUNK
from livegame.engine.reducer import TickReport, tick
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World

Outcomes = dict[str, NDArray[np.int64]]


def _reported(report: TickReport) -> dict[str, Counts]:
    return {
        "orders": report.sold.orders,
        "packs": report.sold.packs,
        "turned away": report.sold.turned,
        "unpaid": report.unpaid,
        "left": report.left,
        "arrived": report.arrived,
        "comments": report.comments,
    }


def _outcomes(state: State, total: dict[str, Counts]) -> Outcomes:
    found = dict(total)
    found["viewers"] = state.viewers.sum(axis=2)
    found["fresh"], found["passed"] = state.minds[:, 0].sum(axis=2), state.minds[:, 1].sum(axis=2)
    for name in ("lobby", "pool", "home"):
        found[name] = getattr(state, name).sum(axis=1)
    flat = {name: value.reshape(state.batch, -1) for name, value in found.items()}
    return {f"{k} {i}": v[:, i] for k, v in flat.items() for i in range(v.shape[1])}


def _joined(parts: list[Outcomes]) -> Outcomes:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _added(total: dict[str, Counts], more: dict[str, Counts]) -> dict[str, Counts]:
    return {name: total[name] + value if total else value for name, value in more.items()}


def engine_once(world: World, state: State, nights: int) -> Outcomes:
    """One tick from the same moment in CHUNK x `nights` nights: one chunk of words."""
    same = copies(state, nights)
    parts = []
    for at in range(CHUNK):
        new, report = tick(world, moved_on(same, tick=at))
        parts.append(_outcomes(new, _reported(report)))
    return _joined(parts)


def engine_run(world: World, state: State, ticks: int, nights: int) -> Outcomes:
    now, total = copies(state, nights), {}
    for _ in range(ticks):
        now, report = tick(world, now)
        total = _added(total, _reported(report))
    return _outcomes(now, total)


def individuals_run(
    world: World, state: State, ticks: int, nights: int, at_once: int = 100
) -> Outcomes:
    parts = []
    for first in range(0, nights, at_once):
        rng = np.random.default_rng(first)
        now, total = copies(state, min(at_once, nights - first)), {}
        crowd = Crowd.of(world, now, rng)
        for _ in range(ticks):
            now, crowd, counted = each_for_themselves(world, now, crowd, rng)
            total = _added(total, counted)
        parts.append(_outcomes(now, total))
    return _joined(parts)


def compared(ours: Outcomes, theirs: Outcomes) -> dict[str, Fit]:
    """How well each outcome that varies agrees."""
    return {
        name: two_sample(ours[name], theirs[name])
        for name in ours
        if ours[name].any() or theirs[name].any()
    }
