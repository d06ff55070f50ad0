"""Stalls: opened by a pitch, standing for their time, drawing those who live there alone."""

import numpy as np
import pytest
from moments import after
from without import changed

from livegame.catalog.library import library
from livegame.engine.actions import Beat
from livegame.engine.acts import why_not
from livegame.engine.audience import entering
from livegame.engine.beats import start_at
from livegame.engine.begin import begin
from livegame.engine.legal import refused
from livegame.engine.reducer import tick
from livegame.engine.scene import set_scene
from livegame.engine.stalls import drawing, standing_now, stands_already
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World

NIGHT, ROOM = "1111-2019-aliexpress", 0


@pytest.fixture(scope="module")
def world() -> World:
    return changed(NIGHT, incident=[])


def opened(world: World, state: State, name: str) -> State:
    """The moment at which a room opens a stall."""
    free = moved_on(state, left=np.zeros_like(state.left))
    pitch = world.pitches.ids.index(name)
    none = np.array([-1])
    return start_at(world, free, np.array([ROOM]), np.array([pitch]), none, np.array([0]))


def test_each_region_has_its_stall_and_front_pages_besides_all_of_them_are_too_dear(
    world: World,
) -> None:
    rows = library().scenarios[NIGHT].stall
    assert {name for row in rows for name in row.pull} == set(world.segments)
    assert all(row.fact == "ali_cities" for row in rows)
    day = world.ticks * world.tick_seconds
    costs = sum(
        library().pitches[row.pitch].cost
        * (day // (row.minutes * 60 + library().pitches[row.pitch].seconds))
        for row in rows
    )
    assert costs + world.rates.advert_most > world.rates.budget  # one has to choose
    assert costs > world.rates.budget - world.rates.advert_most // 2


def test_a_stall_that_stands_is_not_put_up_again_and_one_that_came_down_is(world: World) -> None:
    state = opened(world, after(world, 100, role="ae-it-coffee"), "stall-south")
    pitch = np.array([world.pitches.ids.index(name) for name in ("stall-south", "stall-russia")])
    here = np.full(2, ROOM)
    assert stands_already(world, after(world, 100), here, pitch) is None  # nothing stands anywhere
    answers = []
    while state.stalls[0, ROOM].any() or not answers:
        state, _ = tick(world, state)
        state = moved_on(state, left=np.zeros_like(state.left), pitch=np.zeros_like(state.pitch))
        standing = [name for name, _ in standing_now(world, state, ROOM)]
        found = stands_already(world, state, here, pitch)
        assert (found is not None and found.tolist() == [True, False]) == bool(standing)
        answers.append(why_not(world, state, ROOM, Beat("stall-south")))
        slot, left = np.array([-1, -1]), np.zeros(2, dtype=np.int64)
        assert refused(world, state, here, pitch, slot, left, left).tolist() == [
            answers[-1] != "",
            False,
        ]
    assert answers[0] == answers[-2] == "engine.refuse.stands"
    assert answers[-1] == ""


def test_it_stands_while_the_pitch_is_held_and_for_its_minutes_after(world: World) -> None:
    state = opened(world, after(world, 100, role="ae-it-coffee"), "stall-south")
    begun = state.tick
    held = int(state.left[0, ROOM])
    minutes = library().scenarios[NIGHT].stall[2].minutes
    lasts = minutes * 60 // world.tick_seconds
    while state.stalls[0, ROOM].any() or state.tick == begun:
        state, _ = tick(world, state)
    assert state.tick - begun == held + lasts


def test_it_draws_its_own_segment_to_its_own_room(world: World) -> None:
    state = opened(world, after(world, 100, role="ae-it-coffee"), "stall-south")
    plain = entering(world, state, set_scene(world, state))[0]
    state, _ = tick(world, state)
    assert [name for name, _ in standing_now(world, state, ROOM)] == ["stall-south"]
    bare = moved_on(state, stalls=np.zeros_like(state.stalls))
    with_it, without = (entering(world, s, set_scene(world, s))[0][0] for s in (state, bare))
    names = ("ae-spain", "ae-italy", "ae-turkey")
    south = [world.segments.index(name) for name in names]
    assert (with_it[ROOM, south] > 1.8 * without[ROOM, south]).all()
    others = [k for k in range(world.shape[1]) if k not in south]
    assert with_it[ROOM, others] == pytest.approx(without[ROOM, others])
    away = [r for r in range(world.shape[0]) if r != ROOM]
    assert (with_it[np.ix_(away, south)] <= without[np.ix_(away, south)]).all()
    assert plain.shape == with_it[None].shape


def test_shares_stay_chances(world: World) -> None:
    state = begin(world, [4])
    while state.tick < world.ticks:
        home, lobby = entering(world, state, set_scene(world, state))
        assert (home >= 0.0).all()
        assert (home.sum(axis=1) <= 1.0).all()
        assert (lobby <= 1.0).all()
        state, _ = tick(world, state)


def test_no_stall_open_is_no_stall_at_all() -> None:
    """Standing nowhere, it leaves the night as it is without the rows, to the last bit."""
    rows, none = changed(NIGHT), changed(NIGHT, stall=[])
    start = [begin(one, [6]) for one in (rows, none)]
    for _ in range(60):
        start = [tick(one, s)[0] for one, s in zip((rows, none), start, strict=True)]
        if drawing(rows, start[0]) is not None:
            break
        assert (start[0].viewers == start[1].viewers).all()
    assert start[1].stalls.shape[2] == 0


@pytest.mark.parametrize(("awake", "asleep"), [(15, 1), (17, 23)])
def test_it_brings_people_while_they_are_awake(world: World, awake: int, asleep: int) -> None:
    """Western Russia is two hours ahead: a stall opened at three stands through its evening."""
    hour = 3600 // world.tick_seconds

    def brought(at: int) -> int:
        state = after(world, at * hour, role="ae-it-coffee")
        seen = []
        for one in (opened(world, state, "stall-russia"), opened(world, state, "sleep")):
            last = one
            for _ in range(min(5 * hour, world.ticks - state.tick)):
                last, _ = tick(world, last)
            seen.append(int(last.visitors[0, ROOM]))
        return seen[0] - seen[1]

    assert brought(awake) > 2 * max(brought(asleep), 0)
