"""Random legal play in any role: what must hold holds after every action and every tick."""

from collections import Counter

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from invariants import check_state, check_tick, lost_fen
from legal_play import Player, allowed

from livegame.engine.acts import IllegalAction, act, why_not
from livegame.engine.begin import begin
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import tick
from livegame.engine.settlement import settle
from livegame.engine.state import State
from livegame.engine.world import World
from tests.few import few

TICKS = 80
SEEDS = st.integers(0, 2**63 - 1)


def variant(world: World, kind: str) -> World:
    """The night under other circumstances."""
    short = evolve(world, ticks=TICKS)
    match kind:
        case "tiny crowd":
            return evolve(short, rates=evolve(world.rates, pool=1000))
        case "huge crowd":
            many = world.stock * 10_000
            scripts = evolve(world.scripts, lots=world.scripts.lots * 10_000)
            rates = evolve(world.rates, pool=10**9)
            return evolve(short, rates=rates, stock=many, stock_most=many, scripts=scripts)
        case "tiny checkout":
            return evolve(short, rates=evolve(world.rates, checkout=2, substitute=0.0))
        case "few goods":
            lots = np.minimum(world.scripts.lots, 9)
            return evolve(
                short,
                stock=np.minimum(world.stock, 30),
                scripts=evolve(world.scripts, lots=lots),
                appeal=world.appeal + 3 * 65536,
            )
        case "nobody pays":
            return evolve(world, ticks=200, rates=evolve(world.rates, unpaid=0.9))
    return short


KINDS = ("as it is", "tiny crowd", "huge crowd", "tiny checkout", "few goods", "nobody pays")


def played(world: World, room: int, seed: int, dice: int) -> tuple[State, Counter[str]]:
    """A whole short night, checked at every step; and how often each action was taken."""
    player, taken = Player(dice), Counter[str]()
    state = begin(world, [seed], [room])
    check_state(world, state)
    reported = unpaid = np.zeros_like(state.sales)
    while state.tick < world.ticks:
        for action in player.actions(world, state, room):
            before = state_hash(state)
            if allowed(world, state, room, action):
                new = act(world, state, room, action)
                check_state(world, new)
                assert state_hash(state) == before
                state = new
                taken[type(action).__name__] += 1
            else:
                with pytest.raises(IllegalAction) as refused:
                    act(world, state, room, action)
                assert refused.value.key == why_not(world, state, room, action)
                assert state_hash(state) == before
        before = state_hash(state)
        new, report = tick(world, state)
        assert state_hash(state) == before
        check_tick(world, state, new, report)
        check_state(world, new)
        reported, unpaid = reported + report.sold.fen, unpaid + lost_fen(state, report)
        state = new
        assert (state.sales + state.owed_fen == reported - unpaid).all()
    return state, taken


@pytest.mark.parametrize("kind", few(KINDS, 3))
@settings(max_examples=6)
@given(data=st.data(), seed=SEEDS, dice=SEEDS)
def test_whatever_is_played_everything_adds_up(
    kind: str, world: World, data: st.DataObject, seed: int, dice: int
) -> None:
    role = data.draw(st.sampled_from(world.roles))
    short = variant(world, kind)
    room = short.room_of(role)
    state, _ = played(short, room, seed, dice)
    result = settle(short, state, room)
    assert sum(value for _, value in result.parts()) == result.settled
    assert result.points == max(0, 1000 * result.settled // result.par)


def test_random_play_uses_every_kind_of_action(world: World) -> None:
    taken = Counter[str]()
    for dice in range(3):
        taken += played(variant(world, "as it is"), 0, 5, dice)[1]
    assert set(taken) == {"Plan", "Beat", "SetPrice", "Release", "Link", "Reply", "Cut"}


def test_a_tiny_checkout_binds_and_is_never_exceeded(world: World) -> None:
    tight = evolve(world, ticks=TICKS, rates=evolve(world.rates, checkout=1, substitute=0.0))
    state, most = begin(tight, [3]), 0
    for _ in range(TICKS):
        state, report = tick(tight, state)
        most = max(most, int(report.sold.orders.sum()))
    assert 0 < most <= tight.tick_seconds


def test_a_night_cannot_go_on_after_its_end(world: World) -> None:
    over = evolve(world, ticks=1)
    state, _ = tick(over, begin(over, [1]))
    with pytest.raises(ValueError, match="over"):
        tick(over, state)


def test_arrays_of_a_state_cannot_be_written(world: World) -> None:
    state, _ = tick(world, begin(world, [1]))
    with pytest.raises(ValueError, match="read-only"):
        state.viewers[0, 0, 0] = 7


def test_asking_changes_nothing(world: World) -> None:
    from livegame.bots.forecast import forecast
    from livegame.bots.players import legal_beats
    from livegame.engine.watch import standings, view

    state = begin(world, [4], [0])
    for _ in range(20):
        state, _ = tick(world, state)
    before = state_hash(state)
    beats = legal_beats(world, state, 0)
    forecast(world, state, 0, beats)
    view(world, state, 0)
    standings(world, state)
    assert state_hash(state) == before
    check_state(world, state)
