"""A show with nothing left to sell: whether it stands so, and what a host may do until its end."""

from collections.abc import Sequence

from livegame.catalog.models import Pitch
from livegame.engine.actions import Beat
from livegame.engine.view import RoomView


def nothing_left(view: RoomView) -> bool:
    """Whether no good has a pack on its link or held back. Carts may yet bring some back."""
    return not any(good.shelf or good.held for good in view.products)


def rests(pitches: Sequence[Pitch]) -> list[Beat]:
    """Beats that rest the voice, cost nothing and can be repeated, the most restful first."""
    found = [
        pitch
        for pitch in pitches
        if pitch.voice < 0 and not (pitch.cost or pitch.needs_product or pitch.once)
    ]
    return [Beat(pitch.id) for pitch in sorted(found, key=lambda pitch: pitch.voice)]
