"""Half time is not the end: winners from behind, and what good play turns."""

from itertools import cycle, islice

import numpy as np
from attrs import frozen

from livegame.bots.entries import Entry
from livegame.bots.evenings import Evenings
from livegame.bots.games import BATCH, Job, outcome, run_all, start
from livegame.bots.gates.gate import Measured
from livegame.bots.gates.setting import Setting
from livegame.bots.nights import shipped_world
from livegame.engine.begin import begin
from livegame.engine.lanes import keep_nights
from livegame.engine.reducer import tick
from livegame.engine.tables import Bools, Ints
from livegame.engine.watch import sales_now

TOP, MANY = 3, 6  # among the first three counts where there are so many rooms; else the first
TURNERS = ("expert", "random")


@frozen
class Halves:
    """Nights of one room, looked at at half time."""

    scenario: str
    role: str
    seeds: tuple[int, ...]


@frozen
class Turned:
    """What became of them.

    Attributes:
        nights: how many; winners: of them, whose winner was behind the median rival at half time.
        behind: nights in which this room was, as history's host plays it.
        turned: of those, how many each bot then brought to a top place (`top`).
    """

    nights: int
    winners: int
    behind: int
    turned: dict[str, int]


def behind_median(sales: Ints) -> Bools:
    """Which rooms have sold less than the median of their rivals [B,R]."""
    rooms = sales.shape[1]
    rivals = np.stack([np.delete(sales, r, axis=1) for r in range(rooms)], axis=1)
    return sales < np.median(rivals, axis=2)


def top(rooms: int) -> int:
    """The last place that counts as a comeback: of three rooms every one is among three."""
    return TOP if rooms >= MANY else 1


def halves(job: Halves) -> Turned:
    """Play the nights once with the expert, and turn those that are behind at half time."""
    world = shipped_world(job.scenario)
    room, half = world.room_of(job.role), world.ticks // 2
    whole = start(world, Job(job.scenario, job.role, Entry("expert"), job.seeds))
    behind = behind_median(sales_now(whole.play(half)))
    first = sales_now(whole.play()).argmax(axis=1)
    winners = behind[np.arange(len(first)), first].sum()
    state = begin(world, job.seeds)
    while state.tick < half:
        state, _ = tick(world, state)
    late = np.flatnonzero(behind_median(sales_now(state))[:, room]).tolist()
    turned = dict.fromkeys(TURNERS, 0)
    if late:
        for bot in TURNERS:
            hosts = [Entry(bot).host(job.seeds[night]) for night in late]
            evenings = Evenings.take_over(world, room, hosts, keep_nights(state, late))
            evenings.play()
            turned[bot] = int((outcome(world, evenings).rank <= top(len(world.roles))).sum())
    return Turned(len(first), int(winners), len(late), turned)


def measure(setting: Setting) -> list[Measured]:
    """Over all rooms of the scenario, with a share of the seeds each."""
    roles = setting.world.roles
    count = max(-(-len(setting.seeds) // len(roles)), 2)
    turns = cycle(setting.seeds)  # so that the rooms do not share the same few nights' luck
    shares = {role: tuple(islice(turns, count)) for role in roles}
    jobs = [
        Halves(setting.scenario, role, seeds[i : i + BATCH])
        for role, seeds in shares.items()
        for i in range(0, count, BATCH)
    ]
    rows = run_all(halves, jobs, executor=setting.executor, progress=setting.progress)
    nights, behind = sum(row.nights for row in rows), sum(row.behind for row in rows)
    found = [Measured("winner-behind", "", sum(row.winners for row in rows) / nights, nights)]
    for bot in TURNERS:
        share = sum(row.turned[bot] for row in rows) / behind if behind else None
        found.append(Measured(f"comeback-{bot}", "", share, behind))
    return found
