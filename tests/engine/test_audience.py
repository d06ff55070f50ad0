"""Who comes, who leaves, and that two rooms never seat the same person."""

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from moments import after, with_room

from livegame.engine.audience import entering, fit_into, leaving, room_pull
from livegame.engine.scene import set_scene
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.world import World

ROOM = 0


@pytest.fixture(scope="module")
def idle(world: World) -> State:
    return after(world, 24, role="thailand")


def pull(world: World, state: State) -> int:
    return int(room_pull(world, state, set_scene(world, state))[0, ROOM])


def hazard(world: World, state: State) -> np.ndarray:
    return leaving(world, state, set_scene(world, state))[0, ROOM]


def test_pull_grows_with_the_fourth_root_of_heat(world: World, idle: State) -> None:
    cold, hot = (pull(world, with_room(idle, ROOM, heat=v * ONE // 4)) for v in (1, 4))
    assert hot == pytest.approx(2**0.5 * cold, rel=1e-3)


def test_advertising_adds_its_share(world: World, idle: State) -> None:
    loud = pull(world, with_room(idle, ROOM, advert=ONE // 2))
    assert loud == pytest.approx(1.5 * pull(world, idle), rel=1e-3)


def test_rooms_share_the_lobby_by_pull(world: World, idle: State) -> None:
    _, fair = entering(world, idle, set_scene(world, idle))
    assert fair.sum() == pytest.approx(world.rates.lobby_enter)
    pulls = room_pull(world, idle, set_scene(world, idle))[0]
    assert fair[0, :, 0] / world.rates.lobby_enter == pytest.approx(pulls / pulls.sum())


def test_a_livelier_night_draws_more_people_but_not_in_proportion(
    world: World, idle: State
) -> None:
    lively = moved_on(idle, heat=idle.heat * 4)
    calm_, lively_ = (entering(world, s, set_scene(world, s))[0].sum() for s in (idle, lively))
    assert 1.2 * calm_ < lively_ < 1.8 * calm_


def test_arrivals_follow_the_evenings_curve(world: World) -> None:
    assert world.arrivals.sum() == pytest.approx(world.arrivals.mean() * world.ticks)
    assert world.arrivals.argmax() in range(world.ticks // 2, 3 * world.ticks // 4)
    assert world.arrivals[0] < world.arrivals[world.ticks // 3]


@pytest.mark.parametrize(
    ("change", "sign"), [({"mood": ONE}, -1), ({"mood": 0}, 1), ({"anger": ONE}, 1)]
)
def test_mood_holds_and_anger_drives_away(
    world: World, idle: State, change: dict[str, int], sign: int
) -> None:
    calm = with_room(idle, ROOM, mood=ONE // 2, anger=0)
    moved = hazard(world, with_room(calm, ROOM, **change)) - hazard(world, calm)
    assert (np.sign(moved) == sign).all()


def test_an_ordinary_room_keeps_its_viewers_as_long_as_their_segment_stays(
    world: World, idle: State
) -> None:
    calm = with_room(idle, ROOM, mood=ONE // 2, anger=0, wear=0)
    seconds = world.tick_seconds / hazard(world, calm)
    assert seconds == pytest.approx([400, 450, 580, 450, 240], rel=2e-3)


def test_onlookers_leave_first(world: World, idle: State) -> None:
    assert int(hazard(world, idle).argmax()) == world.segments.index("onlookers")


CALLS = st.lists(st.integers(0, 40), min_size=6, max_size=6)


@given(asked=CALLS, there=st.lists(st.integers(0, 60), min_size=2, max_size=2))
def test_no_two_rooms_seat_the_same_person(asked: list[int], there: list[int]) -> None:
    wanted = np.array(asked).reshape(1, 3, 2)
    crowd = np.array([there])
    seated = fit_into(wanted, crowd)
    assert (seated >= 0).all()
    assert (seated <= wanted).all()
    assert (seated.sum(axis=1) <= crowd).all()
    assert (seated.sum(axis=1) == np.minimum(wanted.sum(axis=1), crowd)).all()


def test_nobody_is_turned_round_where_there_are_enough(world: World) -> None:
    wanted = np.ones((1, 3, 2), dtype=np.int64)
    assert fit_into(wanted, np.array([[3, 3]])) is wanted


def test_the_last_tick_has_arrivals_too(world: World, idle: State) -> None:
    end = moved_on(idle, tick=world.ticks)
    assert entering(world, end, set_scene(world, end))[0].min() > 0.0
    short = evolve(world, ticks=10)
    assert entering(short, end, set_scene(short, end))[0].min() > 0.0
