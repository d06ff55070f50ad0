"""The day scale's luck: raw words as a pure function of (seed, stream, day).

As in the night engine every subsystem has a stream of its own, so that a draw added in one never
moves another and two plans under one seed meet the same days. Numbers of streams stand far from
those of a night.
"""

from collections.abc import Sequence

import numpy as np

from livegame.engine.chance import Words

STREAMS = {
    "happenings": 1001,
    "traffic": 1002,
    "orders": 1003,
    "baskets": 1004,
    "complaints": 1005,
    "transport": 1006,
    "store": 1007,
    "plant": 1008,
    "spoilage": 1009,
    "dropping": 1010,
    "delays": 1011,
    "evening": 1012,
    "taste": 1013,
    "joint": 1014,
    "balances": 1015,
    "deposits": 1016,
    "depots": 1017,
    "parcels": 1018,
}
PLACES = 64  # draws a day that one stream may be asked for, each by its place
_WIDTH = 2**20  # blocks of the counter kept for one place


def day_words(seed: int, stream: str, day: int, place: int, shape: Sequence[int]) -> Words:
    """Raw words of one stream for a day.

    Args:
        seed: of the run. stream: a name of STREAMS.
        day: of the campaign, from 0. place: which draw of that day, 0 .. PLACES - 1.
        shape: of the array wanted.

    Raises:
        ValueError: no such place.
    """
    if not 0 <= place < PLACES:
        raise ValueError(f"a stream has {PLACES} places a day, not {place}")
    key = np.array([seed & (2**64 - 1), STREAMS[stream]], dtype=np.uint64)
    counter = np.array([(day * PLACES + place) * _WIDTH, 0, 0, 0], dtype=np.uint64)
    size = 1
    for n in shape:
        size *= n
    raw: Words = np.random.Philox(key=key, counter=counter).random_raw(size)
    return raw.reshape(tuple(shape))


def evening_seed(seed: int, day: int) -> int:
    """The seed of a day's show, 0 .. 2**63 - 1."""
    return int(day_words(seed, "evening", day, 0, (1,))[0]) >> 1


def taste_seed(seed: int, day: int) -> int:
    """The seed of what a day's store visitors fancy, 0 .. 2**63 - 1."""
    return int(day_words(seed, "taste", day, 0, (1,))[0]) >> 1
