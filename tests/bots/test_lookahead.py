"""The planner looks ahead on the engine, never into the night's own luck."""

import numpy as np
import pytest
from attrs import evolve as with_fields

from livegame.bots.hosts.planner import Planner
from livegame.bots.lookahead import _Copies, worths
from livegame.bots.nights import shipped_world
from livegame.bots.players import legal_beats
from livegame.bots.seat import Seat, every_beat
from livegame.bots.valuing import taken, worth
from livegame.engine.actions import Beat, Plan, Release
from livegame.engine.begin import begin
from livegame.engine.lanes import take_night
from livegame.engine.reducer import act, tick
from livegame.engine.solo import solo_state
from livegame.engine.state import State, evolve
from livegame.engine.world import World

ROOM = 0
SHARE, PRICE = 0.6, 0.0


@pytest.fixture(scope="module")
def busy(world: World) -> State:
    """Ten minutes in, after showing durians, the host free."""
    state = begin(world, [9], [ROOM])
    while state.tick * world.tick_seconds < 600 or state.left[0, ROOM]:
        if not state.left[0, ROOM]:
            state = act(world, state, ROOM, Beat("demonstrate", "th-durian"))
        state, _ = tick(world, state)
    return state


def test_the_plan_does_not_hang_on_the_nights_seed_or_luck(world: World, busy: State) -> None:
    other = evolve(busy, seeds=(77,), luck_taste=busy.luck_taste - 9000)
    plans = [(beat,) for beat in Seat(world, busy, ROOM).beats]
    gains = [worths(Seat(world, s, ROOM), plans, 3, SHARE, PRICE)[0] for s in (busy, other)]
    assert list(gains[0]) == list(gains[1])
    assert len(set(gains[0])) > 20
    chosen = {Planner(1, 3, 2).decide(Seat(world, s, ROOM)) for s in (busy, other)}
    assert len(chosen) == 1


def test_plans_take_the_time_of_their_beats(world: World, busy: State) -> None:
    plans = [(Beat("taste", "th-durian"),), (Beat("taste", "th-durian"), Beat("breathe"))]
    _, seconds = worths(Seat(world, busy, ROOM), plans, 2, SHARE, PRICE)
    ticks = {name: int(n) for name, n in zip(world.pitches.ids, world.pitches.ticks, strict=True)}
    one = ticks["taste"] * world.tick_seconds
    assert list(seconds) == [one, one + ticks["breathe"] * world.tick_seconds]


def test_a_launch_of_what_is_wanted_pays_more_than_a_breath(world: World, busy: State) -> None:
    plans = [(Beat("countdown", "th-durian"),), (Beat("breathe"),)]
    gains, _ = worths(Seat(world, busy, ROOM), plans, 4, 0.0, PRICE)
    assert gains[0] > gains[1] > -1e9
    assert gains[0] > 0


def test_time_has_its_price(world: World, busy: State) -> None:
    plans = [(Beat("story", "th-rice"),), (Beat("breathe"),)]
    free, seconds = worths(Seat(world, busy, ROOM), plans, 2, SHARE, 0.0)
    dear, _ = worths(Seat(world, busy, ROOM), plans, 2, SHARE, 100.0)
    assert list(free - dear) == pytest.approx(list(100.0 * seconds))


def test_later_beats_that_are_not_allowed_are_left_out(world: World, busy: State) -> None:
    table = world.pitches
    once = with_fields(world, pitches=with_fields(table, once=(np.array(table.ids) == "guest") * 1))
    twice = [(Beat("guest"), Beat("guest")), (Beat("guest"),)]
    gains, seconds = worths(Seat(once, busy, ROOM), twice, 2, SHARE, PRICE)
    assert seconds[0] == seconds[1]
    assert gains[0] == pytest.approx(gains[1])


def test_the_night_may_end_in_mid_plan(world: World, busy: State) -> None:
    ending = with_fields(world, ticks=busy.tick + 2)
    plans = [(Beat("story", "th-rice"), Beat("breathe"))]
    _, seconds = worths(Seat(ending, busy, ROOM), plans, 2, SHARE, PRICE)
    assert list(seconds) == [2 * world.tick_seconds]


def test_the_planner_begins_something_legal(world: World, busy: State) -> None:
    seat = Seat(world, busy, ROOM)
    for depth in (1, 2):
        *first, beat = Planner(depth, 2, 2).decide(seat)
        assert beat in seat.after(*first).beats


def test_the_planner_does_at_once_what_pays(world: World, busy: State) -> None:
    """With all of a good held back there is nothing to sell until some of it is let go."""
    shelf, held = busy.shelf.copy(), busy.held.copy()
    held[0, ROOM] += shelf[0, ROOM]
    shelf[0, ROOM] = 0
    seat = Seat(world, evolve(busy, shelf=shelf, held=held), ROOM)
    *first, _ = Planner(1, 4, 2).decide(seat)
    assert any(isinstance(action, Release) for action in first)
    assert not any(
        isinstance(a, Release) for a in Planner(1, 4, 2).decide(seat.limited(["release"]))
    )


@pytest.mark.parametrize("worn", [0, 1, 2])
def test_copies_may_begin_what_a_host_may(world: World, busy: State, worn: int) -> None:
    """The search's test of many copies at once is the engine's own of one."""
    voice, budget = busy.voice // (1 + 15 * (worn > 0)), busy.budget * (worn < 2)
    shelf, held = busy.shelf.copy(), busy.held.copy()
    shelf[0, ROOM, worn], held[0, ROOM, worn] = 0, worn
    now = evolve(busy, voice=voice, budget=budget, shelf=shelf, held=held)
    room = Seat(world, now, ROOM).rehearsal((1,))
    beats = every_beat(room.world, 0)
    copies = _Copies(room, [(beat,) for beat in beats], 1)
    copies.state = solo_state(world, now, ROOM, tuple(range(len(beats))))
    pitch, slot = copies._plans[:, 0].T
    allowed = copies._allowed(np.arange(len(beats)), pitch, slot)
    legal = legal_beats(room.world, take_night(copies.state, 0), 0)
    assert [beat for beat, fine in zip(beats, allowed, strict=True) if fine] == legal
    assert 0 < len(legal) < len(beats)


def test_the_planner_brings_more_than_usual_but_no_more_than_fits(world: World) -> None:
    seat = Seat(world, begin(world, [1], [ROOM]), ROOM)
    plan = Planner(1, 1, 1).decide(seat)[0]
    assert isinstance(plan, Plan)
    usual, most = world.stock[ROOM].tolist(), world.stock_most[ROOM].tolist()
    packs = [n for _, n in plan.stock]
    assert all(u <= n <= m for u, n, m in zip(usual, packs, most, strict=False))
    assert packs != usual[: len(packs)]
    assert plan.lots == plan.stock
    later = seat.after(plan)
    assert [g.open for g in later.view.products] == [g.open for g in seat.view.products]
    barred = Planner(1, 1, 1).decide(seat.limited(["stock"]))
    assert not any(isinstance(action, Plan) for action in barred)


def test_a_trusted_room_has_taken_more_where_contracts_are_closed_on_trust() -> None:
    deals = shipped_world("taobao-2020-rockets")
    state = begin(deals, [1], [ROOM])
    price, one = state.price[:, ROOM], deals.contracts.has[ROOM] if deals.contracts else None
    assert one is not None
    sold, sales = state.sold.copy(), state.sales.copy()
    sold[:, ROOM], sales[:, ROOM] = one, one * price
    signed = evolve(state, sold=sold, sales=sales)
    high = evolve(signed, trust=np.full_like(state.trust, 60_000))
    low = evolve(signed, trust=np.full_like(state.trust, 30_000))
    usual = evolve(signed, trust=np.full_like(state.trust, deals.rates.trust_par))
    amounts = [taken(deals, ROOM, s)[0] for s in (low, usual, high)]
    assert amounts == sorted(amounts)
    assert amounts[0] < amounts[1] < amounts[2]
    each = worth(deals, ROOM)
    assert amounts[1] == pytest.approx(
        float(((price[0] * each.keep - (1 - deals.rates.unpaid) * each.cost) * one).sum())
        - float(state.spent[0, ROOM])
    )
