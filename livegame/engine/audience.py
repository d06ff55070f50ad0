"""People between home, the night's page and the rooms. Nobody comes from nowhere."""

import numpy as np

from livegame.engine.calls import stronger
from livegame.engine.constants import HALF_UNIT, NIL, Q16, UNIT, fixed
from livegame.engine.flags import some
from livegame.engine.incidents import pull_now
from livegame.engine.milestones import pulled
from livegame.engine.scene import Scene
from livegame.engine.stalls import drawing
from livegame.engine.state import State, summed
from livegame.engine.tables import ONE, Floats, Ints, exp_level, exp_q32
from livegame.engine.world import World

_SCALE, _SINGLE = fixed(float(ONE)), fixed(1.0)


def room_pull(world: World, state: State, scene: Scene) -> Ints:
    """How strongly each room draws people who look for one [B,R], Q16.

    The host's name, the pitch, advertising, the night's luck and the fourth root of heat:
    a platform sends people to hot rooms, but with diminishing returns (an assumption, no measured
    exponent is known; with the square root a room that leads runs away from the others).
    """
    heat = np.sqrt(np.sqrt(state.heat.astype(np.float64) * _SCALE) * _SCALE).astype(np.int64)
    pull = world.fixed.draw * _shown(world, scene) >> Q16
    pull *= UNIT + state.advert
    pull >>= Q16
    pull *= heat
    pull >>= Q16
    pull *= exp_level(state.luck_room)
    pull >>= Q16
    outside = None if scene.on is None else pull_now(world, scene.on)
    if outside is not None:
        pull *= outside
        pull >>= Q16
    return pulled(world, state, pull)


def _shown(world: World, scene: Scene) -> Ints:
    """What the pitches do to the rooms' pull [B,R], Q16. What lies above the usual wears out with
    the pitch, and grows while the chat calls for it."""
    pull = world.pitches.pull[scene.pitch]
    if not some(world.fixed.draws[scene.pitch]):
        return pull
    above = np.maximum(pull - UNIT, NIL)
    fresh = stronger(world, above * scene.freshness >> Q16, scene.heard)
    return np.minimum(pull, UNIT) + fresh


def entering(world: World, state: State, scene: Scene) -> tuple[Floats, Floats]:
    """Chance this tick of a person at home to come to a room and stay, then of coming to look in
    only [B,2R,1 or K]; and of one between rooms to enter a room [B,R,1].

    Rooms share the people who come; a stronger night brings some more of them.
    """
    grown = world.fixed.growth
    pull = room_pull(world, state, scene)
    total = summed(pull, 1)
    total += state.rest_pull
    drawn, rivals = pull.astype(np.float64), total.astype(np.float64)
    whole = rivals * grown[0] + grown[1]
    places = scene.places
    share = drawn / np.maximum(whole, _SINGLE).take(places.night_of_room)
    fair = drawn / np.maximum(rivals, _SINGLE).take(places.night_of_room)
    hour = world.arrivals[min(state.tick, world.ticks - 1), ...]
    near = drawing(world, state)
    if near is not None:
        share = _by_segment(pull, near, state, grown) * hour
    elif hour.size > 1:
        share = share[..., None] * hour
    else:
        share = (share * hour.reshape(()))[..., None]
    rooms = share.shape[1]
    coming = np.empty((len(share), 2 * rooms, share.shape[2]))
    staying = np.multiply(share, world.fixed.stays, coming[:, :rooms])
    np.subtract(share, staying, coming[:, rooms:])
    fair *= world.fixed.rates.lobby_enter
    return coming, fair[..., None]


def _by_segment(pull: Ints, near: Ints, state: State, grown: tuple[Floats, Floats]) -> Floats:
    """Each room's share of those who come [B,R,K], where stalls draw who lives near them."""
    own = pull[..., None] * near >> Q16
    rivals = (own.sum(axis=1) + state.rest_pull[:, None]).astype(np.float64)
    whole: Floats = np.maximum(rivals * grown[0] + grown[1], _SINGLE)
    share: Floats = own.astype(np.float64) / whole[:, None]
    return share


def leaving(world: World, state: State, scene: Scene) -> Floats:
    """Chance this tick that a viewer leaves the room [B,R,K]."""
    rates = world.fixed.rates
    push = state.wear.take(scene.on_stage) * rates.leave_wear
    push += state.anger * rates.leave_anger
    push -= (state.mood - HALF_UNIT) * rates.leave_mood
    hazard = world.fixed.leave * exp_q32(push).take(scene.places.room_of_segment)
    return hazard / (_SINGLE + hazard)


def fit_into(asked: Ints, there: Ints) -> Ints:
    """Scale down draws [B,R,K] that together ask for more people than there are [B,K].

    Each room draws from the crowd on its own; in a crowd of a handful two rooms may call the same
    person. The earlier room in a fixed order gets them.
    """
    return called(asked, there)[0]


def called(asked: Ints, there: Ints) -> tuple[Ints, Ints]:
    """The draws of `fit_into`, and how many people of each segment they are [B,K]."""
    total = summed(asked, 1)
    if not some(total > there):
        return asked, total
    before = np.cumsum(asked, axis=1) - asked
    left = np.maximum(there[:, None, :] - before, 0)
    asked = np.minimum(asked, left)
    return asked, asked.sum(axis=1)
