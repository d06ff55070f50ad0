"""Whole nights of competitors, split into batches and run here, in processes or on a cluster."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, as_completed
from typing import TypeVar

import numpy as np
from attrs import frozen

from livegame.bots.entries import Entry
from livegame.bots.evenings import Evenings, Turn, beats_of
from livegame.bots.nights import Progress, shipped_world
from livegame.engine.settlement import accounts, points_of
from livegame.engine.tables import Ints
from livegame.engine.world import World

BATCH = 25
J = TypeVar("J")
R = TypeVar("R")


@frozen(eq=False)
class Played:
    """What nights came to for one competitor, in the order of their seeds [N].

    Attributes:
        points, settled (fen), rank (by sales, 1 is best).
        pitches, goods: how often each was begun or on stage, over all nights.
    """

    points: Ints
    settled: Ints
    rank: Ints
    pitches: Counter[str]
    goods: Counter[str]


@frozen
class Job:
    """Nights of one competitor in one room, small enough for one batch."""

    scenario: str
    role: str
    entry: Entry
    seeds: tuple[int, ...]


def play(job: Job) -> Played:
    """Play a job's nights as one batch."""
    world = shipped_world(job.scenario)
    turns: list[Turn] = []
    evenings = start(world, job, turns.append)
    evenings.play()
    return outcome(world, evenings, turns)


def start(world: World, job: Job, turned: Callable[[Turn], None] | None = None) -> Evenings:
    """The nights of a job before their first tick."""
    hosts = [job.entry.host(seed) for seed in job.seeds]
    without = frozenset(job.entry.without)
    evenings = Evenings.begin(world, world.room_of(job.role), hosts, job.seeds, without)
    evenings.turned = turned
    return evenings


def outcome(world: World, evenings: Evenings, turns: Sequence[Turn] = ()) -> Played:
    """What finished nights came to."""
    books, room = accounts(world, evenings.state), evenings.room
    settled = books.settled[:, room]
    beats = beats_of(turns)
    return Played(
        points=np.array([points_of(world, room, int(s)) for s in settled], dtype=np.int64),
        settled=settled,
        rank=1 + (books.sales > books.sales[:, room : room + 1]).sum(axis=1),
        pitches=Counter(beat.pitch for beat in beats),
        goods=Counter(beat.product for beat in beats if beat.product),
    )


def jobs_for(scenario: str, role: str, entry: Entry, seeds: Sequence[int]) -> list[Job]:
    """The nights of one competitor, cut into batches."""
    parts = [tuple(seeds[i : i + BATCH]) for i in range(0, len(seeds), BATCH)]
    return [Job(scenario, role, entry, part) for part in parts]


def joined(parts: Iterable[Played]) -> Played:
    """Several batches as one."""
    all_parts = list(parts)
    return Played(
        points=np.concatenate([p.points for p in all_parts]),
        settled=np.concatenate([p.settled for p in all_parts]),
        rank=np.concatenate([p.rank for p in all_parts]),
        pitches=sum((p.pitches for p in all_parts), Counter()),
        goods=sum((p.goods for p in all_parts), Counter()),
    )


def run_all(
    work: Callable[[J], R],
    jobs: Sequence[J],
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
    size: Callable[[J], int] = lambda job: 1,
) -> list[R]:
    """The results of all jobs in their order, wherever they run.

    Args:
        work: a function of a module, so that a process can find it.
        size: how much a job counts for in the progress.
    """
    total, done = sum(map(size, jobs)), 0
    found: dict[int, R] = {}

    def note(at: int, result: R) -> None:
        nonlocal done
        found[at] = result
        done += size(jobs[at])
        if progress:
            progress(done, total)

    if executor is None:
        for at, job in enumerate(jobs):
            note(at, work(job))
    else:
        waiting = {executor.submit(work, job): at for at, job in enumerate(jobs)}
        for future in as_completed(waiting):
            note(waiting[future], future.result())
    return [found[at] for at in range(len(jobs))]


def nights_of(job: Job) -> int:
    """How many nights a job plays."""
    return len(job.seeds)


def play_all(
    contests: Sequence[tuple[str, str, Entry, Sequence[int]]],
    *,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> list[Played]:
    """Play (scenario, role, entry, seeds) contests; the results in the same order."""
    cut = [jobs_for(*contest) for contest in contests]
    flat = [job for jobs in cut for job in jobs]
    played = iter(run_all(play, flat, executor=executor, progress=progress, size=nights_of))
    return [joined([next(played) for _ in jobs]) for jobs in cut]
