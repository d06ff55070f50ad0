"""Deposits, a busy checkout, couriers, who hears a pitch as whom: data for any scenario."""

import numpy as np
import pytest
from attrs import evolve
from invariants import check_state

from livegame.bots.measures import goal_of, measure
from livegame.catalog.library import Library, library
from livegame.catalog.nights import Presale, Scenario, Target
from livegame.catalog.outside import Courier
from livegame.catalog.problems import ContentError
from livegame.engine.begin import begin
from livegame.engine.compile import build_world
from livegame.engine.reducer import tick
from livegame.engine.settlement import accounts
from livegame.engine.state import State
from livegame.engine.tables import ONE
from livegame.engine.world import World

SCENE = "618-2020-diplomats"
DUE = 2  # minutes


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


def altered(lib: Library, **changes: object) -> World:
    """The shipped night with something that only other scenarios use."""
    scene: Scenario = evolve(lib.scenarios[SCENE], **changes)
    return build_world(evolve(lib, scenarios={SCENE: scene}), SCENE)


def after(world: World, ticks: int, seeds: tuple[int, ...] = (1, 2)) -> State:
    state = begin(world, seeds)
    for _ in range(ticks):
        state, _ = tick(world, state)
    return state


def presale(unpaid: int = 200, appeal: float = 0.0) -> Presale:
    return Presale(until=DUE, unpaid=unpaid, appeal=appeal, reason="a test")


def test_a_deposit_takes_the_pack_and_pays_nothing_before_it_is_due(lib: Library) -> None:
    world = altered(lib, presale=presale())
    due = DUE * 60 // world.tick_seconds
    state = after(world, due)
    check_state(world, state)
    assert not state.sold.any()
    assert not state.pending.any()
    assert state.owed.sum() > 0
    assert (state.stock - state.shelf - state.held == state.owed).all()


def test_balances_fall_due_at_once_and_a_share_of_them_is_never_paid(lib: Library) -> None:
    world = altered(lib, presale=presale(unpaid=200))
    due = DUE * 60 // world.tick_seconds
    owed = after(world, due, (1, 2, 3, 4)).owed.sum()
    state = after(world, due + 1, (1, 2, 3, 4))
    check_state(world, state)
    lost = int(state.pending.sum())
    assert state.sold.sum() + lost == owed
    assert lost / owed == pytest.approx(0.2, abs=4 * (0.2 * 0.8 / owed) ** 0.5)


def test_nobody_pays_no_balance_where_all_are_paid(lib: Library) -> None:
    world = altered(lib, presale=presale(unpaid=0))
    assert not after(world, DUE * 60 // world.tick_seconds + 1).pending.any()


def test_a_deposit_is_put_off_more_easily_than_a_purchase(lib: Library) -> None:
    ticks = DUE * 60 // lib.scenarios[SCENE].tick_seconds
    shy, ready = (after(altered(lib, presale=presale(appeal=a)), ticks) for a in (-1.5, 0.0))
    assert shy.owed.sum() < 0.6 * ready.owed.sum()


def test_the_balances_go_through_the_checkout_first(lib: Library) -> None:
    world = altered(lib, presale=presale())
    due = DUE * 60 // world.tick_seconds
    state = after(world, due, (1,))
    narrow = evolve(world, rates=evolve(world.rates, checkout=1))
    after_due, report = tick(narrow, state)
    assert state.owed.sum() > narrow.rates.checkout * narrow.tick_seconds
    assert report.sold.orders.sum() == 0
    assert after_due.sold.sum() > 0


def test_the_rest_of_the_festival_leaves_its_part_of_the_checkout(lib: Library) -> None:
    world = altered(lib, busy=[0.0, 1.0])
    half = world.ticks // 2
    assert set(world.busy[:half].tolist()) == {ONE}
    assert not world.busy[half:].any()
    state, sold = begin(world, (1,)), []
    while state.tick < half + 6:
        state, report = tick(world, state)
        sold.append(int(report.sold.orders.sum()))
    assert sum(sold[:half]) > 0
    assert not any(sold[half:])


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_busy_share_is_a_share(lib: Library, share: float) -> None:
    with pytest.raises(ContentError, match="from 0 to 1"):
        altered(lib, busy=[share])


def courier(packs: int, **whose: list[str]) -> Courier:
    return Courier(id="van", name="van", packs=packs, late=500, reason="a test", **whose)


def test_parcels_beyond_the_couriers_come_back_in_part(lib: Library) -> None:
    plain = altered(lib)
    state = after(plain, plain.ticks)
    free, full = accounts(plain, state), accounts(altered(lib, courier=[courier(0)]), state)
    assert (full.returned >= free.returned).all()
    packs = full.packs.sum()
    added = (full.returned.sum() - free.returned.sum()) / packs
    assert added == pytest.approx(0.5, abs=0.01)
    wide = accounts(altered(lib, courier=[courier(10**9)]), state)
    assert (wide.returned == free.returned).all()


def test_a_courier_serves_whom_it_names(lib: Library) -> None:
    plain = altered(lib)
    state = after(plain, plain.ticks, (1,))
    free = accounts(plain, state)
    world = altered(lib, courier=[courier(0, roles=["thailand"], categories=["fruit"])])
    other = accounts(world, state)
    room = world.room_of("thailand")
    changed = other.returned[0] != free.returned[0]
    fruit = np.array([good.category == "fruit" for good in world.goods[room]])
    assert changed[room][: len(fruit)][fruit].any()
    changed[room][: len(fruit)][fruit] = False
    assert not changed.any()


def test_a_segment_hears_a_pitch_that_does_not_name_it_as_another_does(lib: Library) -> None:
    cooks = lib.segments["cooks"]
    twin = evolve(cooks, id="twin", hears="cooks")
    deaf = evolve(cooks, id="deaf")
    scene = evolve(lib.scenarios[SCENE], segments=["cooks", "twin", "deaf"])
    more = evolve(
        lib, segments=lib.segments | {"twin": twin, "deaf": deaf}, scenarios={SCENE: scene}
    )
    gain = build_world(more, SCENE).pitches.gain
    assert (gain[:, 0] == gain[:, 1]).all()
    assert gain[:, 0].any()
    assert not gain[:, 2].any()


def test_what_a_scenario_does_not_use_leaves_its_digest_alone(lib: Library) -> None:
    usual = altered(lib).content_hash
    assert usual == build_world(lib, SCENE).content_hash
    for change in ({"presale": presale()}, {"busy": [0.5]}, {"courier": [courier(1)]}):
        assert altered(lib, **change).content_hash != usual


@pytest.mark.parametrize("seconds", [60, 120, 240, 300])
def test_ticks_of_minutes_keep_the_books(lib: Library, seconds: int) -> None:
    world = altered(lib, tick_seconds=seconds)
    state = begin(world, (1,))
    while state.tick < world.ticks:
        state, _ = tick(world, state)
        check_state(world, state)
    assert state.sold.sum() > 0


def test_a_target_may_rest_on_an_outside_source(lib: Library) -> None:
    target = Target("all", "", "fitted", "sales", source="1111-alltechasia", value=5.0)
    assert goal_of(lib, target) == 5.0
    world = altered(lib)
    state = after(world, world.ticks, (1,))
    books = accounts(world, state)
    assert measure(lib, world, state, target)[0] == pytest.approx(books.sales.sum() / 100)
