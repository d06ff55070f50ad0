"""The tick's random draws, in two rounds of stacked binomials.

Round one is all that depends on the moment before only: who decides to buy, who leaves, who comes,
which of the last tick's orders are paid. Round two depends on round one. Stacking makes one call
of many small ones; each subsystem keeps its own stream of words.
"""

import numpy as np
from attrs import frozen

from livegame.engine.chance import Words, words
from livegame.engine.sampling import POISSON_TRIALS, binomial
from livegame.engine.tables import Floats, Ints
from livegame.engine.world import World


@frozen
class Cells:
    """Sizes of the blocks of words a tick."""

    rooms: int
    room_segments: int
    cells: int
    goods: int
    segments: int


def cells_of(world: World) -> Cells:
    """The block sizes of a world."""
    r, k, p = world.shape
    return Cells(rooms=r, room_segments=r * k, cells=r * k * p, goods=r * p, segments=k)


def tick_words(world: World, seeds: tuple[int, ...], tick: int) -> tuple[Words, Words, Words]:
    """Raw words for round one, round two, and the thinning of minds [B, ...]."""
    c = cells_of(world)
    arrivals = 2 * c.room_segments + c.segments
    plan = (
        ("orders", 2 * c.cells + c.goods),
        ("departures", 2 * c.room_segments),
        ("arrivals", arrivals + c.room_segments),
        ("payments", c.goods),
        ("chat", c.rooms),
        ("minds", 2 * c.cells),
    )
    raw = words(seeds, plan, tick)
    cuts = np.cumsum([n for _, n in plan])
    orders, departures, coming, payments, chat, minds = np.split(raw, cuts[:-1], axis=1)
    first = (
        orders[:, : c.cells],
        departures[:, : c.room_segments],
        coming[:, :arrivals],
        payments,
        chat,
    )
    second = (orders[:, c.cells :], departures[:, c.room_segments :], coming[:, arrivals:])
    return np.concatenate(first, axis=1), np.concatenate(second, axis=1), minds


def stacked(parts: list[tuple[Ints, Floats]], raw: Words) -> list[Ints]:
    """Binomial draws for several arrays at once; each comes back in its own shape [B, ...]."""
    nights = raw.shape[0]
    shapes = [np.broadcast_shapes(n.shape, p.shape) for n, p in parts]
    size = np.concatenate(
        [np.broadcast_to(n, s).reshape(nights, -1) for (n, _), s in zip(parts, shapes, strict=True)], axis=1
    )
    chance = np.concatenate(
        [np.broadcast_to(p, s).reshape(nights, -1) for (_, p), s in zip(parts, shapes, strict=True)], axis=1
    )
    drawn = binomial(size, chance, raw)
    out, at = [], 0
    for shape in shapes:
        width = int(np.prod(shape[1:]))
        out.append(drawn[:, at : at + width].reshape(shape))
        at += width
    return out


def poisson_part(mean: Floats) -> tuple[Ints, Floats]:
    """A Poisson draw as a part of a stack."""
    return np.full(mean.shape, POISSON_TRIALS, dtype=np.int64), mean * (1.0 / POISSON_TRIALS)
