"""The chatbot: what is asked, what is answered, who waits, and what waiting costs."""

from typing import Any

import numpy as np
import pytest
from attrs import evolve
from invariants import check_state
from moments import after, with_room
from without import changed

from livegame.catalog.library import library
from livegame.engine.beats import start_at
from livegame.engine.begin import begin
from livegame.engine.chatbot import PARTS, answered, asked, queued, waiting, without_waiting
from livegame.engine.reducer import tick
from livegame.engine.scene import set_scene
from livegame.engine.settlement import settle
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.world import World

NIGHT, ROOM = "1111-2020-peak", 0
ROW = library().scenarios[NIGHT].chatbot
assert ROW is not None


def world_with(**values: Any) -> World:
    """The night with another chatbot and nothing from outside."""
    return changed(NIGHT, chatbot=evolve(ROW, **values), incident=[])


def played(world: World, seeds: list[int]) -> State:
    state = begin(world, seeds)
    while state.tick < world.ticks:
        before = state
        state, _ = tick(world, before)
        if before.tick % 30 == 0:
            check_state(world, state)
    return state


@pytest.fixture(scope="module")
def world() -> World:
    return world_with()


@pytest.fixture(scope="module")
def moment(world: World) -> State:
    return after(world, 100)


def test_more_viewers_and_more_doubt_ask_more(world: World, moment: State) -> None:
    now = asked(world, moment)[0]
    assert (now > 0).all()
    many = moved_on(moment, viewers=moment.viewers * 2)
    assert asked(world, many)[0] == pytest.approx(2 * now, rel=0.01)
    sure = moved_on(moment, doubt=np.zeros_like(moment.doubt))
    assert not asked(world, sure).any()


def test_answers_come_from_the_machine_the_host_and_what_was_bought(
    world: World, moment: State
) -> None:
    idle = moved_on(moment, left=np.zeros_like(moment.left), pitch=np.zeros_like(moment.pitch))
    machine = answered(world, idle, set_scene(world, idle))[0, ROOM]
    assert machine == ROW.rooms["nov-brand"] * PARTS * world.tick_seconds // 60
    for name, more in ROW.held.items():
        pitch = world.pitches.ids.index(name)
        one = start_at(world, idle, np.array([0]), np.array([pitch]), np.array([0]), np.array([0]))
        added = answered(world, one, set_scene(world, one))[0, ROOM] - machine
        assert added == more * PARTS * world.tick_seconds // 60
    seats = world.pitches.ids.index("seats")
    done = idle.done.copy()
    done[0, ROOM, seats] = 2
    more = answered(world, moved_on(idle, done=done), set_scene(world, idle))[0, ROOM]
    assert more - machine == 2 * (ROW.bought["seats"] * PARTS * world.tick_seconds // 60)


def test_an_incident_takes_its_share_of_the_machine_only(moment: State) -> None:
    world = changed(NIGHT)
    at = world.incidents.ids.index("queue")
    begins = np.full((1, len(world.incidents.ids)), -1, dtype=np.int64)
    calm = moved_on(moment, incident=begins)
    begins = begins.copy()
    begins[0, at] = moment.tick
    busy = moved_on(moment, incident=begins)
    full, half = (answered(world, one, set_scene(world, one)) for one in (calm, busy))
    held = world.chatbot.held.take(set_scene(world, calm).pitch)  # type: ignore[union-attr]
    assert np.abs((full - held) - 2 * (half - held)).max() <= 2


def test_the_queue_is_what_nobody_answers_and_half_wait_when_it_holds_a_minute(
    world: World, moment: State
) -> None:
    scene = set_scene(world, moment)
    minute = answered(world, moment, scene)[..., None] * 60 // world.tick_seconds
    none = moved_on(moment, queue=np.zeros_like(moment.queue))
    assert not waiting(world, none, scene).any()
    full = waiting(world, moved_on(moment, queue=minute), scene)
    assert np.abs(full - ONE // 2).max() <= 1
    longer = waiting(world, moved_on(moment, queue=minute * 3), scene)
    assert (longer > full).all()
    assert (longer < ONE).all()


def test_those_who_wait_stay_undecided(world: World, moment: State) -> None:
    scene = set_scene(world, moment)
    minute = answered(world, moment, scene)[..., None] * 60 // world.tick_seconds
    state = moved_on(moment, queue=minute)
    bought = np.full(moment.minds[:, 0].shape, 1000, dtype=np.int64)
    placed = without_waiting(world, state, scene, bought)
    assert placed.min() >= 500
    assert placed.max() <= 501
    check_state(world, tick(world, state)[0])


def test_who_gives_up_costs_trust_and_who_is_answered_does_not(world: World, moment: State) -> None:
    scene = set_scene(world, moment)
    long = moved_on(moment, queue=np.full_like(moment.queue, 10**7))
    assert (queued(world, long, moment, scene)["trust"] < moment.trust).all()
    calm = moved_on(moment, queue=np.zeros_like(moment.queue), doubt=np.zeros_like(moment.doubt))
    found = queued(world, calm, moment, scene)
    assert (found["trust"] == moment.trust).all()
    assert not found["queue"].any()


def test_no_queue_is_longer_than_what_was_asked(world: World) -> None:
    state, total = begin(world, [3]), np.zeros((1, world.shape[0]), dtype=np.int64)
    while state.tick < world.ticks:
        total += asked(world, state)
        state, _ = tick(world, state)
        assert (state.queue[..., 0] >= 0).all()
        assert (state.queue[..., 0] <= total).all()


def test_a_machine_that_answers_all_changes_nothing() -> None:
    """Capacity without end is the night without a chatbot, to the last bit."""
    plenty = world_with(answers=10**7, rooms={})
    none = changed(NIGHT, chatbot=None, incident=[])
    one, other = (played(world, [5]) for world in (plenty, none))
    assert (one.sold == other.sold).all()
    assert (one.trust == other.trust).all()
    assert not one.queue.any()
    assert other.queue.shape[2] == 0


def test_a_smaller_machine_sells_less_and_is_trusted_less() -> None:
    seeds = [1, 2, 3, 4]
    small, plenty = (played(world_with(answers=n, rooms={}), seeds) for n in (20, 10**7))
    assert (small.sales.sum(axis=(0, 2)) < plenty.sales.sum(axis=(0, 2))).all()
    assert (small.trust.mean(axis=0) < plenty.trust.mean(axis=0)).all()


def test_questions_come_near_the_record() -> None:
    """Nine questions to ten parcels are on record; the night's rooms ask about as many."""
    lib, world = library(), world_with(answers=10**7, rooms={})
    state, questions = begin(world, [1, 2]), 0
    while state.tick < world.ticks:
        questions += int(asked(world, state).sum())
        state, _ = tick(world, state)
    packs = sum(
        row.packs
        for night in range(2)
        for room in range(world.shape[0])
        for row in settle(world, state, room, night).products
    )
    recorded = lib.measures["chatbot-queries-per-delivery-order"].value
    assert questions / PARTS / packs == pytest.approx(recorded, rel=0.35)


def test_the_room_sees_its_queue(world: World, moment: State) -> None:
    from livegame.engine.watch import view

    state = with_room(moment, ROOM, queue=(0, 777 * PARTS))
    seen = view(world, state, ROOM)
    assert seen.queue == 777
    assert seen.asked > 0
    assert seen.answered >= ROW.rooms["nov-brand"] - 6
