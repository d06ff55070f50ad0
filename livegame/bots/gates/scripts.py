"""Adapting beats learning a list by heart: the best fixed running order against the expert."""

from collections.abc import Sequence

import numpy as np

from livegame.bots.entries import Entry
from livegame.bots.evenings import Turn
from livegame.bots.games import Job, run_all, start
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.routines import routines_of
from livegame.bots.gates.setting import Setting
from livegame.bots.intervals import kendall
from livegame.bots.ladder import KEPT, KEPT_SEED
from livegame.bots.nights import shipped_world
from livegame.bots.scenes import calibrated

LEAST = 4  # routines whose order can be compared


def learn(job: Job) -> Entry:
    """All that a host does in one night, turn by turn and by the clock."""
    turns: list[Turn] = []
    start(shipped_world(job.scenario), job, turns.append).play()
    return Entry(
        "script",
        turns=tuple(turn.actions for turn in turns),
        clock=tuple(turn.tick for turn in turns),
    )


def measure(setting: Setting) -> list[Measured]:
    """The best of the expert's own nights learnt by heart, chosen on nights kept for that."""
    kept = range(KEPT_SEED, KEPT_SEED + KEPT)
    expert = Entry("expert")
    jobs = [Job(setting.scenario, setting.role, expert, (seed,)) for seed in kept]
    lists = run_all(learn, jobs, executor=setting.executor)
    chosen = setting.play(lists, kept)
    best = int(np.argmax([played.points.mean() for played in chosen]))
    played = setting.play([lists[best]])[0]
    share = setting.share_of_expert(played)
    subject = f"the expert's night {kept[best]}"
    return [Measured("script-share", subject, share, len(setting.seeds)), *_orders(setting, kept)]


def _orders(setting: Setting, seeds: Sequence[int]) -> list[Measured]:
    """How alike scenarios rank the same routines; needs two scenarios."""
    scenes = calibrated()
    if len(scenes) < 2:
        return [Measured("script-order", "", None, 0, "there is one scenario; it takes two")]
    here = _means(setting, setting.scenario, setting.role, seeds)
    found = []
    for other in scenes:
        if other == setting.scenario:
            continue
        there = _means(setting, other, shipped_world(other).roles[0], seeds)
        both = [n for n in here if n in there]
        if len(both) < LEAST:
            note = f"they share {len(both)} of the routines; it takes {LEAST}"
            found.append(Measured("script-order", other, None, 0, note))
            continue
        tau = kendall([here[n] for n in both], [there[n] for n in both])
        found.append(Measured("script-order", other, tau, len(seeds)))
    return found


def _means(setting: Setting, scenario: str, role: str, seeds: Sequence[int]) -> dict[int, float]:
    """Mean points of each routine that a scenario's room can hold at least in part."""
    world = shipped_world(scenario)
    routines = routines_of(world, world.room_of(role))
    entries = [Entry("script", turns=turns) for turns in routines.values()]
    other = Setting(scenario, role, seeds, setting.executor, setting.progress)
    played = other.play(entries)
    return {n: float(one.points.mean()) for n, one in zip(routines, played, strict=True)}
