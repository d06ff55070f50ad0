"""The tick's random draws, in two rounds of stacked binomials.

Round one is all that depends on the moment before only: who decides to buy, who leaves, who comes,
which of the last tick's orders are paid. Round two depends on round one. Stacking makes one call
of many small ones; each subsystem keeps its own stream of words.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from livegame.engine.chance import CHUNK, Words, chunk_words
from livegame.engine.constants import fixed
from livegame.engine.sampling import POISSON_TRIALS, binomial_row
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
    return _cells(*world.shape)


def _cells(r: int, k: int, p: int) -> Cells:
    return Cells(rooms=r, room_segments=r * k, cells=r * k * p, goods=r * p, segments=k)


Draws = tuple[Words, Words, Words]
N = TypeVar("N", bound=np.generic)


@lru_cache(maxsize=6)
def _chunk_words(seeds: tuple[int, ...], shape: tuple[int, int, int], chunk: int) -> Draws:
    """Words of round one, round two and the thinning of minds for a chunk of ticks [T,B,...].

    `shape` is the world's: rooms, segments, goods.
    """
    c = _cells(*shape)
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
    first, second, minds = _chunk_words(seeds, world.shape, tick // CHUNK)
    at = tick % CHUNK
    return first[at], second[at], minds[at]


def stacked(parts: list[tuple[Ints, Floats]], raw: Words) -> list[Ints]:
    """Binomial draws for several arrays at once; each comes back in its own shape [B, ...].

    Args:
        parts: numbers of trials and probabilities, both of the shape of the draws, or one of them
            without dimensions where it is the same for all.
        raw: the words for all of them, side by side [B, ...].
    """
    nights = len(raw)
    trials = [n if n.ndim else n.repeat(p.size) for n, p in parts]
    chances = [p if p.ndim else p.repeat(n.size) for n, p in parts]
    size, chance = _side_by_side(trials, nights), _side_by_side(chances, nights)
    row = binomial_row(size.astype(np.float64), chance, raw.reshape(-1)).astype(np.int64)
    cuts = _cuts(tuple([n.shape or p.shape for n, p in parts]))
    if nights > 1:
        row = row.reshape(nights, -1)
    return [row[cut].reshape(shape) for cut, shape in cuts]


Shape = tuple[int, ...]


@lru_cache(maxsize=32)
def _cuts(shapes: tuple[Shape, ...]) -> list[tuple[Any, Shape]]:
    """Where each part of a stack stands in the row of one night, or the rows of many."""
    found: list[tuple[Any, Shape]] = []
    at = 0
    for nights, *rest in shapes:
        end = at + math.prod(rest)
        cut = slice(at, end)
        found.append((cut if nights == 1 else (slice(None), cut), (nights, *rest)))
        at = end
    return found


def _side_by_side(arrays: Sequence[NDArray[N]], nights: int) -> NDArray[N]:
    """Arrays of so many nights as rows of one, flat; those of a single night need not be rows."""
    if nights == 1:
        return np.concatenate(arrays, axis=None)
    return np.concatenate([a.reshape(nights, -1) for a in arrays], axis=1).reshape(-1)


def poisson_part(mean: Floats) -> tuple[Ints, Floats]:
    """A Poisson draw as a part of a stack."""
    return _TRIALS, mean * _TRIAL


_TRIALS, _TRIAL = fixed(POISSON_TRIALS), fixed(1.0 / POISSON_TRIALS)
