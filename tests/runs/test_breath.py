"""So many beats as the voice is said to allow, the rules allow, and no more."""

from collections.abc import Iterator

import pytest

from livegame.engine.actions import Beat
from livegame.engine.acts import why_not
from livegame.engine.begin import begin
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.world import World
from livegame.runs.breath import breath
from livegame.runs.worlds import world_of

ROOM, GOOD = 0, 0
TIRED = "engine.refuse.no_voice"
LEVELS = (1000, 633, 150, 74, 10, 0)  # per mille of the voice


@pytest.fixture(scope="module")
def world() -> World:
    return world_of("618-2020-diplomats")


def hoarse(world: World, level: int) -> State:
    state = begin(world, [3])
    voice = state.voice.copy()
    voice[0, ROOM] = level * ONE // 1000
    return moved_on(state, voice=voice)


def talking(world: World, state: State, pitch: str) -> Iterator[str]:
    """The reasons against the pitch, once after the other, as if no time went by between."""
    at = world.pitches.ids.index(pitch)
    good = world.goods[ROOM][GOOD].id if world.pitches.on_product[at] else ""
    while True:
        yield why_not(world, state, ROOM, Beat(pitch, good))
        voice = state.voice.copy()
        voice[0, ROOM] -= int(world.fixed.strain[at])
        state = moved_on(state, voice=voice)


@pytest.mark.parametrize("level", LEVELS)
def test_so_many_are_allowed_and_no_more(world: World, level: int) -> None:
    state = hoarse(world, level)
    left = breath(world, state, ROOM)
    assert left is not None
    for count, pitch in ((left.least, left.hardest), (left.most, left.easiest)):
        reasons = talking(world, state, pitch)
        assert TIRED not in [next(reasons) for _ in range(count)]
        assert next(reasons) == TIRED


def test_what_is_used_up_or_rests_does_not_count(world: World) -> None:
    state = hoarse(world, 1000)
    once = [at for at in range(1, len(world.pitches.ids)) if world.pitches.once[at]]
    done = state.done.copy()
    done[0, ROOM, once] = 1
    left = breath(world, moved_on(state, done=done), ROOM)
    assert left is not None
    names = [world.pitches.ids[at] for at in once]
    assert left.hardest not in names
    assert left.easiest not in names
    assert 0 < left.least < left.most
