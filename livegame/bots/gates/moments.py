"""Decisions of the expert's nights, kept with all that it takes to decide otherwise."""

import copy
from collections.abc import Sequence

from attrs import frozen

from livegame.bots.entries import Entry
from livegame.bots.games import Job, start
from livegame.bots.host import Host
from livegame.bots.hosts.expert import Expert
from livegame.bots.minute import Minute
from livegame.bots.nights import shipped_world
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat, Cut
from livegame.engine.state import State


@frozen(eq=False)
class Moment:
    """One decision: the night before it [1], the expert as it was, what it then did, and what its
    screen said of the last minute."""

    state: State
    host: Expert
    actions: tuple[Action, ...]
    minute: Minute


class _Copying(Host):
    """The expert, which keeps a copy of itself from before each decision."""

    alert, restless = Expert.alert, Expert.restless

    def __init__(self) -> None:
        self._expert = Expert()
        self.before = self._expert

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        """The expert's decision."""
        self.before = copy.deepcopy(self._expert)
        return self._expert.decide(seat)


def moments(scenario: str, role: str, seed: int, count: int) -> list[Moment]:
    """Decisions about beats, evenly spread over an expert's night."""
    world = shipped_world(scenario)
    host = _Copying()
    found: list[Moment] = []
    evenings = start(world, Job(scenario, role, Entry("expert"), (seed,)))
    evenings.hosts = [host]
    evenings.turned = lambda turn: found.append(
        Moment(turn.before, host.before, turn.actions, evenings.minute.kept(turn.night, 1))
    )
    evenings.play()
    # A host who cuts a beat was not free to choose any other.
    decided = [
        m
        for m in found
        if m.actions
        and isinstance(m.actions[-1], Beat)
        and not any(isinstance(action, Cut) for action in m.actions)
    ]
    return spread(decided, count)


def spread(found: Sequence[Moment], count: int) -> list[Moment]:
    """About `count` of them, evenly spaced and none twice."""
    if len(found) <= count:
        return list(found)
    return [found[(2 * i + 1) * len(found) // (2 * count)] for i in range(count)]
