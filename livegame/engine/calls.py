"""What a room's chat calls for: for some minutes all want to be shown, told, or served one way.

Drawn before the first tick, room by room and stretch by stretch, as part of the night's luck; the
call of now is plain to see, those to come are not. A host who does what is called for is heard
better and sold from sooner.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from livegame.catalog.nights import Scenario
from livegame.engine.chance import words
from livegame.engine.constants import Q16
from livegame.engine.courses import too_early
from livegame.engine.flags import some
from livegame.engine.sampling import uniform
from livegame.engine.state import State
from livegame.engine.stretches import lengths, now_of
from livegame.engine.tables import ONE, Bools, Ints
from livegame.engine.world import World

NONE = -1


@frozen(eq=False)
class Calls:
    """The calls of a scenario's crowd: S stretches a night.

    Attributes:
        ticks: length of a stretch; stretches: how many a night has. odds: per mille that a
            stretch has one. pitches: what may be called for [N]. appeal: shift of the log-odds of
            buying while a call is answered, Q16; strength: how much better what is done then
            works, less 1, Q16.
    """

    ticks: int
    stretches: int
    odds: int
    pitches: Ints
    appeal: int
    strength: int


def compile_calls(scene: Scenario, ticks: int) -> Calls | None:
    """The calls of a scenario's crowd, none for what a rung bars; None where it has none."""
    row = scene.calls
    allowed = [] if row is None else [p for p in row.pitches if p not in scene.limits.without]
    if row is None or not allowed:
        return None
    length, stretches = lengths(row.minutes, scene.tick_seconds, ticks)
    return Calls(
        ticks=length,
        stretches=stretches,
        odds=row.odds,
        pitches=np.array([1 + scene.pitches.index(name) for name in allowed], dtype=np.int64),
        appeal=round(row.appeal * ONE),
        strength=round(row.strength * ONE) - ONE,
    )


def draw_calls(world: World, seeds: Sequence[int]) -> Ints:
    """The pitch that each room's crowd calls for in each stretch, or NONE [B,R,S].

    The pitches take turns in an order drawn anew for each round of them, so that luck lies in
    when one is called for, hardly in how often.
    """
    rooms, nights, rules = len(world.roles), len(seeds), world.calls
    if rules is None:
        return np.zeros((nights, rooms, 0), dtype=np.int64)
    count, stretches = len(rules.pitches), rules.stretches
    rounds = -(-stretches // count)
    cells = rooms * stretches
    luck = uniform(words(seeds, (("calls", cells + rooms * rounds * count),), 0))
    comes = luck[:, :cells].reshape(nights, rooms, stretches) * 1000.0
    keys = luck[:, cells:].reshape(nights, rooms, rounds, count)
    order = np.argsort(keys, axis=3, kind="stable").reshape(nights, rooms, -1)[:, :, :stretches]
    return np.where(comes.astype(np.int64) < rules.odds, rules.pitches.take(order), NONE)


def called(world: World, state: State) -> Ints | None:
    """The pitch that each room's crowd calls for now, or NONE [B,R]; None without calls.

    Nobody calls for a pitch that builds on one which has not been held yet.
    """
    if world.calls is None:
        return None
    now = now_of(world.calls, state.call, state.tick)
    if world.pitches.after is None:
        return now
    here = np.arange(now.size, dtype=np.int64)
    early = too_early(world, state, here, np.maximum(now, 0).ravel())
    return now if early is None else np.where(early.reshape(now.shape), NONE, now)


def answered(world: World, state: State, pitch: Ints) -> Bools | None:
    """Whose host does what is called for [B,R]; None where nobody does.

    Args:
        pitch: what runs in each room [B,R].
    """
    now = called(world, state)
    if now is None:
        return None
    same: Bools = pitch == now
    return same if some(same) else None


def stronger(world: World, level: Ints, heard: Bools | None) -> Ints:
    """What the pitches of the rooms build [B,R], with what an answered call adds."""
    rules = world.calls
    if heard is None or rules is None:
        return level
    return level + (level * (heard * rules.strength) >> Q16)
