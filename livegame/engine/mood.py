"""The slow states of a room: desire, doubt, weariness, mood, trust, voice, heat, chat."""

from typing import Any

import numpy as np

from livegame.engine.calls import stronger
from livegame.engine.constants import NIL, Q16, SINGLE, UNIT, fixed
from livegame.engine.flags import some
from livegame.engine.incidents import asked_aloud
from livegame.engine.orders import Sold
from livegame.engine.scene import Scene
from livegame.engine.state import State, summed
from livegame.engine.tables import ONE, Floats, Ints
from livegame.engine.world import World

_EIGHT = fixed(8)


def _toward(level: Ints, goal: Ints | int, pace: Ints | int) -> Ints:
    """Move Q16 levels a share of the way to a goal."""
    step = goal - level
    step *= pace
    step >>= Q16
    step += level
    return step


def _fading(level: Ints, pace: Ints | int) -> Ints:
    """Q16 levels after losing a share of themselves."""
    return level - (level * pace >> Q16)


def _within(level: Ints) -> Ints:
    """Levels cut to 0 .. ONE."""
    return np.minimum(np.maximum(level, NIL), UNIT)


def desires(world: World, state: State, scene: Scene, staying: Floats) -> tuple[Ints, Ints]:
    """Desire after the tick [B,R,K,P] and how worn each pitch is [B,R,A,P].

    Those who come have seen nothing yet, so the mean falls with them (`staying` is the share of
    the room that was there before); what is there fades; the pitch adds to the good on stage.
    """
    table, known, places = world.pitches, world.fixed, scene.places
    desire = state.desire.astype(np.float64)
    desire *= (staying * known.desire_keep).take(places.segment_of_cell)
    after = desire.astype(np.int64)
    voice = known.rates.voice_floor + (
        known.voice_span * np.minimum(state.voice + state.voice, UNIT) >> Q16
    )
    power = _suiting(world, scene) * scene.freshness >> Q16
    power = stronger(world, power, scene.heard)
    power *= voice
    power >>= Q16
    power *= (UNIT + state.trust) >> SINGLE
    power >>= Q16
    gain = table.gain.take(scene.pitch, axis=0)  # [B,R,K]
    gain *= power.take(places.room_of_segment)
    gain >>= Q16
    if scene.heard is not None:  # nothing builds more than all that is missing
        np.minimum(gain, UNIT, out=gain)
    wish = gain.take(places.segment_of_cell)
    wish *= scene.talk.take(places.good_of_cell)
    wish *= UNIT - after
    wish >>= Q16
    after += wish
    worn = UNIT - scene.freshness
    rested = _fading(state.used.reshape(-1), known.rates.used_rest)
    rested[scene.spot] = _toward(worn, UNIT, known.wear[scene.pitch])
    return after, rested.reshape(state.used.shape)


def _suiting(world: World, scene: Scene) -> Ints:
    """How far each room's pitch suits the good on stage [B,R], Q16."""
    fit = world.fixed.fit
    return fit.take(scene.spot if len(scene.spot) == 1 else scene.spot % fit.size)


def goods_levels(
    world: World, state: State, scene: Scene, arrived: Ints, gone: Ints
) -> dict[str, Any]:
    """Doubt, weariness and the reference price of each good [B,R,P].

    Those who come (`arrived` [B,R]) bring all the questions that others have had answered.
    """
    table, known, to_goods = world.pitches, world.fixed, scene.places.room_of_good
    pitch, seat = scene.pitch, scene.seat
    wear = _fading(state.wear, known.resting.take(seat, axis=0))
    anchor = _fading(state.anchor, known.rates.anchor_fade)
    if some(known.anchored[pitch]):
        lift = table.anchor[pitch].take(to_goods) * scene.talk
        np.copyto(anchor, _toward(state.anchor, lift, known.anchor_pace), where=lift > NIL)
    new = (arrived << Q16) // np.maximum(scene.watching + arrived - gone, SINGLE)
    doubt = _fading(state.doubt, table.doubt[pitch].take(to_goods) * scene.talk)
    doubt = _toward(doubt, known.doubt, new.take(to_goods))
    return {
        "doubt": asked_aloud(world, state, doubt),
        "wear": _toward(wear, UNIT, known.tiring.take(seat, axis=0)),
        "anchor": anchor,
    }


def room_levels(
    world: World, state: State, scene: Scene, sold: Sold, comments: Ints
) -> dict[str, Any]:
    """Mood, trust, anger, voice and the chat's echo of each room [B,R]."""
    table, rates = world.pitches, world.fixed.rates
    pitch = scene.pitch
    faith = table.trust[pitch]
    claims = world.fixed.anchored[pitch]
    if some(claims):  # one that the price does not bear out costs belief
        usual = world.usual.take(scene.on_stage % world.usual.size)
        thin = claims & (state.price.take(scene.on_stage) >= usual)
        faith -= thin.astype(np.int64) * rates.thin_claim
    gained = UNIT - state.trust  # what is gained is of what is missing, what is lost is lost
    gained *= np.maximum(faith, NIL)
    gained >>= Q16
    trust = state.trust + gained
    trust += np.minimum(faith, NIL)
    anger = _fading(state.anger, rates.anger_decay)
    if np.count_nonzero(sold.turned):
        spurned = np.minimum(summed(sold.turned, 2) / np.maximum(scene.watching, SINGLE), 1.0)
        anger += (spurned * (world.rates.anger_gain * ONE)).astype(np.int64)
        trust -= (spurned * (world.rates.trust_loss * ONE)).astype(np.int64)
    return {
        "mood": _toward(state.mood, table.mood[pitch], rates.mood_pace),
        "trust": _within(trust),
        "anger": np.minimum(anger, UNIT),
        "voice": _within(state.voice + world.fixed.voice[pitch]),
        "advert": state.advert * rates.advert_keep >> Q16,
        "chatter": (state.chatter * rates.chat_keep >> Q16) + (comments << _EIGHT),
        "comments": state.comments + comments,
        "heat": heat(world, state, scene, sold, comments),
    }


def heat(world: World, state: State, scene: Scene, sold: Sold, comments: Ints) -> Ints:
    """The platform's measure of each room [B,R]: its share of sales, viewers and comments.

    ONE is the mean of the night's rooms; it moves slowly and is bounded below and above. A state
    of one room keeps its heat.
    """
    rates = world.fixed.rates
    nights, rooms = state.heat.shape
    if rooms == 1:
        return state.heat

    parts = np.empty((3, nights, rooms), dtype=np.int64)
    parts[0] = summed(sold.fen, 2)
    parts[1] = scene.watching
    parts[2] = comments
    total = np.maximum(summed(parts, 2), SINGLE)
    parts *= world.fixed.heat_mean
    parts //= total[..., None]
    goal: Ints = world.fixed.heat_weights.dot(parts.reshape(3, -1))
    goal >>= Q16
    moved = _toward(state.heat, goal.reshape(nights, rooms), rates.heat_pace)
    return np.minimum(np.maximum(moved, rates.heat_floor), rates.heat_cap)


def chat_rate(world: World, state: State, watching: Ints | None = None) -> Floats:
    """Mean number of comments this tick [B,R]: base, orders, and the echo of earlier comments.

    `watching` are the viewers of each room, where they are counted already.

    A self-exciting stream; the echo's branching ratio stays below one at any length of tick
    because the memory is what decays, weighted by what decays of it.
    """
    rates = world.fixed.rates
    counted = summed(state.viewers, 2) if watching is None else watching
    mean = counted.astype(np.float64)
    mean *= rates.chat_base
    if state.tick > world.presale.due or not world.presale.due:
        orders = summed(state.owed, 2).astype(np.float64)
        mean += orders * rates.chat_orders  # deposits pile up and are old news
    mean += state.chatter.astype(np.float64) * world.fixed.chat_echo
    return mean
