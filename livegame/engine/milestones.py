"""Lines of sales that change a night: the room that passes one draws more people for a while.

What a line is follows from a recorded fact; where a room stands when the night begins is assumed.
"""

from collections.abc import Mapping

import numpy as np
from attrs import evolve as with_fields
from attrs import frozen

from livegame.catalog.mechanics import Milestone
from livegame.catalog.models import Fact
from livegame.catalog.nights import Scenario
from livegame.catalog.problems import ContentError
from livegame.engine.constants import NIL, Q16, UNIT
from livegame.engine.state import State, summed
from livegame.engine.tables import ONE, Bools, Ints
from livegame.engine.world import World

FEN, PERCENT = 100, 100


@frozen(eq=False)
class Milestones:
    """The milestones of a scenario: N of them, R rooms.

    Attributes:
        rooms: who may pass each [R,N]. line: sales of the night that pass it [N], fen.
        ticks: how long it draws people [N]. pull: factor on arrivals while it does [N], Q16.
    """

    ids: tuple[str, ...]
    rooms: Bools
    line: Ints
    ticks: Ints
    pull: Ints

    def of_room(self, room: int) -> "Milestones":
        """The same for one room."""
        return with_fields(self, rooms=self.rooms[room : room + 1])


def line_of(row: Milestone, fact: Fact) -> int:
    """The sales of the night, in fen, that pass a milestone.

    Raises:
        ContentError: the fact is neither a sum in RMB nor a growth in percent, or the line is
            passed before the night begins.
    """
    value = fact.value
    if isinstance(value, int) and fact.unit.startswith("RMB"):
        line = value * FEN - row.before
    elif isinstance(value, int) and fact.unit.startswith("percent"):
        line = row.last * (PERCENT + value) // PERCENT
    else:
        raise ContentError(f"milestone {row.id}: {fact.id} is no sum in RMB and no growth")
    if line <= 0:
        raise ContentError(f"milestone {row.id}: its line is passed before the night begins")
    return line


def compile_milestones(scene: Scenario, facts: Mapping[str, Fact]) -> Milestones | None:
    """The milestones of a scenario; None where there is none.

    Raises:
        ContentError: see `line_of`.
    """
    rows = scene.milestone
    if not rows:
        return None
    rooms = [[not row.roles or role in row.roles for row in rows] for role in scene.roles]

    def ints(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    return Milestones(
        ids=tuple(row.id for row in rows),
        rooms=np.array(rooms, dtype=np.bool_),
        line=ints([line_of(row, facts[row.fact]) for row in rows]),
        ticks=ints([max(row.minutes * 60 // scene.tick_seconds, 1) for row in rows]),
        pull=ints([row.pull * ONE // 1000 for row in rows]),
    )


def reached(world: World, state: State) -> Ints:
    """The tick from which each draws people [B,R,N], 0 for not yet, after a tick's sales."""
    rows = world.milestones
    if rows is None:
        return state.reached
    sales = summed(state.sales + state.owed_fen, 2)
    passed = (sales[..., None] >= rows.line) & rows.rooms & (state.reached == NIL)
    return np.where(passed, state.tick, state.reached)


def lasting(world: World, state: State) -> Bools | None:
    """Which milestones draw people in this tick [B,R,N]; None where none does."""
    rows = world.milestones
    if rows is None or not np.count_nonzero(state.reached):
        return None
    on: Bools = (state.reached > NIL) & (state.tick < state.reached + rows.ticks)
    return on


def pulled(world: World, state: State, pull: Ints) -> Ints:
    """The rooms' pull [B,R], Q16, with what milestones add."""
    rows, on = world.milestones, lasting(world, state)
    if rows is None or on is None:
        return pull
    for n, factor in enumerate(rows.pull):
        pull = pull * np.where(on[..., n], factor, UNIT) >> Q16
    return pull
