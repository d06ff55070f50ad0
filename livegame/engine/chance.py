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
    "payments": 6,
    "chat": 7,
    "substitution": 8,
    "settlement": 9,
    "voices": 10,
}
CHUNK = 24  # ticks drawn at one go


@lru_cache(maxsize=4096)
def _chunk(seed: int, stream: int, chunk: int, words: int) -> Words:
    """The words of one stream for a chunk of ticks, shape [CHUNK, words]."""
    blocks = -(-words // 4)  # Philox gives four words a counter step
    key = np.array([seed & (2**64 - 1), stream], dtype=np.uint64)
    counter = np.array([chunk * CHUNK * blocks, 0, 0, 0], dtype=np.uint64)
    raw = np.random.Philox(key=key, counter=counter).random_raw(CHUNK * blocks * 4)
    return raw.reshape(CHUNK, blocks * 4)[:, :words]


@lru_cache(maxsize=8)
def _joined(seeds: tuple[int, ...], plan: tuple[tuple[str, int], ...], chunk: int) -> Words:
    """Words of several streams side by side for a chunk of ticks, [CHUNK, batch, words]."""
    rows = [
        np.concatenate([_chunk(seed, STREAMS[name], chunk, n) for name, n in plan], axis=1)
        for seed in seeds
    ]
    joined = np.stack(rows, axis=1)
    joined.setflags(write=False)
    return joined


def words(seeds: Sequence[int], plan: tuple[tuple[str, int], ...], tick: int) -> Words:
    """Raw words for a tick.

    Args:
        seeds: one seed per night of the batch.
        plan: (stream name, number of words) in the order wanted.
        tick: which tick of the night.

    Returns:
        uint64 array [batch, sum of the numbers of words].
    """
    return _joined(tuple(seeds), plan, tick // CHUNK)[tick % CHUNK]  # type: ignore[no-any-return]
