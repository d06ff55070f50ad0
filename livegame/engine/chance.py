"""Randomness as a pure function of (seed, stream, tick): no random state is ever kept.

Each subsystem draws raw 64-bit words from a Philox stream of its own, so that a draw added in one
never moves another, and two policies under one seed meet the same luck. numpy promises the raw
output of a BitGenerator to be stable; it promises that of no distribution, so none is used.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]

STREAMS = {
    "luck": 1,
    "arrivals": 2,
    "departures": 3,
    "orders": 4,
    "minds": 5,
    "decline": 11,
    "baskets": 12,
    "wandering": 13,
    "bounces": 14,
    "prices": 15,
    "reopen": 16,
    "payments": 6,
    "chat": 7,
    "substitution": 8,
    "settlement": 9,
    "voices": 10,
}
CHUNK = 36  # ticks drawn at one go


def _chunk(seed: int, stream: int, chunk: int, words: int) -> Words:
    """The words of one stream for a chunk of ticks, shape [CHUNK, words]."""
    blocks = -(-words // 4)  # Philox gives four words a counter step
    key = np.array([seed & (2**64 - 1), stream], dtype=np.uint64)
    counter = np.array([chunk * CHUNK * blocks, 0, 0, 0], dtype=np.uint64)
    raw = np.random.Philox(key=key, counter=counter).random_raw(CHUNK * blocks * 4)
    return raw.reshape(CHUNK, blocks * 4)[:, :words]


def chunk_words(seeds: tuple[int, ...], plan: tuple[tuple[str, int], ...], chunk: int) -> Words:
    """Words of several streams side by side for a chunk of ticks, read-only [CHUNK, batch, words].

    Args:
        seeds: one seed per night of the batch.
        plan: (stream name, number of words) in the order wanted.
        chunk: which chunk of CHUNK ticks.
    """
    width = sum(n for _, n in plan)
    joined = np.empty((CHUNK, len(seeds), width), dtype=np.uint64)
    for b, seed in enumerate(seeds):
        at = 0
        for name, n in plan:
            joined[:, b, at : at + n] = _chunk(seed, STREAMS[name], chunk, n)
            at += n
    joined.setflags(write=False)
    return joined


def words(seeds: Sequence[int], plan: tuple[tuple[str, int], ...], tick: int) -> Words:
    """Raw words for one tick [batch, sum of the numbers of words], for draws off the main path."""
    return _cached(tuple(seeds), plan, tick // CHUNK)[tick % CHUNK]


_cached = lru_cache(maxsize=6)(chunk_words)
