"""The tick's random draws, in two rounds of stacked binomials.

Round one is all that depends on the moment before only: who decides to buy, who leaves, who comes,
which of the last tick's orders are paid. Round two depends on round one. Stacking makes one call
of many small ones; each subsystem keeps its own stream of words.
"""

import math
from functools import lru_cache

import numpy as np
from attrs import frozen

from livegame.engine.chance import CHUNK, Words, chunk_words
from livegame.engine.constants import fixed
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


Draws = tuple[Words, Words, Words]


@lru_cache(maxsize=6)
def _chunk_words(seeds: tuple[int, ...], cells: Cells, chunk: int) -> Draws:
    """Words of round one, round two and the thinning of minds for a chunk of ticks [T,B,...]."""
    c = cells
    first = (
        ("orders", c.cells),
        ("departures", c.room_segments),
        ("arrivals", 3 * c.room_segments),
        ("payments", c.goods),
        ("chat", c.rooms),
    )
    second = (
        ("decline", c.cells),
        ("baskets", c.goods),
        ("homeward", c.segments),
    )
    return (
        chunk_words(seeds, first, chunk),
        chunk_words(seeds, second, chunk),
        chunk_words(seeds, (("minds", 2 * c.cells), ("reopen", c.cells)), chunk),
    )


def tick_words(world: World, seeds: tuple[int, ...], tick: int) -> Draws:
    """Raw words for round one, round two, and the thinning of minds [B, ...]."""
    first, second, minds = _chunk_words(seeds, cells_of(world), tick // CHUNK)
    at = tick % CHUNK
    return first[at], second[at], minds[at]


def stacked(parts: list[tuple[Ints, Floats]], raw: Words) -> list[Ints]:
    """Binomial draws for several arrays at once; each comes back in its own shape [B, ...].

    Args:
        parts: numbers of trials and probabilities; the larger of the two has the shape of the
            draws, or both broadcast to it.
        raw: the words for all of them, side by side [B, ...].
    """
    size = np.empty(raw.shape)
    chance = np.empty(raw.shape)
    spans, at = [], 0
    for n, p in parts:
        shape = tuple(map(max, n.shape or p.shape, p.shape or n.shape))
        end = at + math.prod(shape[1:])
        size[:, at:end].reshape(shape)[...] = n
        chance[:, at:end].reshape(shape)[...] = p
        spans.append((at, end, shape))
        at = end
    drawn = binomial(size, chance, raw)
    return [drawn[:, a:b].reshape(shape) for a, b, shape in spans]


def poisson_part(mean: Floats) -> tuple[Ints, Floats]:
    """A Poisson draw as a part of a stack."""
    return _TRIALS, mean * _TRIAL


_TRIALS, _TRIAL = fixed(POISSON_TRIALS), fixed(1.0 / POISSON_TRIALS)
