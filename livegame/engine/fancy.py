"""What a room's crowd has taken a fancy to: for some minutes one of its goods is what all ask for.

Drawn before the first tick, room by room and stretch by stretch, as part of the night's luck; the
stretch under way is plain to see, those to come are not. In the terms of the field it is a burst
of popularity: comments call forth comments on the same thing.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from livegame.catalog.nights import Scenario
from livegame.engine.chance import words
from livegame.engine.constants import SINGLE
from livegame.engine.sampling import uniform
from livegame.engine.state import State
from livegame.engine.stretches import lengths, now_of
from livegame.engine.tables import ONE, Ints
from livegame.engine.world import World

NONE = -1


@frozen(eq=False)
class Fancies:
    """The crowd's fancies of a scenario: S stretches a night.

    Attributes:
        ticks: length of a stretch; stretches: how many a night has. odds: per mille that a
            stretch has one. appeal: shift of the log-odds of buying what is fancied, Q16; others:
            of the room's other goods while one is, Q16.
    """

    ticks: int
    stretches: int
    odds: int
    appeal: int
    others: int


def compile_fancy(scene: Scenario, ticks: int) -> Fancies | None:
    """The fancies of a scenario's crowd; None where it has none."""
    row = scene.fancy
    if row is None:
        return None
    length, stretches = lengths(row.minutes, scene.tick_seconds, ticks)
    return Fancies(
        ticks=length,
        stretches=stretches,
        odds=row.odds,
        appeal=round(row.appeal * ONE),
        others=round(row.others * ONE),
    )


def draw_fancy(world: World, seeds: Sequence[int]) -> Ints:
    """The slot that each room's crowd fancies in each stretch, or NONE [B,R,S].

    A room's goods take turns in an order drawn anew for each round of them, so that luck lies in
    when a good is asked for, hardly in how often.
    """
    rooms, nights = len(world.roles), len(seeds)
    rules = world.fancy
    if rules is None:
        return np.zeros((nights, rooms, 0), dtype=np.int64)
    stretches, goods = rules.stretches, world.shape[2]
    cells = rooms * stretches
    luck = uniform(words(seeds, (("fancy", cells * (1 + goods)),), 0))
    comes = luck[:, :cells].reshape(nights, rooms, stretches) * 1000.0
    keys = luck[:, cells:].reshape(nights, rooms, stretches, goods)
    turns = np.empty((nights, rooms, stretches), dtype=np.int64)
    for r, count in enumerate(world.has.sum(axis=1).tolist()):
        order = np.argsort(keys[:, r, :, :count], axis=2, kind="stable")
        turns[:, r] = order.reshape(nights, -1)[:, :stretches]
    return np.where(comes.astype(np.int64) < rules.odds, turns, NONE)


def fancied(world: World, state: State) -> Ints | None:
    """The slot that each room's crowd fancies now, or NONE [B,R]; None without fancies."""
    return None if world.fancy is None else now_of(world.fancy, state.fancy, state.tick)


def fancy_now(world: World, state: State) -> Ints | None:
    """Shift of the log-odds of buying each good [B,R,P], Q16; None for none."""
    now, table = fancied(world, state), world.fixed.fancied
    if now is None or table is None:
        return None
    wave: Ints = table.take(now + SINGLE, axis=0)
    return wave
