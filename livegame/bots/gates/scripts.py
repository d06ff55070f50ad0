"""Adapting beats learning a list by heart: the best fixed running order against the expert."""

from collections.abc import Sequence

import numpy as np

from livegame.bots.entries import Entry
from livegame.bots.evenings import Turn
from livegame.bots.games import Job, run_all, start
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting
from livegame.bots.intervals import kendall
from livegame.bots.ladder import KEPT, KEPT_SEED
from livegame.bots.nights import shipped_world
from livegame.bots.scenes import calibrated
from livegame.engine.actions import Action, Beat, Link

ROUTINES: tuple[tuple[str, ...], ...] = (
    ("demonstrate", "countdown"),
    ("taste", "taste", "countdown"),
    ("story", "answer", "countdown"),
    ("demonstrate", "taste", "answer", "bundle"),
    ("demonstrate", "demonstrate", "countdown", "breathe"),
    ("compare", "bundle", "breathe"),
    ("answer", "taste", "breathe"),
    ("story", "demonstrate", "compare", "countdown"),
)

LEAST = 4  # routines whose order can be compared
Turns = tuple[tuple[Action, ...], ...]


def learn(job: Job) -> Entry:
    """All that a host does in one night, turn by turn and by the clock."""
    turns: list[Turn] = []
    start(shipped_world(job.scenario), job, turns.append).play()
    return Entry(
        "script",
        turns=tuple(turn.actions for turn in turns),
        clock=tuple(turn.tick for turn in turns),
    )


def routine(
    goods: Sequence[str], pitches: Sequence[str], about: Sequence[str], launches: Sequence[str]
) -> Turns:
    """A running order that goes through the goods with the same pitches for each.

    The link of a good opens with its last pitch at the latest: a host who never opens one sells
    nothing anywhere, and would only make all scenarios look alike.
    """
    turns: list[tuple[Action, ...]] = []
    for good in goods:
        for pitch in pitches:
            beat = Beat(pitch, good if pitch in about else "")
            opens = pitch is pitches[-1] and pitch not in launches
            turns.append((Link(good, True), beat) if opens else (beat,))
    return tuple(turns)


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
    """Mean points of each routine whose pitches the scenario knows at least in part."""
    world = shipped_world(scenario)
    goods = [good.id for good in world.goods[world.room_of(role)]]
    ids, table = world.pitches.ids, world.pitches.on_product
    about = [name for name, on in zip(ids, table, strict=True) if on]
    launches = [name for name, at in zip(ids, world.pitches.launch, strict=True) if at > 0]
    known = {n: [p for p in pitches if p in ids] for n, pitches in enumerate(ROUTINES)}
    known = {n: pitches for n, pitches in known.items() if pitches}
    entries = [
        Entry("script", turns=routine(goods, pitches, about, launches))
        for pitches in known.values()
    ]
    other = Setting(scenario, role, seeds, setting.executor, setting.progress)
    played = other.play(entries)
    return {n: float(one.points.mean()) for n, one in zip(known, played, strict=True)}
