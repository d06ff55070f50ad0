"""A canonical digest of the whole state, the same on every machine."""

import hashlib
from functools import lru_cache

import numpy as np

from livegame.engine.lanes import take_night
from livegame.engine.rules import RULES
from livegame.engine.state import ARRAYS, State

MARK_DIGITS = 4


@lru_cache(maxsize=64)
def _layout(names: tuple[str, ...], shapes: tuple[tuple[int, ...], ...]) -> bytes:
    """Names and shapes of the arrays, in their order."""
    return ";".join(f"{n}{s}" for n, s in zip(names, shapes, strict=True)).encode()


def state_hashes(state: State) -> list[str]:
    """Hex digest of each night of a state: rules version, seed, tick and every array in order.

    SHA-256 over the arrays as little-endian int64, the first 32 hex digits.
    """
    nights = state.batch
    arrays = [getattr(state, name) for name in ARRAYS]
    layout = _layout(ARRAYS, tuple([a.shape[1:] for a in arrays]))
    rows = np.concatenate([a.reshape(nights, -1) for a in arrays], axis=1)
    rows = np.ascontiguousarray(rows.astype("<i8", copy=False))
    found = []
    for seed, row in zip(state.seeds, rows, strict=True):
        head = f"livegame {RULES} {seed} {state.tick} {state.played}"
        digest = hashlib.sha256(head.encode() + layout)
        digest.update(row.data)
        found.append(digest.hexdigest()[:32])
    return found


def state_hash(state: State, night: int = 0) -> str:
    """The digest of one night of a state, as in state_hashes."""
    return state_hashes(state if state.batch == 1 else take_night(state, night))[0]


def field_marks(state: State, night: int = 0) -> str:
    """A short digest of each array, MARK_DIGITS hex digits each, in the order of ARRAYS:
    it names the fields in which two states differ."""
    marks = []
    for name in ARRAYS:
        array = np.ascontiguousarray(getattr(state, name)[night]).astype("<i8", copy=False)
        marks.append(hashlib.sha256(array.tobytes()).hexdigest()[:MARK_DIGITS])
    return "".join(marks)
