"""The tick's random draws, in two rounds of stacked binomials.

Round one is all that depends on the moment before only: who decides to buy, who leaves, who comes,
which of the last tick's orders are paid. Round two depends on round one. Stacking makes one call
of many small ones; each subsystem keeps its own stream of words.
"""

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
    return _cells(*world.shape)


def _cells(r: int, k: int, p: int) -> Cells:
    return Cells(rooms=r, room_segments=r * k, cells=r * k * p, goods=r * p, segments=k)


Draws = tuple[Words, Words, Words]


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
    trials, chances = [], []
    for n, p in parts:
        trials.append((n if n.ndim else n.repeat(p.size)).reshape(len(raw), -1))
        chances.append((p if p.ndim else p.repeat(n.size)).reshape(len(raw), -1))
    size = np.concatenate(trials, axis=1).astype(np.float64)
    drawn = binomial(size, np.concatenate(chances, axis=1), raw)
    found, at = [], 0
    for (n, p), part in zip(parts, trials, strict=True):
        end = at + part.shape[1]
        found.append(drawn[:, at:end].reshape(n.shape or p.shape))
        at = end
    return found


def poisson_part(mean: Floats) -> tuple[Ints, Floats]:
    """A Poisson draw as a part of a stack."""
    return _TRIALS, mean * _TRIAL


_TRIALS, _TRIAL = fixed(POISSON_TRIALS), fixed(1.0 / POISSON_TRIALS)
