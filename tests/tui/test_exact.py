"""Exact numbers: typed in the green room's plan and on the price sheet, within what is allowed."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from livegame.catalog import figures
from livegame.studio.app import Livegame
from livegame.studio.screens.amount import AmountSheet
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.price import PriceSheet
from livegame.studio.typed import Typed
from livegame.studio.widgets.plan import PlanTable
from tests.tui.drive import keys, on_air, text_of
from tests.tui.fakehouse import FakeHouse

Make = Callable[..., Livegame]
SIZES = [(80, 24), (160, 45)]


async def at_the_plan(app: Livegame, pilot: Pilot[None]) -> GreenRoom:
    app.green()
    await pilot.pause()
    room = app.screen
    assert isinstance(room, GreenRoom)
    room.query_one(PlanTable).focus()
    return room


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_price_to_the_fen(make_app: Make, size: tuple[int, int]) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        room = await at_the_plan(app, pilot)
        was = room.draft.rows[0].price
        low, high = room._rehearsal.price_range(room.draft.rows[0].id)
        wished = was + 137
        assert low <= wished <= high
        typed = f"{wished // 100}.{wished % 100:02}"
        await pilot.press(typed[0])
        sheet = app.screen
        assert isinstance(sheet, AmountSheet)
        await pilot.press(*(key.replace(".", "full_stop") for key in typed[1:]))
        told = text_of(sheet)
        assert typed in told
        assert figures.price(low) in told
        assert figures.price(high) in told
        await pilot.press("enter")
        assert app.screen is room
        assert room.draft.rows[0].price == wished
        assert figures.price(wished) in text_of(room, "plan")
        await pilot.press("z")
        assert room.draft.rows[0].price == was


async def test_a_number_out_of_range_is_not_taken(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await at_the_plan(app, pilot)
        before = room.draft
        await pilot.press(*"99999999", "enter")
        assert isinstance(app.screen, AmountSheet)
        assert "only RMB" in text_of(app.screen)
        await pilot.press(*["backspace"] * 8, "enter")
        assert app.screen is room
        assert room.draft == before


async def test_a_fast_hand_loses_no_digit(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await at_the_plan(app, pilot)
        await keys(pilot, "right", "1", "2", "3", "4")
        sheet = app.screen
        assert isinstance(sheet, AmountSheet)
        await pilot.press("enter")
        assert app.screen is room
        assert room.draft.rows[0].stock == 1234


async def test_packs_lots_and_advertising(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await at_the_plan(app, pilot)
        table = room.query_one(PlanTable)
        await pilot.press("right", "1", "2", "3", "4", "enter")
        assert room.draft.rows[0].stock == 1234
        await pilot.press("right", "e", "7", "7", "enter")
        assert room.draft.rows[0].lot == 77
        await pilot.press("right", "5")
        assert app.screen is room  # a link is no number
        await pilot.press(*["down"] * len(room.draft.rows))
        assert table.at[0] == len(room.draft.rows)
        await pilot.press(*"1500", "enter")
        assert room.draft.advert == 150_000


async def test_a_second_click_on_a_number_asks_for_another(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await at_the_plan(app, pilot)
        cell = next(place for place, why in room.figures() if why == "cell:1:0")
        at = (cell.right - 2, cell.y)
        await pilot.click(offset=at)
        assert app.screen is room
        assert room.query_one(PlanTable).at == (1, 0)
        await pilot.click(offset=at)
        assert isinstance(app.screen, AmountSheet)


async def test_on_air_digits_are_a_price(make_app: Make, house: FakeHouse) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        good = studio.show.good
        assert good
        low, high = studio.show.session.price_range(good.id)
        await pilot.press("p")
        sheet = app.screen
        assert isinstance(sheet, PriceSheet)
        assert f"from RMB {figures.price(low)} to {figures.price(high)}" in text_of(sheet)
        await pilot.press(*"99999", "enter")
        assert app.screen is sheet
        await pilot.press(*["backspace"] * 5)
        assert sheet.fen == good.price
        await pilot.press(*"61", "full_stop", "5", "enter")
        assert app.screen is studio
        assert house.sessions[0].view.product_view(good.id).price == 6150  # type: ignore[union-attr]
        assert studio.show.good
        assert studio.show.good.price == 6150


async def test_arrows_stop_at_the_ends_of_the_range(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        good = studio.show.good
        assert good
        low, high = studio.show.session.price_range(good.id)
        await pilot.press("p", *["left"] * 60)
        sheet = app.screen
        assert isinstance(sheet, PriceSheet)
        assert sheet.fen == low
        await pilot.press(*["right"] * 60)
        assert sheet.fen == high


@pytest.mark.parametrize(
    ("letters", "money", "text", "value"),
    [
        ("6650", True, "6650", 665_000),
        ("66.5", True, "66.5", 6650),
        ("66.505", True, "66.50", 6650),
        ("6.6.5", True, "6.65", 665),
        (".5", True, "5", 500),
        ("12.5", False, "125", 125),
        ("1x2-3", False, "123", 123),
        ("9" * 40, False, "9" * 12, int("9" * 12)),
        ("", True, "", None),
    ],
)
def test_only_what_makes_a_number_is_typed(
    letters: str, money: bool, text: str, value: int | None
) -> None:
    typed = Typed(money=money)
    for letter in letters:
        typed.put(letter)
    assert (typed.text, typed.value) == (text, value)
    assert not typed.put(None)
    assert not typed.put("12")
