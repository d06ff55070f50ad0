"""The host's voice over the days of a campaign: a show takes of it, a night's sleep gives back.

Whoever is hoarse draws fewer people into the evening. A campaign without the rule has no voice in
its state, and everybody there is always rested.
"""

import numpy as np

from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed
from livegame.engine.tables import ONE, Ints


def rested(season: Season) -> Ints:
    """The voice of the first morning, Q16 [1]; empty without the rule."""
    return np.full(1 if season.eve.hoarse else 0, ONE, dtype=np.int64)


def pull(season: Season, state: DayState) -> int:
    """Factor on the room's pull tonight, Q16: the whole of it with a rested voice."""
    if not state.voice.size:
        return ONE
    return ONE - ((ONE - int(state.voice[0])) * season.eve.hoarse >> 16)


def after_show(season: Season, state: DayState) -> DayState:
    """The state once a show has taken its part of the voice."""
    if not state.voice.size:
        return state
    return changed(state, voice=np.maximum(state.voice - season.eve.strain, 0))


def overnight(season: Season, state: DayState) -> DayState:
    """The state after a night's sleep."""
    if not state.voice.size:
        return state
    return changed(state, voice=np.minimum(state.voice + season.eve.sleep, ONE))
