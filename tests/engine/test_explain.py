"""Why: each answer is the rules' own, for the moment as it is and with one cause taken away."""

import numpy as np
import pytest

from livegame.engine.actions import Beat
from livegame.engine.explain import PARTS, buying, coming, going, warmth, wishing
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import TickReport, act, begin, tick
from livegame.engine.state import State, evolve
from livegame.engine.watch import view
from livegame.engine.world import World
from livegame.runs.worlds import world_of

NIGHT, ROLE, GOOD = "618-2020-diplomats", "thailand", "th-durian"


@pytest.fixture(scope="module")
def world() -> World:
    return world_of(NIGHT)


@pytest.fixture(scope="module")
def moment(world: World) -> tuple[State, tuple[TickReport, ...]]:
    """Ten minutes into a show whose host says the same thing again and again."""
    room = world.room_of(ROLE)
    state, reports = begin(world, (4,), (room,)), []
    while state.tick * world.tick_seconds < 600 or state.left[0, room] < 3:
        if state.left[0, room] == 0:
            state = act(world, state, room, Beat("demonstrate", GOOD))
        state, report = tick(world, state)
        reports.append(report)
    return state, tuple(reports[-60 // world.tick_seconds :])


def test_asking_changes_nothing(world: World, moment: tuple[State, tuple[TickReport, ...]]) -> None:
    state, reports = moment
    room = world.room_of(ROLE)
    before = state_hash(state)
    buying(world, state, room, 0)
    going(world, state, room)
    coming(world, state, room)
    wishing(world, state, room, 0)
    warmth(world, state, room, reports)
    assert state_hash(state) == before


def test_who_buys_is_what_the_host_sees(
    world: World, moment: tuple[State, tuple[TickReport, ...]]
) -> None:
    state, reports = moment
    room = world.room_of(ROLE)
    for good in view(world, state, room, reports).products:
        found = buying(world, state, room, world.slot_of(room, good.id))
        assert found.now * 1000 // PARTS == pytest.approx(good.appeal, abs=1)


def test_who_comes_and_goes_is_what_then_happens(world: World) -> None:
    """Over many ticks of many nights, those who come and go are as many as the answers said."""
    room = world.room_of(ROLE)
    told = np.zeros(2)
    seen = np.zeros(2)
    for seed in range(6):
        state = begin(world, (seed,), (room,))
        for _ in range(40):
            if state.left[0, room] == 0:
                state = act(world, state, room, Beat("demonstrate", GOOD))
            come, go = coming(world, state, room), going(world, state, room)
            told += (come.home + come.rooms + come.looking, go.now + come.looking)
            state, report = tick(world, state)
            seen += (report.arrived[0, room], report.left[0, room])
    minutes = told * world.tick_seconds / 60
    assert seen[0] == pytest.approx(minutes[0], rel=0.02)
    assert seen[1] == pytest.approx(minutes[1], rel=0.02)


def test_what_tires_and_angers_drives_people_away(
    world: World, moment: tuple[State, tuple[TickReport, ...]]
) -> None:
    state, _ = moment
    room = world.room_of(ROLE)
    without = {cause.name: cause.without for cause in going(world, state, room).each}
    assert without["wear"] < going(world, state, room).now
    assert "anger" not in without  # nobody was angered: what changes nothing is left out
    cross = evolve(state, anger=np.full_like(state.anger, 1 << 15))
    angry = {cause.name: cause.without for cause in going(world, cross, room).each}
    assert angry["anger"] == going(world, state, room).now


def test_a_cause_taken_away_is_the_same_moment_without_it(
    world: World, moment: tuple[State, tuple[TickReport, ...]]
) -> None:
    state, _ = moment
    room = world.room_of(ROLE)
    slot = world.slot_of(room, GOOD)
    found = buying(world, state, room, slot)
    without = {cause.name: cause.without for cause in found.each}
    assert without["wear"] > found.now > without["desire"]
    rested = evolve(state, wear=np.zeros_like(state.wear))
    again = buying(world, rested, room, slot)
    assert again.now == without["wear"]
    assert "wear" not in {cause.name for cause in again.each}
    shut = state.link.copy()
    shut[0, room, np.arange(shut.shape[2]) != slot] = 0
    assert buying(world, evolve(state, link=shut), room, slot).now == without.get(
        "others", found.now
    )


def test_the_parts_of_a_wish_are_what_the_next_tick_does(
    world: World, moment: tuple[State, tuple[TickReport, ...]]
) -> None:
    state, _ = moment
    room = world.room_of(ROLE)
    slot = world.slot_of(room, GOOD)
    wish = wishing(world, state, room, slot)
    assert wish.talk > 0 > wish.fading
    assert wish.newcomers < 0
    after, _ = tick(world, state)

    def level(now: State) -> float:
        crowd = state.viewers[0, room].astype(float)
        return float((now.desire[0, room, :, slot] * crowd / crowd.sum()).sum()) / 65.536

    change = (level(after) - level(state)) * 60 / world.tick_seconds
    assert wish.talk + wish.fading + wish.newcomers == pytest.approx(change, abs=6)
    assert {cause.name for cause in wish.causes.each} >= {"used"}
    idle = evolve(state, left=np.zeros_like(state.left))
    assert wishing(world, idle, room, slot).talk == 0


def test_the_heat_is_taken_apart_against_the_mean_room(
    world: World, moment: tuple[State, tuple[TickReport, ...]]
) -> None:
    state, reports = moment
    rooms = range(len(world.roles))
    found = [warmth(world, state, room, reports) for room in rooms]
    for part in ("sales", "viewers", "comments"):
        mean = sum(getattr(one, part) for one in found) / len(found)
        assert mean == pytest.approx(1000, abs=2)
    assert sum(found[0].weights) == pytest.approx(1000, abs=3)
    assert warmth(world, state, 0, ()).sales == 0
