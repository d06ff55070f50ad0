"""Stalls in other cities: a pitch opens one, and it draws those who live there while it stands."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from livegame.catalog.nights import Scenario
from livegame.engine.constants import NIL, Q16, SINGLE, UNIT
from livegame.engine.scene import Scene
from livegame.engine.state import State
from livegame.engine.tables import ONE, Bools, Ints
from livegame.engine.world import World


@frozen(eq=False)
class Stalls:
    """The stalls of a scenario: L of them, K segments.

    Attributes:
        pitch: the pitch that opens each [L], 0 being idleness. ticks: how long it stands [L].
        pull: factor on each segment's arrivals while it stands [L,K], Q16.
    """

    pitch: Ints
    ticks: Ints
    pull: Ints


def compile_stalls(scene: Scenario) -> Stalls | None:
    """The stalls of a scenario; None where there is none."""
    rows = scene.stall
    if not rows:
        return None
    pull = [[row.pull.get(name, 1000) * ONE // 1000 for name in scene.segments] for row in rows]
    lasting = [max(row.minutes * 60 // scene.tick_seconds, 1) for row in rows]
    return Stalls(
        pitch=np.array([scene.pitches.index(row.pitch) + 1 for row in rows], dtype=np.int64),
        ticks=np.array(lasting, dtype=np.int64),
        pull=np.array(pull, dtype=np.int64),
    )


def still_standing(world: World, before: State, scene: Scene) -> Ints:
    """Ticks for which each stall still stands after this one [B,R,L]: all of them while the pitch
    that opens it is held, then one less with every tick."""
    stalls = world.stalls
    if stalls is None:
        return before.stalls
    held = scene.pitch[..., None] == stalls.pitch
    return np.where(held, stalls.ticks, np.maximum(before.stalls - SINGLE, NIL))


def stands_already(world: World, state: State, here: Ints, pitch: Ints) -> Bools | None:
    """Whether some of the B*R rooms [M] still have the stall that their pitch would open [M]; None
    where there are none.

    Args:
        world, state: the moment.
        here: places of the rooms among all of the batch. pitch: what each would begin.
    """
    stalls = world.stalls
    if stalls is None or not np.count_nonzero(state.stalls):
        return None
    there = state.stalls.reshape(-1, len(stalls.pitch))[here] > NIL
    found: Bools = (there & (stalls.pitch == pitch[..., None])).any(axis=-1)
    return found


def drawing(world: World, state: State) -> Ints | None:
    """Factor on each segment's way to each room [B,R,K], Q16: the product over the stalls that
    stand; None where there are none."""
    stalls = world.stalls
    if stalls is None or not np.count_nonzero(state.stalls):
        return None
    there = state.stalls > NIL
    total = np.full((*there.shape[:2], stalls.pull.shape[1]), ONE, dtype=np.int64)
    for n, pull in enumerate(stalls.pull):
        total = total * np.where(there[..., n, None], pull, UNIT) >> Q16
    return total


def standing_now(world: World, state: State, room: int) -> Sequence[tuple[str, int]]:
    """The stalls of a room of the first night that stand: pitch, and show seconds left."""
    stalls = world.stalls
    if stalls is None:
        return ()
    return [
        (world.pitches.ids[int(stalls.pitch[n])], int(left) * world.tick_seconds)
        for n, left in enumerate(state.stalls[0, room])
        if left
    ]
