"""A canonical digest of the whole state, the same on every machine."""

import hashlib

from livegame.engine.rules import RULES
from livegame.engine.state import ARRAYS, State


def state_hash(state: State, night: int = 0) -> str:
    """Hex digest of one night of a state: rules version, seed, tick and every array by name."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"livegame {RULES} {state.seeds[night]} {state.tick} {state.played}".encode())
    for name in ARRAYS:
        array = getattr(state, name)[night]
        digest.update(f"{name}{array.shape}".encode())
        digest.update(array.astype("<i8").tobytes())
    return digest.hexdigest()
