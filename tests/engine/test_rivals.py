"""A room that nobody plays does what its script says, by the rules that a player is held to."""

from collections.abc import Sequence

import numpy as np
import pytest
from attrs import evolve
from moments import after, differing, through

from livegame.engine.acts import act, why_not
from livegame.engine.begin import begin
from livegame.engine.reducer import tick
from livegame.engine.rivals import next_cue, scripted
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World


def by_hand(world: World, roles: Sequence[str], seed: int, ticks: int) -> State:
    """Some rooms played through actions as their scripts have it."""
    rooms = [world.room_of(role) for role in roles]
    state = begin(world, [seed], rooms)
    for _ in range(ticks):
        for room in rooms:
            for action in scripted(world, state, room):
                assert why_not(world, state, room, action) == ""
                state = act(world, state, room, action)
        state, _ = tick(world, state)
    return state


def test_following_the_script_by_hand_is_the_same_night(world: World) -> None:
    """Three whole shows, whose scripts shut and open links, launch, and cut prices."""
    played = by_hand(world, ["thailand", "mexico", "uruguay"], 11, world.ticks)
    assert differing(played, after(world, world.ticks, seed=11)) == []


def test_every_script_can_be_followed_by_hand(world: World) -> None:
    assert differing(by_hand(world, world.roles, 4, 90), after(world, 90, seed=4)) == []


def any_scripts(world: World, seed: int) -> World:
    """Scripts that release, open, shut and reprice at random, but release and shut none at once."""
    rng, old = np.random.default_rng(seed), world.scripts
    shape, goods = old.link.shape, world.has[:, None, :] > 0
    pitch = rng.integers(1, len(world.pitches.ids), shape[:2])
    count = world.has.sum(axis=1)[:, None]
    product = np.where(
        world.pitches.on_product[pitch] > 0, rng.integers(0, 9, shape[:2]) % count, -1
    )
    release = np.where(goods, rng.choice([0, 0, 50, 10**5], shape), 0)
    link = np.where(goods, rng.choice([-1, -1, 0, 1], shape), -1)
    percent = rng.integers(40, 151, shape)
    price = world.usual[:, None, :] * percent // 100 * (rng.random(shape) < 0.3) * goods
    return evolve(
        world,
        scripts=evolve(
            old,
            pitch=pitch,
            product=product,
            release=release,
            link=np.where((release > 0) & (link == 0), -1, link),
            price=price,
            lots=np.where(world.has > 0, rng.choice([0, 100, 10**6], old.lots.shape), 0),
            open=np.where(world.has > 0, rng.integers(0, 2, old.open.shape), 0),
        ),
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_any_script_can_be_followed_by_hand(world: World, seed: int) -> None:
    odd = any_scripts(world, seed)
    assert differing(by_hand(odd, odd.roles, seed, 90), after(odd, 90, seed=seed)) == []


def test_a_busy_host_is_asked_for_nothing(world: World) -> None:
    state = after(world, 1)
    assert scripted(world, state, 0) == ()


def test_a_played_room_waits_for_its_player(world: World) -> None:
    state = after(world, 30, role="thailand")
    room = world.room_of("thailand")
    assert state.left[0, room] == 0
    assert not state.done[0, room].any()
    assert (state.done.sum(axis=2) > 0).sum() == len(world.roles) - 1


def test_cues_of_goods_that_are_gone_are_skipped(world: World) -> None:
    room = world.room_of("thailand")
    state = begin(world, [1])
    first = int(world.scripts.product[room, 0])
    shelf, held = state.shelf.copy(), state.held.copy()
    shelf[0, room, first] = held[0, room, first] = 0
    gone = moved_on(state, shelf=shelf, held=held)
    at = int(next_cue(world, gone)[0, room])
    assert int(next_cue(world, state)[0, room]) == 0
    assert int(world.scripts.product[room, at]) != first


def test_a_running_order_starts_again_when_it_is_through(world: World) -> None:
    state = begin(world, [1])
    cues = np.broadcast_to(world.scripts.length, state.cue.shape).copy()
    assert np.array_equal(
        next_cue(world, moved_on(state, cue=cues)), next_cue(world, moved_on(state, cue=cues * 0))
    )


@pytest.mark.parametrize("field", ["budget", "voice"])
def test_a_script_without_means_takes_a_free_pitch(world: World, field: str) -> None:
    state = begin(world, [1])
    poor = moved_on(state, **{field: np.zeros_like(getattr(state, field))})
    new, _ = tick(world, poor)
    assert (new.budget >= 0).all()
    begun = new.done.nonzero()[2]
    assert not world.pitches.cost[begun].any() or field == "voice"


def test_released_packs_come_out_of_what_is_held(world: World) -> None:
    room, slot = 0, 1
    release, lots = world.scripts.release.copy(), world.scripts.lots.copy()
    release[room, 0, slot], lots[room, slot] = 10**6, 100
    eager = evolve(world, scripts=evolve(world.scripts, release=release, lots=lots))
    state, _ = through(eager, begin(eager, [1]), 1)
    assert state.held[0, room, slot] == 0
    assert state.lot[0, room, slot] == world.stock[room, slot]
