"""The first moment of a night: crowd, shelves and the night's luck."""

from collections.abc import Collection, Sequence

import numpy as np

from livegame.engine.calls import draw_calls
from livegame.engine.chance import words
from livegame.engine.crowd import crowd_of
from livegame.engine.fancy import draw_fancy
from livegame.engine.incidents import draw_incidents
from livegame.engine.sampling import normal
from livegame.engine.state import ARRAYS, State
from livegame.engine.tables import ONE, Ints
from livegame.engine.world import World

PENDING_SLOTS = 15  # minutes for which an unpaid order holds its pack


def draw_luck(world: World, seeds: Sequence[int]) -> tuple[Ints, Ints]:
    """The night's luck: shifts of the log of a room's pull and of the log-odds for each good."""
    rooms, _, goods = world.shape
    raw = words(seeds, (("luck", rooms + rooms * goods),), 0)
    z = normal(raw)
    room = np.floor(z[:, :rooms] * (world.rates.luck_room * ONE) + 0.5).astype(np.int64)
    taste = np.floor(z[:, rooms:] * (world.rates.luck_taste * ONE) + 0.5).astype(np.int64)
    return room, taste.reshape(len(seeds), rooms, goods)


def begin(world: World, seeds: Sequence[int], played: Collection[int] = ()) -> State:
    """The state before the first tick of a batch of nights.

    Args:
        world: the compiled scenario.
        seeds: one per night, 0 .. 2**63 - 1.
        played: rooms that a player hosts. The others, and these until they plan otherwise, stand
            as their scripts have them.
    """
    nights = len(seeds)
    rooms, segments, goods = world.shape
    rates = world.rates

    def full(shape: tuple[int, ...], value: Ints | int = 0) -> Ints:
        return np.array(np.broadcast_to(np.asarray(value, dtype=np.int64), (nights, *shape)))

    room, per_good = (rooms,), (rooms, goods)
    pool = crowd_of(world, seeds, rates.pool * world.share // world.share.sum())
    waiting = np.floor(pool * rates.waiting).astype(np.int64)
    room_luck, taste_luck = draw_luck(world, seeds)
    on_link = np.minimum(world.scripts.lots, world.stock)
    arrays = {
        "pool": full((segments,), pool - waiting),
        "lobby": full((segments,), waiting),
        "viewers": full((rooms, segments)),
        "minds": full((2, rooms, segments, goods)),
        "desire": full((rooms, segments, goods)),
        "doubt": full(per_good, world.doubt),
        "used": full((rooms, len(world.pitches.ids), goods)),
        "mood": full(room, rates.mood_start),
        "trust": full(room, rates.trust_start),
        "voice": full(room, ONE),
        "heat": full(room, ONE),
        "price": full(per_good, world.usual),
        "refused": full(per_good, world.usual),
        "link": full(per_good, world.scripts.open),
        "shelf": full(per_good, on_link),
        "held": full(per_good, world.stock - on_link),
        "lot": full(per_good, on_link),
        "stock": full(per_good, world.stock),
        "pending": full((rooms, goods, PENDING_SLOTS)),
        "soldout": full(per_good, -1),
        "budget": full(room, rates.budget),
        "stage": full(room, -1),
        "replied": full(room, -(10**6)),
        "done": full((rooms, len(world.pitches.ids))),
        "luck_room": room_luck,
        "luck_taste": taste_luck,
        "rest_pull": full((), world.rest_pull),
        "incident": draw_incidents(world, seeds),
        "base": full(per_good, world.usual),
        "fancy": draw_fancy(world, seeds),
        "call": draw_calls(world, seeds),
        "queue": full((rooms, int(world.chatbot is not None))),
        "reached": full((rooms, len(world.milestones.ids) if world.milestones else 0)),
        "stalls": full((rooms, len(world.stalls.pitch) if world.stalls else 0)),
    }
    small = {"home": (segments,)}
    goods_wide = ("wear", "anchor", "claims", "opened", "owed", "owed_fen", "sold", "orders",
                  "sales", "protected", "urgent", "turned", "team")  # fmt: skip
    shapes = small | dict.fromkeys(goods_wide, per_good)
    for name in ARRAYS:
        if name not in arrays:
            arrays[name] = full(shapes.get(name, room))
        arrays[name].flags.writeable = False
    return State(seeds=tuple(seeds), tick=0, played=tuple(sorted(played)), **arrays)
