"""The score taken apart: every fen has its place."""

import numpy as np
import pytest
from attrs import evolve
from moments import after, with_room

from livegame.engine.result import Result
from livegame.engine.settlement import accounts, closing_books, points_of, settle
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World

ROOM = 0
TICKS = 120


@pytest.fixture(scope="module")
def short(world: World) -> World:
    return evolve(world, ticks=TICKS)


@pytest.fixture(scope="module")
def end(short: World) -> State:
    return after(short, TICKS, seed=6)


@pytest.fixture(scope="module")
def results(short: World, end: State) -> list[Result]:
    return [settle(short, end, room) for room in range(len(short.roles))]


def test_a_night_is_settled_only_when_it_is_over(short: World) -> None:
    with pytest.raises(ValueError, match="not over"):
        settle(short, after(short, TICKS - 1), ROOM)


def test_the_parts_add_up_to_the_fen(results: list[Result]) -> None:
    for result in results:
        assert sum(value for _, value in result.parts()) == result.settled


def test_the_parts_are_sales_and_five_kinds_of_cost(results: list[Result]) -> None:
    names, values = zip(*results[ROOM].parts(), strict=True)
    assert names == ("sales", "goods", "refunds", "marketing", "spoilage", "penalties")
    assert values[0] > 0
    assert max(values[1:]) <= 0


@pytest.mark.parametrize(
    ("settled", "par", "points"),
    [(0, 1000, 0), (999, 1000, 999), (1000, 1000, 1000), (1999, 2000, 999), (-5, 1000, 0),
     (10**15, 3, 10**18 // 3), (7, 0, 0)],
)  # fmt: skip
def test_points_are_a_thousand_times_the_share_of_par(
    world: World, settled: int, par: int, points: int
) -> None:
    assert points_of(evolve(world, par=(par,)), 0, settled) == points


def test_points_follow_from_the_result(results: list[Result]) -> None:
    for result in results:
        assert result.points == max(0, 1000 * result.settled // result.par)


@pytest.mark.parametrize(
    ("points", "stars"), [(599, 0), (600, 1), (999, 1), (1000, 2), (1399, 2), (1400, 3)]
)
def test_stars_count_the_marks_that_are_reached(
    short: World, end: State, points: int, stars: int
) -> None:
    rich = with_room(end, ROOM, sales=10**9)
    par = settle(short, rich, ROOM).settled * 1000 // points
    alike = {"par": (par, *short.par[1:]), "stars": ((600, 1000, 1400), *short.stars[1:])}
    result = settle(evolve(short, **alike), rich, ROOM)
    assert (result.points, result.stars) == (points, stars)


def test_goods_of_a_room_add_up_to_it(results: list[Result]) -> None:
    for result in results:
        assert sum(good.sales for good in result.products) == result.sales


def test_units_packs_and_what_is_left(short: World, results: list[Result]) -> None:
    for room, result in enumerate(results):
        for slot, (row, good) in enumerate(zip(result.products, short.goods[room], strict=True)):
            assert row.id == good.id
            assert row.units == row.packs * good.units_per_pack
            assert row.packs + row.left == short.stock[room, slot]
            assert 0 <= row.refunded <= row.packs


def test_ranks_are_by_sales_value(results: list[Result]) -> None:
    by_sales = sorted(results, key=lambda r: -r.sales)
    assert [r.rank for r in by_sales] == list(range(1, len(results) + 1))


def test_service_is_the_share_that_was_delivered(short: World, end: State) -> None:
    turned = with_room(end, ROOM, turned=0)
    assert settle(short, turned, ROOM).service == 1000
    packs = sum(good.packs for good in settle(short, end, ROOM).products)
    half = with_room(end, ROOM, turned=np.array([packs, 0, 0, 0]))
    assert settle(short, half, ROOM).service == 500


def test_the_last_orders_are_paid_or_not(short: World, end: State) -> None:
    owed = with_room(end, ROOM, owed=10_000, owed_fen=50_000_000)
    packs, sales, _ = closing_books(short, owed)
    late = owed.sold[0, ROOM] + 10_000 - packs[0, ROOM]
    assert late.tolist() == pytest.approx([600] * 4, abs=100)
    assert (sales[0, ROOM] == owed.sales[0, ROOM] + 50_000_000 - 5000 * late).all()


def refunds(world: World, state: State) -> int:
    big = with_room(state, ROOM, sold=100_000, sales=100_000 * 5000, owed=0, owed_fen=0)
    return int(closing_books(world, big)[2][0, ROOM].sum())


def test_three_in_a_hundred_come_back_in_the_ordinary_way(short: World, end: State) -> None:
    calm = with_room(end, ROOM, trust=50_000, anger=0, urgent=0)
    assert refunds(short, calm) == pytest.approx(12_000, rel=0.03)


@pytest.mark.parametrize(
    ("change", "factor"),
    [
        ({"urgent": 100_000}, 1.17),
        ({"anger": 65536}, 1.5),
        ({"trust": 0}, 1.9),
        ({"trust": 39322}, 1.0),
    ],
)
def test_rush_anger_and_lost_trust_bring_more_back(
    short: World, end: State, change: dict[str, int], factor: float
) -> None:
    calm = with_room(end, ROOM, trust=50_000, anger=0, urgent=0)
    told = refunds(short, with_room(calm, ROOM, **change))
    assert told == pytest.approx(12_000 * factor, rel=0.03)


def test_refunds_are_at_the_price_paid(short: World, end: State) -> None:
    books = accounts(short, end)
    assert (books.refund <= books.value).all()
    assert (books.refund == books.value * books.returned // np.maximum(books.packs, 1)).all()


def test_unsold_goods_lose_what_cannot_be_resold(short: World, end: State) -> None:
    none = with_room(end, ROOM, sold=0, sales=0, owed=0, owed_fen=0)
    books = accounts(short, none)
    lost = end.stock[0, ROOM] * short.cost[ROOM] * short.spoil[ROOM] // 1000
    assert books.spoilage[0, ROOM] == lost.sum()
    assert books.goods[0, ROOM] == 0


def test_marketing_is_all_that_was_spent(short: World, end: State) -> None:
    spent = with_room(end, ROOM, spent=123_456)
    assert settle(short, spent, ROOM).marketing == 123_456


def test_penalties_are_the_price_differences_paid(short: World, end: State) -> None:
    paid = with_room(end, ROOM, protected=np.array([1, 20, 300, 4000]))
    assert settle(short, paid, ROOM).penalties == 4321


def test_luck_is_told_as_a_share_of_the_usual(short: World, end: State) -> None:
    fair = moved_on(
        end, luck_room=np.zeros_like(end.luck_room), luck_taste=np.zeros_like(end.luck_taste)
    )
    luck = settle(short, fair, ROOM).luck
    assert [name for name, _ in luck] == ["room", *(good.id for good in short.goods[ROOM])]
    assert {share for _, share in luck} == {1000}


def test_settling_changes_nothing_and_is_the_same_each_time(short: World, end: State) -> None:
    assert settle(short, end, 3) == settle(short, end, 3)
