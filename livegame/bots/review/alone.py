"""A first look at a change: the run's room alone, its rivals doing what they did in the run.

Nearly exact for the room's own crowd and goods, and a tenth of the cost of the whole night. It
serves to choose which changes are worth playing out; nothing it says is shown. The luck of the
night is the run's; the draws of each tick are others, because one room draws fewer of them.
"""

from functools import cache

import numpy as np
from attrs import frozen

from livegame.bots.review.order import Past
from livegame.bots.review.sweep import Stage
from livegame.engine.audience import room_pull
from livegame.engine.reducer import TickReport
from livegame.engine.scene import set_scene
from livegame.engine.solo import Outside, outside, solo_state, solo_world
from livegame.engine.state import State, evolve


@frozen(eq=False)
class _Beyond:
    """What lies outside the room after a tick of the run: the others' effect, and their pull."""

    others: Outside
    pull: int


def room_alone(past: Past) -> Stage:
    """The run's room alone."""
    one = solo_world(past.world, past.room)

    @cache
    def beyond(at: int) -> _Beyond:
        state = past.states[at]
        pull = room_pull(past.world, state, set_scene(past.world, state))[0]
        others = int(pull.sum() - pull[past.room] + state.rest_pull[0])
        return _Beyond(outside(past.world, state, past.room), others)

    def copies(at: int, count: int) -> State:
        state = past.states[at]
        lanes = solo_state(past.world, state, past.room, state.seeds * count)
        room = slice(past.room, past.room + 1)
        taste = state.luck_taste[:, room]
        return evolve(
            lanes,
            luck_room=np.broadcast_to(state.luck_room[:, room], (count, 1)),
            luck_taste=np.broadcast_to(taste, (count, *taste.shape[1:])),
        )

    def follow(before: State, after: State, report: TickReport) -> State:
        out = beyond(before.tick)
        heat = out.others.heat(one, before, after, report)
        pull = np.full(after.batch, out.pull, dtype=np.int64)
        return evolve(after, lobby=out.others.after(after.lobby), heat=heat, rest_pull=pull)

    return Stage(one, 0, copies, follow)
