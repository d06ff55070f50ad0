"""A second look: some of those who had passed over a good are undecided about it once more."""

import numpy as np

from livegame.engine.chance import words
from livegame.engine.sampling import thin
from livegame.engine.state import State
from livegame.engine.tables import Floats, Ints


def reopened(state: State, share: Floats, stream: str) -> Ints:
    """The minds [B,2,R,K,P] after a share [B,R,P] of those who had passed look again.

    Each count is rounded at random, by the words of a stream of the caller's own.
    """
    passed = state.minds[:, 1]
    raw = words(state.seeds, ((stream, passed[0].size),), state.tick).reshape(passed.shape)
    back = np.minimum(thin(passed, share[:, :, None, :], raw), passed)
    minds = state.minds.copy()
    minds[:, 0] += back
    minds[:, 1] -= back
    return minds
