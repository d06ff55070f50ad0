"""A canonical digest of a campaign's state, the same on every machine."""

import hashlib

import numpy as np

from livegame.engine.days.state import DayState, told
from livegame.engine.hashing import state_hash
from livegame.engine.rules import RULES
from livegame.engine.state import State

MARK_DIGITS = 4


def _bytes(state: DayState, name: str) -> bytes:
    value = np.asarray(getattr(state, name))
    whole = np.ascontiguousarray(value).astype("<i8")
    return f"{name}{value.shape}".encode() + whole.tobytes()


def days_hash(state: DayState, show: State | None = None) -> str:
    """Hex digest, 32 digits: rules version, every field that is told, in order, and the evening's
    show if one is on."""
    digest = hashlib.sha256(f"livegame days {RULES}".encode())
    for name in told(state):
        digest.update(_bytes(state, name))
    if show is not None:
        digest.update(state_hash(show).encode())
    return digest.hexdigest()[:32]


def days_marks(state: DayState) -> str:
    """A short digest of each field that is told, MARK_DIGITS hex digits each, in their order; what
    may be left out comes last."""
    return "".join(
        hashlib.sha256(_bytes(state, name)).hexdigest()[:MARK_DIGITS] for name in told(state)
    )
