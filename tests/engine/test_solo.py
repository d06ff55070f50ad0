"""One room taken out of the night, the rest held still."""

import numpy as np
import pytest
from moments import after, through

from livegame.engine.actions import Beat
from livegame.engine.acts import act
from livegame.engine.solo import outside, solo_state, solo_world
from livegame.engine.state import ARRAYS, State
from livegame.engine.world import World

ROOM = 0


@pytest.fixture(scope="module")
def night(world: World) -> State:
    return act(world, after(world, 40, role="thailand"), ROOM, Beat("taste", "th-durian"))


def test_it_holds_one_room_in_as_many_copies_as_asked(world: World, night: State) -> None:
    one, copies = solo_world(world, ROOM), solo_state(world, night, ROOM, (7, 8, 9))
    assert one.roles == ("thailand",)
    assert one.shape == (1, *world.shape[1:])
    assert copies.batch == 3
    assert {len(getattr(copies, name)) for name in ARRAYS} == {3}


def test_everything_of_the_room_but_its_luck_is_as_it_was(world: World, night: State) -> None:
    copies = solo_state(world, night, ROOM, (7, 8))
    for name in ("viewers", "desire", "shelf", "price", "trust", "heat", "left", "pitch", "done"):
        assert np.array_equal(getattr(copies, name)[:, 0], getattr(night, name)[[0, 0], ROOM])
    assert np.array_equal(copies.minds[0, :, 0], night.minds[0, :, ROOM])
    assert np.array_equal(copies.pool[1], night.pool[0])
    assert not np.array_equal(copies.luck_taste[0, 0], night.luck_taste[0, ROOM])
    assert not np.array_equal(copies.luck_taste[0], copies.luck_taste[1])


def test_the_others_pull_as_they_did(world: World, night: State) -> None:
    from livegame.engine.audience import room_pull
    from livegame.engine.scene import set_scene

    pulls = room_pull(world, night, set_scene(world, night))[0]
    copies = solo_state(world, night, ROOM, (7,))
    assert copies.rest_pull.tolist() == [int(pulls.sum() - pulls[ROOM])]


def test_with_the_nights_own_luck_the_first_tick_is_about_that_of_the_night(
    world: World, night: State
) -> None:
    from livegame.engine.state import evolve

    one, copies = solo_world(world, ROOM), solo_state(world, night, ROOM, tuple(range(40)))
    own = {
        name: np.repeat(getattr(night, name)[:, ROOM : ROOM + 1], 40, axis=0)
        for name in ("luck_room", "luck_taste")
    }
    _, (alone,) = through(one, evolve(copies, **own), 1)
    _, (whole,) = through(world, night, 1)
    for name in ("arrived", "left"):
        mean = getattr(alone, name).mean()
        assert getattr(whole, name)[0, ROOM] == pytest.approx(mean, abs=4 * mean**0.5)


def test_the_world_outside_sends_people_and_takes_some(world: World, night: State) -> None:
    others = outside(world, night, ROOM)
    assert (others.coming > 0).all()
    assert 0.0 < others.taken < world.rates.lobby_enter
    lobby = np.full((2, 5), 10_000, dtype=np.int64)
    expected = 10_000 - int(10_000 * others.taken) + others.coming
    assert np.array_equal(others.after(lobby), [expected, expected])
    assert (others.after(lobby * 0) >= 0).all()
