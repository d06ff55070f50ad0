"""Why the figures of a run's room are what they are at this moment, for whoever shows them."""

from attrs import frozen

from livegame.engine.explain import (
    Causes,
    Coming,
    Warmth,
    Wish,
    buying,
    coming,
    going,
    warmth,
    wishing,
)
from livegame.runs.show import Show


@frozen
class Because:
    """The room's people and heat; of one good, who buys it and who wants it.

    Attributes:
        coming, going: viewers a minute. warmth: of what the heat is made.
        buying: of ten thousand who decide about the good; None where the room has no such good.
        wish: what a minute does to the desire for it.
    """

    coming: Coming
    going: Causes
    warmth: Warmth
    buying: Causes | None = None
    wish: Wish | None = None


def because(show: Show, product: str = "") -> Because:
    """Take apart what a host sees of a room, and of one of its goods, as the rules have it now."""
    world, state, room = show.world, show.state, show.room
    slot = world.slot_of(room, product) if product else -1
    return Because(
        coming(world, state, room),
        going(world, state, room),
        warmth(world, state, room, show.last_minute),
        buying(world, state, room, slot) if slot >= 0 else None,
        wishing(world, state, room, slot) if slot >= 0 else None,
    )
