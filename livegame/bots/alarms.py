"""When a host who is in the middle of a beat is asked all the same."""

from collections.abc import Sequence

import numpy as np

from livegame.bots.host import Host
from livegame.engine.state import State
from livegame.engine.stretches import now_of
from livegame.engine.tables import Bools
from livegame.engine.world import World


def alarmed(world: World, state: State, room: int, hosts: Sequence[Host], dry: Bools) -> list[int]:
    """The nights whose host wants to be asked now, in mid-beat.

    Args:
        hosts: one a night. dry: nights in which a link of the room has just run dry [B].
    """
    if state.tick >= world.ticks or not any(host.alert for host in hosts):
        return []
    news = state.incident == state.tick
    told = dry | (news & world.incidents.rooms[:, room]).any(axis=1)
    told |= _new_wish(world, state, room)
    told |= _due(world, state, room, hosts)
    told &= state.left[:, room] > 0
    return [night for night in np.flatnonzero(told).tolist() if hosts[night].alert]


def _new_wish(world: World, state: State, room: int) -> Bools:
    """Nights in which the room's crowd has just begun to ask for something [B]."""
    told = np.zeros(state.batch, dtype=np.bool_)
    wants = (world.fancy, state.fancy), (world.calls, state.call)
    for rules, drawn in wants:
        if rules is not None and state.tick % rules.ticks == 0:
            told |= now_of(rules, drawn, state.tick)[:, room] >= 0
    return told


def _due(world: World, state: State, room: int, hosts: Sequence[Host]) -> Bools:
    """Nights in which a restless host has gone on for another while [B]."""
    restless = np.array([host.restless for host in hosts], dtype=np.int64)
    gone = (
        world.pitches.ticks.take(state.pitch[:, room]) - state.left[:, room]
    ) * world.tick_seconds
    due: Bools = (restless > 0) & (gone % np.maximum(restless, 1) == 0)
    return due
