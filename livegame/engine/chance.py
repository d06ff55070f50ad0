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
    "homeward": 13,
    "incidents": 17,
    "crowd": 18,
    "fancy": 19,
    "calls": 20,
    "prices": 15,
    "lots": 21,
    "reopen": 16,
    "payments": 6,
    "chat": 7,
    "substitution": 8,
    "settlement": 9,
    "voices": 10,
}
CHUNK = 36  # ticks drawn at one go
BLOCK = 4  # words that Philox gives a step of its counter


def chunk_words(seeds: tuple[int, ...], plan: tuple[tuple[str, int], ...], chunk: int) -> Words:
    """Words of several streams side by side for a chunk of ticks, read-only [CHUNK, batch, words].

    A tick's words stand at a place of their own in the stream, whatever the chunk. One generator
    is pointed at each stream in turn, at a tenth of the cost of making a new one; copies of a night
    under one seed, as forecasts make them, share one drawing.

    Args:
        seeds: one seed per night of the batch.
        plan: (stream name, number of words) in the order wanted.
        chunk: which chunk of CHUNK ticks.
    """
    distinct = tuple(dict.fromkeys(seeds))
    if len(distinct) < len(seeds):
        place = {seed: n for n, seed in enumerate(distinct)}
        copied = chunk_words(distinct, plan, chunk)[:, [place[seed] for seed in seeds]]
        copied.setflags(write=False)
        return copied
    width = sum(n for _, n in plan)
    joined = np.empty((CHUNK, len(seeds), width), dtype=np.uint64)
    source = np.random.Philox(key=0)
    at_start = source.state
    counter, key = at_start["state"]["counter"], at_start["state"]["key"]
    at = 0
    for name, n in plan:
        blocks = -(-n // BLOCK)
        counter[0], key[1] = chunk * CHUNK * blocks, STREAMS[name]
        for b, seed in enumerate(seeds):
            key[0] = seed & (2**64 - 1)
            source.state = at_start
            raw = source.random_raw(CHUNK * blocks * BLOCK)
            joined[:, b, at : at + n] = raw.reshape(CHUNK, blocks * BLOCK)[:, :n]
        at += n
    joined.setflags(write=False)
    return joined


def words(seeds: Sequence[int], plan: tuple[tuple[str, int], ...], tick: int) -> Words:
    """Raw words for one tick [batch, sum of the numbers of words], for draws off the main path."""
    return _cached(tuple(seeds), plan, tick // CHUNK)[tick % CHUNK]


_cached = lru_cache(maxsize=6)(chunk_words)
