"""One room on its own, the others held still: for forecasts, which ask about one host's next
minutes many times over. Exact for the room's own crowd and goods, an approximation for rivals."""

from functools import lru_cache
from typing import Any

import numpy as np
from attrs import evolve as with_fields
from attrs import fields, frozen

from livegame.engine.audience import leaving, room_pull
from livegame.engine.begin import draw_luck
from livegame.engine.scene import set_scene
from livegame.engine.state import ARRAYS, State
from livegame.engine.tables import Ints
from livegame.engine.world import Scripts, World

_CROWD = frozenset({"pool", "lobby", "home", "rest_pull"})


@lru_cache(maxsize=32)
def solo_world(world: World, room: int) -> World:
    """The world of one room of a scenario."""
    only = slice(room, room + 1)
    names = ("has", "usual", "cost", "stock", "stock_most", "spoil", "appeal", "doubt", "draw")
    script = world.scripts
    parts = {f.name: getattr(script, f.name)[only] for f in fields(Scripts)}
    return with_fields(
        world,
        roles=(world.roles[room],),
        goods=(world.goods[room],),
        par=(world.par[room],),
        pitches=with_fields(world.pitches, fit=world.pitches.fit[:, only]),
        scripts=with_fields(script, **parts),
        **{name: getattr(world, name)[only] for name in names},
    )


@frozen(eq=False)
class Outside:
    """What the rooms that are not simulated do to the people between rooms.

    Attributes:
        coming: people a tick who leave those rooms and look for another [K].
        taken: share a tick of the people between rooms that those rooms take.
    """

    coming: Ints
    taken: float

    def after(self, lobby: Ints) -> Ints:
        """The people between rooms [B,K] after the others' part of a tick."""
        return lobby - np.floor(lobby * self.taken).astype(np.int64) + self.coming


def outside(world: World, state: State, room: int) -> Outside:
    """The mean effect of the other rooms of the first night, as they are now."""
    scene = set_scene(world, state)
    pull = room_pull(world, state, scene)[0]
    chance = leaving(world, state, scene)[0]
    going = np.floor(state.viewers[0] * chance * world.rates.transfer).astype(np.int64)
    total = int(pull.sum())
    share = (total - int(pull[room])) / max(total, 1)
    coming = going.sum(axis=0) - going[room]
    return Outside(coming, world.rates.lobby_enter * share)


def solo_state(world: World, state: State, room: int, seeds: tuple[int, ...]) -> State:
    """Copies of one room of the first night, each under a seed and luck of its own.

    The pull of the other rooms stays what it is now.
    """
    pull = room_pull(world, state, set_scene(world, state))[0]
    copies = len(seeds)
    arrays: dict[str, Any] = {}
    for name in ARRAYS:
        whole = getattr(state, name)[:1]
        axis = None if name in _CROWD else 2 if name == "minds" else 1
        part = whole if axis is None else whole.take([room], axis=axis)
        arrays[name] = np.broadcast_to(part, (copies, *part.shape[1:]))
    arrays["rest_pull"] = np.full(copies, int(pull.sum() - pull[room]), dtype=np.int64)
    arrays["luck_room"], arrays["luck_taste"] = draw_luck(solo_world(world, room), seeds)
    return State(seeds=seeds, tick=state.tick, played=(0,), **arrays)
