"""Many nights at once are the nights one by one; and a crowd may be tiny or huge."""

import numpy as np
import pytest
from attrs import evolve
from invariants import check_state, check_tick
from moments import after, differing, through

from livegame.engine.actions import Beat
from livegame.engine.acts import act
from livegame.engine.begin import begin
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import tick
from livegame.engine.settlement import accounts, settle
from livegame.engine.state import ARRAYS
from livegame.engine.world import World

SEEDS = (3, 0, 2**63 - 1, 77)
TICKS = 100


def test_a_batch_is_its_nights_one_by_one(world: World) -> None:
    together = begin(world, SEEDS)
    alone = [begin(world, [seed]) for seed in SEEDS]
    for at in range(TICKS):
        together, _ = tick(world, together)
        alone = [tick(world, night)[0] for night in alone]
        if at % 10 == 0 or at == TICKS - 1:
            for night, one in enumerate(alone):
                assert differing(together, one, night) == []


def test_the_order_of_a_batch_does_not_matter(world: World) -> None:
    one, _ = through(world, begin(world, SEEDS), 40)
    other, _ = through(world, begin(world, SEEDS[::-1]), 40)
    for night in range(len(SEEDS)):
        assert differing(one, other, night, len(SEEDS) - 1 - night) == []


def test_a_night_has_the_same_hash_in_a_batch_and_alone(world: World) -> None:
    together, _ = through(world, begin(world, SEEDS), 5)
    for night, seed in enumerate(SEEDS):
        alone = after(world, 5, seed=seed)
        assert state_hash(together, night) == state_hash(alone)


def test_reports_of_a_batch_are_those_of_its_nights(world: World) -> None:
    state, alone = begin(world, SEEDS[:2]), begin(world, SEEDS[1:2])
    (state, many), (alone, one) = through(world, state, 30), through(world, alone, 30)
    for both, single in zip(many, one, strict=True):
        for name in ("arrived", "left", "comments", "unpaid", "launched", "began", "ended"):
            assert np.array_equal(getattr(both, name)[1:], getattr(single, name))
        for name in ("orders", "packs", "fen", "turned", "emptied", "tenths"):
            assert np.array_equal(getattr(both.sold, name)[1:], getattr(single.sold, name))


def test_a_batch_is_settled_as_its_nights_are(world: World) -> None:
    short = evolve(world, ticks=60)
    state, _ = through(short, begin(short, SEEDS), 60)
    books = accounts(short, state)
    for night, seed in enumerate(SEEDS):
        alone = after(short, 60, seed=seed)
        for room in (0, 5):
            assert settle(short, state, room, night) == settle(short, alone, room)
            assert settle(short, alone, room).settled == books.settled[night, room]


def test_seeds_differ_from_the_first_tick(world: World) -> None:
    state, _ = through(world, begin(world, range(20)), 1)
    assert len({state_hash(state, night) for night in range(20)}) == 20


def test_what_one_room_plays_is_seen_in_the_others_but_changes_none_of_their_luck(
    world: World,
) -> None:
    """Two policies meet the same luck: the draws of a room hang on seed and tick alone."""
    room = world.room_of("thailand")
    quiet = begin(world, [9], [room])
    loud = act(world, quiet, room, Beat("giveaway"))
    quiet, _ = through(world, quiet, 1)
    loud, _ = through(world, loud, 1)
    assert np.array_equal(quiet.luck_taste, loud.luck_taste)
    others = np.arange(len(world.roles)) != room
    for name in ("comments", "orders", "turned"):
        assert np.array_equal(getattr(quiet, name)[:, others], getattr(loud, name)[:, others])


@pytest.mark.parametrize("pool", [1000, 10**4, 10**6, 10**9])
def test_crowds_from_a_thousand_to_a_billion_work(world: World, pool: int) -> None:
    sized = evolve(world, rates=evolve(world.rates, pool=pool))
    state = begin(sized, [5])
    for _ in range(60):
        new, report = tick(sized, state)
        check_tick(sized, state, new, report)
        state = new
    check_state(sized, state)
    share = int(state.visitors.sum()) / pool
    assert share == pytest.approx(0.035, abs=0.02)


def test_everybody_there_may_come_and_go(world: World) -> None:
    """A crowd that runs dry stays at nought and never below."""
    rates = evolve(world.rates, pool=1000, lobby_enter=0.7, transfer=0.7, waiting=0.9)
    small = evolve(world, rates=rates, arrivals=world.arrivals * 0 + 0.9)
    state = begin(small, [5])
    for _ in range(40):
        new, report = tick(small, state)
        check_tick(small, state, new, report)
        check_state(small, new)
        state = new
    assert state.pool.sum() == 0


def test_all_arrays_lead_with_the_batch(world: World) -> None:
    state, _ = through(world, begin(world, SEEDS), 2)
    assert state.batch == len(SEEDS)
    assert {len(getattr(state, name)) for name in ARRAYS} == {len(SEEDS)}
