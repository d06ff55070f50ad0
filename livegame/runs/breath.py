"""How many beats the host's voice still allows, one after the other."""

from attrs import frozen

from livegame.engine.state import State
from livegame.engine.world import World


@frozen
class Breath:
    """What is left of the voice, in beats; none of these rests it.

    Attributes:
        least: so many of any kind; hardest: the pitch that tires most, of which there are no more.
        most: so many of the kind that tires least, easiest.
    """

    least: int
    hardest: str
    most: int
    easiest: str


def breath(world: World, state: State, room: int) -> Breath | None:
    """What the voice of a room of the first night allows; None where no pitch tires it.

    Pitches that the night bars, or that may be held once only and have been, do not count.
    """
    table, done, barred = world.pitches, state.done[0, room], world.scenario.limits.without
    strains = sorted(
        (int(world.fixed.strain[pitch]), name)
        for pitch, name in enumerate(table.ids)
        if pitch and name not in barred and not (table.once[pitch] and done[pitch])
    )
    tiring = [row for row in strains if row[0] > 0]
    if not tiring:
        return None
    left = int(state.voice[0, room])
    (little, easiest), (much, hardest) = tiring[0], tiring[-1]
    return Breath(left // much, hardest, left // little, easiest)
