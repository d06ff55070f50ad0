"""People between home, the night's page and the rooms. Nobody comes from nowhere."""

import numpy as np

from livegame.engine.scene import Scene
from livegame.engine.state import State, pick
from livegame.engine.tables import ONE, Floats, Ints, exp_q16
from livegame.engine.world import World


def room_pull(world: World, state: State, scene: Scene) -> Ints:
    """How strongly each room draws people who look for one [B,R], Q16.

    The host's name, the pitch, advertising, the night's luck and the square root of heat: a
    platform sends people to hot rooms, but with diminishing returns (an assumption, no measured
    exponent is known).
    """
    heat = np.floor(np.sqrt(state.heat * float(ONE))).astype(np.int64)
    luck = np.floor(exp_q16(state.luck_room) * ONE).astype(np.int64)
    pull = world.draw * world.pitches.pull.take(scene.pitch) >> 16
    pull = pull * (ONE + state.advert) >> 16
    return (pull * heat >> 16) * luck >> 16


def entering(world: World, state: State, scene: Scene) -> tuple[Floats, Floats]:
    """Chance this tick that a person at home, and one between rooms, enters a room [B,R,1].

    Rooms share the people who come; a stronger night brings some more of them.
    """
    rates = world.rates
    pull = room_pull(world, state, scene)
    total = pull.sum(axis=1) + state.rest_pull  # integers: no order of summation can matter
    grown = rates.market_growth
    whole = total * (1.0 - grown) + world.usual_pull * grown
    share = pull / np.maximum(whole, 1.0)[:, None]
    fair = pull / np.maximum(total, 1)[:, None]
    at = min(state.tick, world.ticks - 1)
    return (share * float(world.arrivals[at]))[..., None], (fair * rates.lobby_enter)[..., None]


def leaving(world: World, state: State, scene: Scene) -> Floats:
    """Chance this tick that a viewer leaves the room [B,R,K]."""
    rates = world.rates
    worn = pick(state.wear, scene.stage)
    push = (
        worn * rates.leave_wear
        + state.anger * rates.leave_anger
        - (state.mood - ONE // 2) * rates.leave_mood
    ) >> 16
    hazard = world.leave * exp_q16(push)[..., None]
    return hazard / (1.0 + hazard)


def fit_into(asked: Ints, there: Ints) -> Ints:
    """Scale down draws [B,R,K] that together ask for more people than there are [B,K].

    Each room draws from the crowd on its own; in a crowd of a handful two rooms may call the same
    person. The earlier room in a fixed order gets them.
    """
    short = asked.sum(axis=1) > there
    if not short.any():
        return asked
    before = np.cumsum(asked, axis=1) - asked
    left = np.maximum(there[:, None, :] - before, 0)
    return np.minimum(asked, left)
