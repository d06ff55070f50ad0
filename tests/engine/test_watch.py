"""What a host sees is what the state holds."""

import numpy as np
import pytest
from attrs import evolve
from moments import after, through, with_room

from livegame.engine.actions import Beat
from livegame.engine.acts import act, asking
from livegame.engine.events import (
    BeatEnded,
    Chat,
    Event,
    Ordered,
    RankChanged,
    RivalSoldOut,
    RoomEnded,
    SoldOut,
    Unpaid,
)
from livegame.engine.reducer import TickReport, tick
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.view import RoomView
from livegame.engine.watch import begun, events_of, ranks, sales_now, standings, view
from livegame.engine.world import World

ROOM, MANGO, DURIAN = 0, 0, 1
MINUTE = 6  # ticks


@pytest.fixture(scope="module")
def minute(world: World) -> tuple[State, list[TickReport]]:
    """Two minutes of history, and the reports of the second."""
    state = after(world, MINUTE, seed=4)
    return through(world, state, MINUTE)


@pytest.fixture(scope="module")
def seen(world: World, minute: tuple[State, list[TickReport]]) -> RoomView:
    return view(world, minute[0], ROOM, minute[1])


def test_the_clock_counts_show_seconds(world: World, seen: RoomView) -> None:
    assert (seen.tick, seen.ticks, seen.clock) == (2 * MINUTE, world.ticks, 120)
    assert not seen.over


def test_people_are_those_of_the_state(
    seen: RoomView, minute: tuple[State, list[TickReport]]
) -> None:
    state, reports = minute
    assert seen.watching == state.viewers[0, ROOM].sum()
    assert seen.visitors == state.visitors[0, ROOM]
    assert seen.peak == state.peak[0, ROOM] >= seen.watching
    assert seen.arrived == sum(r.arrived[0, ROOM] for r in reports)
    assert seen.left == sum(r.left[0, ROOM] for r in reports)


def test_only_the_last_minute_counts_as_the_last_minute(world: World) -> None:
    state, reports = through(world, after(world, 0, seed=4), 24)
    assert view(world, state, ROOM, reports) == view(world, state, ROOM, reports[-MINUTE:])


def test_levels_are_told_per_mille(world: World, minute: tuple[State, list[TickReport]]) -> None:
    state = with_room(minute[0], ROOM, trust=65536, mood=32768, anger=0, voice=6554)
    shown = view(world, state, ROOM)
    assert (shown.trust, shown.mood, shown.anger, shown.voice) == (1000, 500, 0, 100)


def test_goods_are_those_of_the_state(
    world: World, seen: RoomView, minute: tuple[State, list[TickReport]]
) -> None:
    state, reports = minute
    for slot, (row, good) in enumerate(zip(seen.products, world.goods[ROOM], strict=True)):
        at = (0, ROOM, slot)
        assert (row.id, row.name, row.pack) == (good.id, good.name, good.pack)
        assert (row.price, row.usual) == (state.price[at], world.usual[ROOM, slot])
        assert (row.shelf, row.held, row.lot) == (state.shelf[at], state.held[at], state.lot[at])
        assert row.open == bool(state.link[at])
        assert row.sold == state.sold[at] + state.owed[at]
        assert row.sales == state.sales[at] + state.owed_fen[at]
        assert row.reserved == state.pending[at].sum()
        assert row.fresh == state.minds[0, 0, ROOM, :, slot].sum()
        assert row.passed == state.minds[0, 1, ROOM, :, slot].sum()
        assert row.rate == sum(r.sold.packs[at] for r in reports)
        assert row.turned_away == state.turned[at]


def test_desire_and_appeal_are_means_over_who_watches(world: World) -> None:
    state = after(world, 40, seed=4)
    shown = view(world, state, ROOM)
    crowd = state.viewers[0, ROOM]
    for slot, row in enumerate(shown.products):
        mean = float((state.desire[0, ROOM, :, slot] * crowd).sum() / crowd.sum()) / 65.536
        assert row.desire == pytest.approx(mean, abs=1.001)
        assert 0 <= row.appeal <= 1000


def test_an_empty_room_can_be_looked_at(world: World) -> None:
    empty = after(world, 0)
    shown = view(world, empty, ROOM)
    assert shown.watching == 0
    assert [row.desire for row in shown.products] == [0] * 4


def test_money_is_sales_and_what_is_left_of_the_budget(
    world: World, seen: RoomView, minute: tuple[State, list[TickReport]]
) -> None:
    state, _ = minute
    assert seen.sales == sum(row.sales for row in seen.products)
    assert seen.budget + seen.spent == world.rates.budget
    assert seen.orders == state.orders[0, ROOM].sum()


def test_a_beat_is_shown_with_its_time(world: World) -> None:
    state = act(world, after(world, 0, role="thailand"), ROOM, Beat("taste", "th-durian"))
    state, _ = through(world, state, 2)
    shown = view(world, state, ROOM)
    assert (shown.pitch, shown.product) == ("taste", "th-durian")
    assert (shown.beat_seconds, shown.beat_left) == (40, 20)
    assert not shown.idle


def test_an_idle_host_is_shown_as_idle(world: World) -> None:
    shown = view(world, after(world, 5, role="thailand"), ROOM)
    assert shown.idle
    assert (shown.pitch, shown.product, shown.beat_left) == ("", "", 0)


def test_what_may_be_done_once_is_shown_as_used(world: World) -> None:
    table = world.pitches
    once = evolve(world, pitches=evolve(table, once=(np.array(table.ids) == "guest") * 1))
    state = act(once, after(once, 0, role="thailand"), ROOM, Beat("guest"))
    assert view(once, state, ROOM).used == ("guest",)
    assert view(world, state, ROOM).used == ()


def test_questions_are_those_that_a_reply_would_meet(world: World, seen: RoomView) -> None:
    state = act(world, after(world, 24, role="thailand"), ROOM, Beat("taste", "th-mangosteen"))
    state, _ = through(world, state, 1)
    assert view(world, state, ROOM).questions == asking(world, state, ROOM) > 0


def test_the_night_is_over_at_its_last_tick(world: World) -> None:
    over = moved_on(after(world, 3), tick=world.ticks)
    shown = view(world, over, ROOM)
    assert shown.over
    assert not shown.idle


def test_goods_are_found_by_id(seen: RoomView) -> None:
    good = seen.product_view("th-rice")
    assert good is not None
    assert good.id == "th-rice"
    assert seen.product_view("kr-ramen") is None


def test_equals_share_the_better_place() -> None:
    assert ranks(np.array([5, 9, 5, 1])).tolist() == [2, 1, 2, 4]


def test_standings_are_by_sales(world: World, minute: tuple[State, list[TickReport]]) -> None:
    state, _ = minute
    table = standings(world, state)
    sales = sales_now(state)[0]
    assert [row.sales for row in table] == sorted(sales.tolist(), reverse=True)
    assert [row.rank for row in table] == sorted(row.rank for row in table)
    assert {row.role for row in table} == set(world.roles)
    for row in table:
        room = world.room_of(row.role)
        assert row.sales == sales[room]
        assert row.watching == state.viewers[0, room].sum()
        assert view(world, state, room).rank == row.rank


def test_the_trend_is_places_gained(world: World) -> None:
    before = after(world, 30, seed=4)
    now, _ = through(world, before, 30)
    was = {row.role: row.rank for row in standings(world, before)}
    for row in standings(world, now, before):
        assert row.trend == was[row.role] - row.rank


def test_heat_ranks_are_by_heat(world: World, minute: tuple[State, list[TickReport]]) -> None:
    state, _ = minute
    places = [view(world, state, room).heat_rank for room in range(len(world.roles))]
    assert places == ranks(state.heat[0]).tolist()


def told(world: World, ticks: int, room: int = ROOM) -> list[tuple[TickReport, State, Event]]:
    state, found = after(world, 0, seed=4), []
    for _ in range(ticks):
        new, report = tick(world, state)
        found += [(report, new, e) for e in events_of(world, room, state, new, report)]
        state = new
    return found


@pytest.fixture(scope="module")
def evening(world: World) -> list[tuple[TickReport, State, Event]]:
    return told(world, 150)


def test_events_tell_every_order(evening: list[tuple[TickReport, State, Event]]) -> None:
    orders = [e for _, _, e in evening if isinstance(e, Ordered)]
    state = evening[-1][1]
    returned = [e for _, _, e in evening if isinstance(e, Unpaid)]
    told_packs, back = (
        sum(e.packs for e in events if e.product == "th-durian") for events in (orders, returned)
    )
    assert told_packs - back == (state.sold + state.owed)[0, ROOM, DURIAN]
    assert sum(e.fen for e in orders) >= sales_now(state)[0, ROOM]
    assert min(e.packs for e in orders) > 0


def test_events_tell_comments_no_more_than_were_made(
    evening: list[tuple[TickReport, State, Event]],
) -> None:
    by_tick: dict[int, int] = {}
    made: dict[int, int] = {}
    for report, _, event in evening:
        if isinstance(event, Chat):
            assert event.count > 0
            by_tick[report.tick] = by_tick.get(report.tick, 0) + event.count
            made[report.tick] = int(report.comments[0, ROOM])
    for at, count in by_tick.items():
        assert count <= made[at] + 6


def test_events_tell_beats_sell_outs_ranks_and_unpaid_packs(
    evening: list[tuple[TickReport, State, Event]],
) -> None:
    kinds = {type(event) for _, _, event in evening}
    assert {BeatEnded, RankChanged, Unpaid, RivalSoldOut, SoldOut} <= kinds
    for report, state, event in evening:
        if isinstance(event, SoldOut):
            assert event.seconds > 0
            assert event.packs == state.lot[0, ROOM, 0]
        if isinstance(event, RankChanged):
            assert event.now == ranks(sales_now(state)[0])[ROOM] != event.before
        if isinstance(event, RivalSoldOut):
            assert report.sold.emptied[0].any()


def test_the_end_is_told_at_the_end_only(world: World) -> None:
    before = moved_on(after(world, 2), tick=world.ticks - 2)
    last, report = tick(world, before)
    assert RoomEnded() not in events_of(world, ROOM, before, last, report)
    end, report = tick(world, last)
    assert events_of(world, ROOM, last, end, report)[-1] == RoomEnded()


def test_a_beginning_is_told_with_its_good(world: World) -> None:
    start = after(world, 0, role="thailand")
    taste = begun(world, ROOM, act(world, start, ROOM, Beat("taste", "th-rice")))
    room = begun(world, ROOM, act(world, start, ROOM, Beat("breathe")))
    assert (taste.pitch, taste.product) == ("taste", "th-rice")
    assert (room.pitch, room.product) == ("breathe", "")
