"""The stage of a tick: what is talked about, what launches, which links are open."""

import numpy as np
import pytest
from moments import through, with_room

from livegame.engine.actions import Beat, Cut, Link, Plan
from livegame.engine.acts import act
from livegame.engine.begin import begin
from livegame.engine.scene import Scene, set_scene
from livegame.engine.state import State
from livegame.engine.tables import ONE
from livegame.engine.watch import events_of
from livegame.engine.world import World

ROOM, MANGO, DURIAN = 0, 0, 1


@pytest.fixture(scope="module")
def start(world: World) -> State:
    return begin(world, [2], [ROOM])


def scene(world: World, state: State) -> Scene:
    return set_scene(world, state)


def test_an_idle_room_talks_about_nothing(world: World, start: State) -> None:
    now = scene(world, start)
    assert now.pitch[0, ROOM] == 0
    assert not now.talked[0, ROOM].any()
    assert not now.launching[0, ROOM].any()


def test_a_pitch_is_about_its_good_only(world: World, start: State) -> None:
    now = scene(world, act(world, start, ROOM, Beat("taste", "th-durian")))
    assert now.talked[0, ROOM].tolist() == [False, True, False, False]


def test_a_pitch_on_the_room_is_about_no_good(world: World, start: State) -> None:
    staged = act(world, act(world, start, ROOM, Beat("taste", "th-durian")), ROOM, Cut())
    now = scene(world, act(world, staged, ROOM, Beat("breathe")))
    assert not now.talked[0, ROOM].any()


def test_a_launch_opens_the_link_at_its_second_and_not_before(world: World, start: State) -> None:
    table = world.pitches
    launch = int(table.launch[table.ids.index("countdown")])
    state = act(world, start, ROOM, Beat("countdown", "th-mangosteen"))
    assert launch * world.tick_seconds == 10
    for at in range(int(table.ticks[table.ids.index("countdown")])):
        now = scene(world, state)
        assert now.link[0, ROOM, MANGO] == (at >= launch)
        assert now.launching[0, ROOM, MANGO] == (at >= launch)
        assert now.launched[0, ROOM, MANGO] == (at == launch)
        state, reports = through(world, state, 1)
        assert reports[0].launched[0, ROOM, MANGO] == (at == launch)
        assert state.link[0, ROOM, MANGO] == (at >= launch)


def test_nothing_is_sold_before_the_launch(world: World, start: State) -> None:
    state = act(world, start, ROOM, Beat("countdown", "th-mangosteen"))
    _, reports = through(world, state, 8)
    sold = [int(r.sold.packs[0, ROOM, MANGO]) for r in reports]
    assert sold[:1] == [0]
    assert sum(sold[1:]) > 0


def test_the_opening_is_told_once(world: World, start: State) -> None:
    state = act(world, start, ROOM, Beat("countdown", "th-mangosteen"))
    told = []
    for _ in range(8):
        new, (report,) = through(world, state, 1)
        told += [type(e).__name__ for e in events_of(world, ROOM, state, new, report)]
        state = new
    assert told.count("LinkOpened") == 1
    assert told.count("BeatEnded") == 1


def test_a_link_that_was_open_is_not_opened_again(world: World, start: State) -> None:
    state = act(world, start, ROOM, Beat("countdown", "th-durian"))
    _, reports = through(world, state, 8)
    assert not any(r.launched[0, ROOM].any() for r in reports)


def test_a_link_shut_during_its_launch_stays_shut(world: World, start: State) -> None:
    state = act(world, start, ROOM, Beat("countdown", "th-mangosteen"))
    state, _ = through(world, state, 2)
    state = act(world, state, ROOM, Link("th-mangosteen", False))
    now = scene(world, state)
    assert not now.link[0, ROOM, MANGO]
    assert not now.launching[0, ROOM, MANGO]
    assert through(world, state, 3)[0].link[0, ROOM, MANGO] == 0


def test_a_cut_before_the_launch_leaves_the_link_shut(world: World, start: State) -> None:
    state = act(world, start, ROOM, Beat("countdown", "th-mangosteen"))
    state, _ = through(world, act(world, state, ROOM, Cut()), 6)
    assert state.link[0, ROOM, MANGO] == 0


def test_a_good_is_open_where_its_link_is_open_and_packs_are_on_it(
    world: World, start: State
) -> None:
    assert scene(world, start).open[0, ROOM].tolist() == [False, True, True, True]
    empty = with_room(start, ROOM, shelf=(DURIAN, 0))
    assert scene(world, empty).open[0, ROOM].tolist() == [False, False, True, True]
    assert not scene(world, act(world, start, ROOM, Plan())).open[0, ROOM].any()


def test_freshness_is_what_wear_leaves(world: World, start: State) -> None:
    state = act(world, start, ROOM, Beat("countdown", "th-durian"))
    assert scene(world, state).freshness[0, ROOM] == ONE
    used = state.used[0, ROOM].copy()
    used[world.pitches.ids.index("countdown"), DURIAN] = 20_000
    assert scene(world, with_room(state, ROOM, used=used)).freshness[0, ROOM] == ONE - 20_000


def test_rooms_do_not_see_each_others_stage(world: World, start: State) -> None:
    state, _ = through(world, start, 1)
    now, other = scene(world, state), scene(world, act(world, state, ROOM, Beat("guest")))
    assert np.array_equal(now.pitch[0, 1:], other.pitch[0, 1:])
    assert np.array_equal(now.open[0, 1:], other.open[0, 1:])
