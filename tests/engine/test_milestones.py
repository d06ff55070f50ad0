"""Milestones: a recorded line, passed by sales alone, draws people for a while and no longer."""

import numpy as np
import pytest
from attrs import evolve
from moments import after
from without import changed

from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.engine.audience import room_pull
from livegame.engine.begin import begin
from livegame.engine.events import IncidentBegan, IncidentOver
from livegame.engine.feats import figures_of
from livegame.engine.milestones import lasting, line_of
from livegame.engine.reducer import tick
from livegame.engine.scene import set_scene
from livegame.engine.settlement import settle
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.watch import events_of, sales_now, view
from livegame.engine.world import World

NIGHT = "1111-2020-peak"


@pytest.fixture(scope="module")
def world() -> World:
    return changed(NIGHT)


def test_every_line_follows_from_its_fact() -> None:
    lib = library()
    for row in lib.scenarios[NIGHT].milestone:
        fact = lib.facts[row.fact]
        line = line_of(row, fact)
        if row.before:
            assert line + row.before == int(fact.value) * 100
        else:
            assert line * 100 // row.last == 100 + int(fact.value)


def test_a_line_that_is_passed_already_or_is_no_sum_is_refused() -> None:
    lib = library()
    row = lib.scenarios[NIGHT].milestone[0]
    with pytest.raises(ContentError, match="before the night begins"):
        line_of(evolve(row, before=10**13), lib.facts[row.fact])
    with pytest.raises(ContentError, match="no sum in RMB"):
        line_of(row, lib.facts["vns_peak_orders"])


def test_every_room_has_a_line_of_its_own(world: World) -> None:
    assert world.milestones is not None
    assert (world.milestones.rooms.sum(axis=1) == 1).all()


def test_sales_pass_it_once_and_it_draws_for_its_time(world: World) -> None:
    rows = world.milestones
    assert rows is not None
    low = evolve(rows, line=rows.line // 4)
    world = evolve(world, milestones=low)
    state, seen = begin(world, [7]), np.zeros_like(low.rooms, dtype=np.int64)
    while state.tick < world.ticks:
        before = state
        state, _ = tick(world, before)
        sales = sales_now(state)[0]
        over = (sales[:, None] >= low.line) & low.rooms
        first = over & (before.reached[0] == 0)
        assert (state.reached[0][first] == state.tick).all()
        assert (state.reached[0][~first] == before.reached[0][~first]).all()
        on = lasting(world, state)
        if on is not None:
            seen += on[0]
    passed = state.reached[0] > 0
    assert passed.any()
    ends = np.minimum(state.reached[0] + low.ticks, world.ticks + 1)
    assert (seen[passed] == (ends - state.reached[0])[passed]).all()
    assert not seen[~passed].any()


def test_it_multiplies_the_pull_of_its_room_alone(world: World) -> None:
    rows = world.milestones
    assert rows is not None
    state = after(world, 50)
    calm = moved_on(state, reached=np.zeros_like(state.reached))
    reached = np.zeros_like(state.reached)
    room = world.room_of("nov-house")
    n = int(rows.rooms[room].argmax())
    reached[0, room, n] = state.tick
    drawn = moved_on(state, reached=reached)
    one, other = (room_pull(world, s, set_scene(world, s))[0] for s in (calm, drawn))
    assert other[room] == one[room] * int(rows.pull[n]) >> 16
    assert (np.delete(one, room) == np.delete(other, room)).all()
    late = moved_on(drawn, tick=state.tick + int(rows.ticks[n]))
    assert (room_pull(world, late, set_scene(world, late))[0, room]) <= one[room] * 2
    assert not lasting(world, late).any()  # type: ignore[union-attr]


def test_the_host_is_told_and_the_result_counts_it(world: World) -> None:
    rows = world.milestones
    assert rows is not None
    world = evolve(world, milestones=evolve(rows, line=rows.line // 6))
    room, state, told = world.room_of("nov-brand"), begin(world, [7]), []
    while state.tick < world.ticks:
        before = state
        state, report = tick(world, before)
        told += events_of(world, room, before, state, report)
    assert told.count(IncidentBegan("tenfold")) == 1
    assert told.count(IncidentOver("tenfold")) == 1
    assert view(world, state, room).passed == ("tenfold",)
    result = settle(world, state, room)
    assert result.milestones == 1
    assert figures_of(result)["milestones"] == 1


def test_a_line_that_nobody_passes_changes_nothing(world: World) -> None:
    rows = world.milestones
    assert rows is not None
    far = evolve(world, milestones=evolve(rows, line=rows.line * 10**6))
    none = changed(NIGHT, milestone=[])
    ends = []
    for one in (far, none):
        state = begin(one, [9])
        while state.tick < one.ticks:
            state, _ = tick(one, state)
        ends.append(state)
    assert (ends[0].sales == ends[1].sales).all()
    assert (ends[0].visitors == ends[1].visitors).all()
    assert int(rows.pull.min()) > ONE
