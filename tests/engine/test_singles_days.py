"""The four evenings and days of 11.11: what only each of them asks of a host is really there."""

import numpy as np
import pytest

from livegame.catalog.library import Library, library
from livegame.engine.begin import begin
from livegame.engine.compile import build_world
from livegame.engine.reducer import tick
from livegame.engine.tables import ONE
from livegame.engine.world import World

ALL = ("1111-2009", "1111-2019-aliexpress", "1111-2020-peak", "1111-2020-lazada")


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


@pytest.mark.parametrize("name", ALL)
def test_each_has_incidents_rooms_and_goods_enough(lib: Library, name: str) -> None:
    scene = lib.scenarios[name]
    assert len(scene.incident) >= 10
    assert all(row.cause and row.text for row in scene.incident)
    assert len(scene.roles) >= 6
    assert min(len(lib.goods(role)) for role in scene.roles) >= (3 if name == "1111-2009" else 4)
    assert scene.notes
    assert not any(lib.hosts[role].recorded for role in scene.roles)


@pytest.mark.parametrize("name", ALL)
def test_every_good_sells_and_no_room_stands_still(lib: Library, name: str) -> None:
    world = build_world(lib, name)
    state = begin(world, (1, 2))
    while state.tick < world.ticks:
        state, _ = tick(world, state)
    sold = state.sold.sum(axis=0)
    assert (sold[world.has > 0] > 0).all()
    assert (state.done[:, :, 1:].sum(axis=2) >= 15).all()


def test_there_are_as_many_merchants_as_the_record_says(lib: Library) -> None:
    assert len(lib.scenarios["1111-2009"].roles) == lib.facts["vns_2009"].value


def opening(lib: Library) -> tuple[World, list[int], list[int]]:
    """The peak night, and what its rooms sold and what was left for them in each tick."""
    world = build_world(lib, "1111-2020-peak")
    state, sold, left = begin(world, (1,)), [], []
    while state.tick < world.ticks:
        room = world.rates.checkout * world.tick_seconds * int(world.busy[state.tick]) // ONE
        state, report = tick(world, state)
        sold.append(int(report.sold.orders.sum()))
        left.append(room)
    return world, sold, left


def test_the_checkout_binds_when_the_balances_fall_due_and_not_later(lib: Library) -> None:
    world, sold, left = opening(lib)
    due, minute = world.presale.due, 60 // world.tick_seconds
    assert all(a <= b for a, b in zip(sold, left, strict=True))
    first = slice(due, due + 2 * minute)
    assert sum(sold[first]) > 0.5 * sum(left[first])
    assert sum(sold[-10 * minute :]) < 0.1 * sum(left[-10 * minute :])


def test_deposits_are_paid_in_the_tick_in_which_they_are_due(lib: Library) -> None:
    world = build_world(lib, "1111-2020-peak")
    state = begin(world, (1,))
    while state.tick < world.presale.due:
        assert not state.sold.any()
        state, _ = tick(world, state)
    deposits = int(state.owed.sum())
    state, _ = tick(world, state)
    paid = int(state.sold.sum())
    share = lib.scenarios["1111-2020-peak"].presale.unpaid / 1000  # type: ignore[union-attr]
    assert paid / deposits == pytest.approx(1 - share, abs=0.02)


def test_no_room_of_the_peak_night_can_sell_all_it_may_bring_in_time(lib: Library) -> None:
    scene = lib.scenarios["1111-2020-peak"]
    fetched = {role: row.packs for row in scene.courier for role in row.roles}
    for role in scene.roles:
        assert fetched[role] < sum(good.stock_max for good in lib.goods(role))


def test_each_country_keeps_its_own_hours(lib: Library) -> None:
    world = build_world(lib, "1111-2019-aliexpress")
    hours = world.arrivals.reshape(24, -1, world.shape[1]).sum(axis=1)
    busiest = dict(zip(world.segments, hours.argmax(axis=0).tolist(), strict=True))
    assert busiest["ae-siberia"] < busiest["ae-moscow"] < busiest["ae-spain"]


@pytest.mark.parametrize(
    ("pitch", "heard"),
    [("in-russian", {"ae-moscow", "ae-siberia"}), ("in-turkish", {"ae-turkey"})],
)
def test_an_hour_in_one_language_is_lost_on_the_others(
    lib: Library, pitch: str, heard: set[str]
) -> None:
    world = build_world(lib, "1111-2019-aliexpress")
    gain = world.pitches.gain[world.pitches.ids.index(pitch)]
    most = gain.max()
    loud = {name for name, g in zip(world.segments, gain, strict=True) if g > most // 2}
    assert loud == heard


def test_a_listing_is_seen_by_its_own_country_only(lib: Library) -> None:
    world = build_world(lib, "1111-2020-lazada")
    for r, goods in enumerate(world.goods):
        for p in range(len(goods)):
            appeal = world.appeal[r, :, p] / ONE
            assert np.count_nonzero(appeal > -8.0) == 1


def test_a_seller_in_southeast_asia_stands_in_three_countries_at_least(lib: Library) -> None:
    for role in lib.scenarios["1111-2020-lazada"].roles:
        assert len({good.category for good in lib.goods(role)}) >= 3
