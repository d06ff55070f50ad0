"""The slow states of a room: desire, doubt, weariness, mood, trust, voice, heat, chat."""

from typing import Any

import numpy as np

from livegame.engine.orders import Sold
from livegame.engine.scene import Scene
from livegame.engine.state import State, pick
from livegame.engine.tables import ONE, Floats, Ints
from livegame.engine.world import World


def _toward(level: Ints, goal: Ints | int, pace: Ints | int) -> Ints:
    """Move Q16 levels a share of the way to a goal."""
    return level + ((goal - level) * pace >> 16)


def desires(world: World, state: State, scene: Scene, staying: Floats) -> tuple[Ints, Ints]:
    """Desire after the tick [B,R,K,P] and how worn each pitch is [B,R,A,P].

    Those who come have seen nothing yet, so the mean falls with them (`staying` is the share of
    the room that was there before); what is there fades; the pitch adds to the good on stage.
    """
    table, rates = world.pitches, world.rates
    nights, rooms, _, goods = state.desire.shape
    r = np.arange(rooms)
    kept = np.floor(state.desire * (staying * (1.0 - rates.desire_decay))[..., None])
    desire = kept.astype(np.int64)
    flat = state.used.reshape(nights, rooms, -1)
    spot = scene.pitch * goods + scene.stage
    worn = pick(flat, spot)
    voice = rates.voice_floor + ((ONE - rates.voice_floor) * np.minimum(state.voice * 2, ONE) >> 16)
    belief = (ONE + state.trust) // 2
    power = table.fit[scene.pitch, r, scene.stage] * (ONE - worn) >> 16
    power = (power * voice >> 16) * belief >> 16
    gain = table.gain[scene.pitch] * power[..., None] >> 16  # [B,R,K]
    desire += ((ONE - desire) * (gain[..., None] * scene.talked[:, :, None, :])) >> 16
    rested = flat - (flat * rates.used_rest >> 16)
    wear = table.wear.take(scene.pitch) // table.ticks.take(scene.pitch)
    every = np.arange(spot.size), spot.reshape(-1)
    rested.reshape(spot.size, -1)[every] = (worn + ((ONE - worn) * wear >> 16)).reshape(-1)
    return desire, rested.reshape(state.used.shape)


def goods_levels(world: World, state: State, scene: Scene) -> dict[str, Any]:
    """Doubt, weariness and the reference price of each good [B,R,P]."""
    table, rates = world.pitches, world.rates
    pitch = scene.pitch
    clearing = (table.doubt.take(pitch))[..., None] * scene.talked
    tiring = np.where(scene.talked, rates.wear_gain, 0)
    wear = state.wear - (state.wear * rates.wear_rest >> 16) * ~scene.talked
    lift = table.anchor[pitch][..., None] * scene.talked
    return {
        "doubt": state.doubt - (state.doubt * clearing >> 16),
        "wear": wear + ((ONE - wear) * tiring >> 16),
        "anchor": np.where(
            lift > 0, _toward(state.anchor, lift, ONE // 4), state.anchor - (state.anchor >> 6)
        ),
    }


def room_levels(
    world: World, state: State, scene: Scene, sold: Sold, comments: Ints
) -> dict[str, Any]:
    """Mood, trust, anger, voice and the chat's echo of each room [B,R]."""
    table, rates = world.pitches, world.rates
    pitch = scene.pitch
    watching = np.maximum(state.viewers.sum(axis=2), 1)
    spurned = np.minimum(sold.turned.sum(axis=2) / watching, 1.0)
    hurt = np.floor(spurned * (rates.anger_gain * ONE)).astype(np.int64)
    faith = table.trust.take(pitch)
    # A claim that the price does not bear out costs belief.
    thin = (table.anchor.take(pitch) > 0) & (
        _on_stage(state.price, scene) >= _on_stage(world.usual, scene)
    )
    faith = faith - thin * rates.thin_claim
    gain = np.where(faith > 0, (ONE - state.trust) * faith >> 16, faith)
    loss = np.floor(spurned * (rates.trust_loss * ONE)).astype(np.int64)
    voice = state.voice - table.voice.take(pitch) + np.where(pitch == 0, rates.voice_rest, 0)
    return {
        "mood": _toward(state.mood, table.mood.take(pitch), rates.mood_pace),
        "trust": np.minimum(np.maximum(state.trust + gain - loss, 0), ONE),
        "anger": np.minimum(state.anger - (state.anger * rates.anger_decay >> 16) + hurt, ONE),
        "voice": np.minimum(np.maximum(voice, 0), ONE),
        "advert": state.advert * rates.advert_keep >> 16,
        "chatter": (state.chatter * rates.chat_keep >> 16) + (comments << 8),
        "comments": state.comments + comments,
        "heat": heat(world, state, sold, comments),
    }


def _on_stage(values: Ints, scene: Scene) -> Ints:
    """The value of the good on stage, from [B,R,P] or [R,P] to [B,R]."""
    if values.ndim == 2:
        return values[np.arange(len(values)), scene.stage]
    return pick(values, scene.stage)


def heat(world: World, state: State, sold: Sold, comments: Ints) -> Ints:
    """The platform's measure of each room [B,R]: its share of sales, viewers and comments.

    ONE is the mean of the night's rooms; it moves slowly and is bounded below and above. A state
    of one room keeps its heat.
    """
    rates = world.rates
    rooms = state.heat.shape[1]
    if rooms == 1:
        return state.heat

    parts = np.stack((sold.fen.sum(axis=2), state.viewers.sum(axis=2), comments))
    shares = parts * (rooms * ONE) // np.maximum(parts.sum(axis=2), 1)[..., None]
    fresh = (
        shares[0] * rates.heat_sales + shares[1] * rates.heat_viewers + shares[2] * rates.heat_chat
    ) >> 16
    moved = _toward(state.heat, fresh, rates.heat_pace)
    return np.minimum(np.maximum(moved, rates.heat_floor), rates.heat_cap)


def chat_rate(world: World, state: State) -> Floats:
    """Mean number of comments this tick [B,R]: base, orders, and the echo of earlier comments.

    A self-exciting stream; the echo's branching ratio stays below one at any length of tick
    because the memory is what decays, weighted by what decays of it.
    """
    rates = world.rates
    watching = state.viewers.sum(axis=2)
    ordered = state.owed.sum(axis=2)
    echo = state.chatter * (rates.chat_echo / 256.0)
    return watching * rates.chat_base + ordered * rates.chat_orders + echo
