"""From orders to packs: shelf, sell-out times, bundles, unpaid packs, checkout, substitutes."""

from typing import Any

import numpy as np
import pytest
from attrs import evolve
from moments import after, through, undecided, with_room

from livegame.engine.actions import Beat, Link
from livegame.engine.acts import act
from livegame.engine.begin import PENDING_SLOTS, begin
from livegame.engine.orders import sell, within_checkout
from livegame.engine.reducer import tick
from livegame.engine.scene import set_scene
from livegame.engine.state import State
from livegame.engine.world import World

ROOM, MANGO, DURIAN, COCONUT = 0, 0, 1, 2


@pytest.fixture(scope="module")
def idle(world: World) -> State:
    return after(world, 24, role="thailand")


def asked(world: World, state: State, orders: int, extra: int = 0) -> Any:
    """What the shop makes of so many orders for durians."""
    wanted, more = np.zeros_like(state.shelf), np.zeros_like(state.shelf)
    wanted[0, ROOM, DURIAN], more[0, ROOM, DURIAN] = orders, extra
    sold = sell(world, state, set_scene(world, state), wanted, more)
    return [int(getattr(sold, n)[0, ROOM, DURIAN]) for n in ("packs", "turned", "fen", "tenths")]


def test_orders_take_packs_at_the_price(world: World, idle: State) -> None:
    assert asked(world, idle, 10, 2) == [12, 0, 12 * 15_900, -1]


def test_no_more_is_sold_than_is_on_the_link(world: World, idle: State) -> None:
    few = with_room(idle, ROOM, shelf=(DURIAN, 7), opened=(DURIAN, idle.tick))
    assert asked(world, few, 10, 4)[:3] == [7, 7, 7 * 15_900]


@pytest.mark.parametrize(("orders", "tenths"), [(10, 100), (20, 50), (100, 10), (10_000, 1)])
def test_a_lot_lasts_the_share_of_the_tick_that_it_took(
    world: World, idle: State, orders: int, tenths: int
) -> None:
    few = with_room(idle, ROOM, shelf=(DURIAN, 10), opened=(DURIAN, idle.tick))
    assert asked(world, few, orders)[3] == tenths


def test_a_sell_out_is_timed_from_the_opening_of_the_link(world: World, idle: State) -> None:
    few = with_room(idle, ROOM, shelf=(DURIAN, 10), opened=(DURIAN, idle.tick - 3))
    assert asked(world, few, 20)[3] == 3 * 100 + 50


def test_a_sell_out_after_a_launch_is_timed_from_the_launch(world: World, idle: State) -> None:
    keen = undecided(with_room(idle, ROOM, desire=(MANGO, 65_000), shelf=(MANGO, 50)), ROOM)
    state = act(world, keen, ROOM, Beat("countdown", "th-mangosteen"))
    state, reports = through(world, state, 2)
    assert reports[-1].sold.emptied[0, ROOM, MANGO]
    assert 0 < reports[-1].sold.tenths[0, ROOM, MANGO] < 100
    assert state.soldout[0, ROOM, MANGO] == reports[-1].sold.tenths[0, ROOM, MANGO]


def test_the_shortest_sell_out_is_kept(world: World, idle: State) -> None:
    for before, kept in ((1, 1), (10**6, 0)):
        few = with_room(idle, ROOM, soldout=(MANGO, before), shelf=(MANGO, 5))
        few = undecided(with_room(few, ROOM, desire=(MANGO, 65_000)), ROOM)
        state = act(world, few, ROOM, Beat("countdown", "th-mangosteen"))
        state, _ = through(world, state, 4)
        found = int(state.soldout[0, ROOM, MANGO])
        assert found == kept if kept else 0 < found < 50


def test_substitutes_that_empty_another_link_keep_its_record(world: World) -> None:
    """A second pack of the turned-away for the durian must not erase how fast it once went."""
    state = after(world, 60, seed=3, role="thailand")
    state = with_room(state, ROOM, shelf=np.array([1, 2, 3000, 3000]), soldout=(DURIAN, 120))
    state = undecided(with_room(state, ROOM, desire=(MANGO, 65_000)), ROOM)
    state = act(world, state, ROOM, Beat("countdown", "th-mangosteen"))
    emptied = False
    for _ in range(8):
        state, report = tick(world, state)
        emptied |= bool(report.sold.emptied[0, ROOM, DURIAN])
        assert (report.sold.tenths[report.sold.emptied] > 0).all()
    assert emptied
    assert 0 < state.soldout[0, ROOM, DURIAN] <= 120


def test_the_second_pack_of_a_bundle_is_cheaper(world: World, idle: State) -> None:
    state = act(world, idle, ROOM, Beat("bundle", "th-durian"))
    second = 15_900 * world.rates.bundle_price >> 16
    assert asked(world, state, 10, 4)[:3] == [14, 0, 10 * 15_900 + 4 * second]


def test_a_bundle_sells_more_packs_an_order(world: World, idle: State) -> None:
    def packs_an_order(pitch: str) -> float:
        keen = undecided(with_room(idle, ROOM, desire=(DURIAN, 60_000)), ROOM)
        _, reports = through(world, act(world, keen, ROOM, Beat(pitch, "th-durian")), 9)
        orders = sum(int(r.sold.orders[0, ROOM, DURIAN]) for r in reports)
        return sum(int(r.sold.packs[0, ROOM, DURIAN]) for r in reports) / orders

    assert packs_an_order("taste") == pytest.approx(1.12, abs=0.06)
    assert packs_an_order("bundle") == pytest.approx(1.92, abs=0.1)


def test_unpaid_packs_come_back_after_fifteen_minutes(world: World) -> None:
    never = evolve(world, rates=evolve(world.rates, unpaid=1.0))
    state = begin(never, [2], [ROOM])
    state = with_room(state, ROOM, owed=(MANGO, 40), shelf=(MANGO, 0), held=(MANGO, 1460))
    minute = 60 // world.tick_seconds
    back = []
    for _ in range((PENDING_SLOTS + 1) * minute):
        state, _ = tick(never, state)
        back.append(int(state.shelf[0, ROOM, MANGO]))
    first = back.index(40) + 1
    assert PENDING_SLOTS * minute - minute < first <= PENDING_SLOTS * minute
    assert state.pending[0, ROOM, MANGO].sum() == 0
    assert state.sold[0, ROOM, MANGO] == state.sales[0, ROOM, MANGO] == 0


def test_unpaid_packs_take_their_share_of_the_money_with_them(world: World) -> None:
    half = evolve(world, rates=evolve(world.rates, unpaid=0.5))
    state = with_room(begin(half, [2], [ROOM]), ROOM, owed=(MANGO, 7), owed_fen=(MANGO, 7 * 6900))
    new, report = tick(half, state)
    unpaid = int(report.unpaid[0, ROOM, MANGO])
    assert 0 < unpaid < 7
    assert new.sales[0, ROOM, MANGO] == (7 - unpaid) * 6900
    assert new.pending[0, ROOM, MANGO].sum() == unpaid


def test_the_checkout_takes_an_even_share_of_everybody() -> None:
    bought = np.full((1, 2, 5, 2), 20, dtype=np.int64)
    placed, orders = within_checkout(np.array(100), bought)
    assert placed.sum() == orders.sum() == 100
    assert (placed == 5).all()


def test_a_checkout_that_is_wide_enough_changes_nothing(world: World) -> None:
    bought = np.arange(20, dtype=np.int64).reshape(1, 2, 5, 2)
    placed, orders = within_checkout(np.array(5_830_000), bought)
    assert placed is bought
    assert orders.tolist() == bought.sum(axis=2).tolist()


def test_who_is_not_let_through_stays_undecided(world: World, idle: State) -> None:
    shut = evolve(world, rates=evolve(world.rates, checkout=0))
    keen = undecided(with_room(idle, ROOM, desire=60_000), ROOM)
    keen = act(world, keen, ROOM, Beat("taste", "th-durian"))
    new, report = tick(shut, keen)
    assert report.sold.orders.sum() == 0
    gone = new.viewers[0, ROOM] - new.minds[0, :, ROOM, :, DURIAN].sum(axis=0)
    assert (gone == 0).all()


@pytest.mark.parametrize("checkout", [60, 100, 140])
def test_substitutes_too_keep_within_the_checkout(world: World, checkout: int) -> None:
    rates = evolve(world.rates, checkout=checkout, substitute=1.0)
    lots = np.minimum(world.scripts.lots, 40)
    scarce = evolve(
        world,
        rates=rates,
        stock=np.minimum(world.stock, 40),
        scripts=evolve(world.scripts, lots=lots),
    )
    state = begin(scarce, [2])
    for _ in range(150):
        state, report = tick(scarce, state)
        assert report.sold.orders.sum() <= checkout * world.tick_seconds


def test_the_turned_away_look_at_what_else_is_open(world: World, idle: State) -> None:
    few = undecided(with_room(idle, ROOM, desire=60_000, shelf=(MANGO, 5)), ROOM)
    few = act(world, few, ROOM, Beat("countdown", "th-mangosteen"))
    few, _ = through(world, few, 1)
    none = few
    for good in ("th-durian", "th-coconut", "th-rice"):
        none = act(world, none, ROOM, Link(good, False))
    _, some = tick(world, few)
    _, nothing = tick(world, none)
    assert some.sold.turned[0, ROOM, MANGO] > 300
    assert some.sold.orders[0, ROOM, 1:].min() > nothing.sold.orders[0, ROOM, 1:].max()
    assert nothing.sold.orders[0, ROOM, 1:].sum() == 0


def test_nobody_looks_on_where_nobody_was_turned_away(world: World, idle: State) -> None:
    none = evolve(world, rates=evolve(world.rates, substitute=1.0))
    state = act(world, idle, ROOM, Beat("taste", "th-durian"))
    assert np.array_equal(tick(world, state)[0].orders, tick(none, state)[0].orders)
