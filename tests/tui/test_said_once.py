"""What the panels say of goods and rooms: once, in one style, and whole where there is room."""

from collections.abc import Callable

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.runs.session import Session
from livegame.studio.answers.bands import pitch
from livegame.studio.app import Livegame
from livegame.studio.lines import Line
from livegame.studio.screens.stock import StockSheet
from livegame.studio.show import Show
from livegame.studio.widgets.shelf import Shelf
from livegame.studio.widgets.stage import Stage
from livegame.studio.widgets.tonight import Tonight
from tests.tui.drive import keys, on_air
from tests.tui.fakehouse import FakeVoices

NIGHT = "1111-2020-lazada"


@pytest.fixture
def show() -> Show:
    session = Session.start(NIGHT, "lz-coffee", seed=7, keep=False)
    return Show(session, library(), FakeVoices())


def told(rows: list[Line]) -> str:
    return "\n".join("".join(span.text for span in row) for row in rows)


@pytest.mark.parametrize("width", range(50, 130, 4))
def test_all_goods_of_a_shelf_are_called_in_one_way(show: Show, width: int) -> None:
    rows = told(Shelf(show, "shelf").draw(width, 12)).splitlines()[1:]
    full = [good.name in row for good, row in zip(show.view.products, rows, strict=False)]
    assert all(full) or not any(full)


@pytest.mark.parametrize(("width", "height"), [(50, 9), (60, 13), (29, 9), (50, 5)])
def test_carts_are_told_once(show: Show, width: int, height: int) -> None:
    good = evolve(show.view.products[0], shelf=963, reserved=11, open=True)
    stage = Stage(show, "stage")
    rows = told(stage._facts(good, width, height)[:height])
    assert rows.count("in carts") == 1


def test_rooms_have_their_whole_names_where_sums_leave_room(show: Show) -> None:
    rows = told(Tonight(show, "tonight").draw(42, 12))
    assert "…" not in rows
    assert "Viet Nam's lacquer" in rows


def test_the_call_says_what_it_is_worth_and_that_the_forecast_has_it(show: Show) -> None:
    show.view = evolve(show.view, call=show.pitches[3].id)
    answer = pitch(show, show.pitches[3].id)
    assert answer
    words = " ".join(told(answer.lines(300)).split())
    calls = show.session.scenario.calls
    assert calls
    assert f"it works {calls.strength:g} times as well" in words
    assert "The forecast has that in it already" in words
    other = pitch(show, show.pitches[2].id)
    assert other
    assert "chat calls" not in told(other.lines(300))


async def test_the_chosen_lot_keeps_its_number(make_app: Callable[..., Livegame]) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await on_air(pilot)
        await keys(pilot, "s")
        sheet = pilot.app.screen
        assert isinstance(sheet, StockSheet)
        rows = [told([sheet._lot(at, packs, 40)]) for at, packs in enumerate(sheet._amounts)]
        assert [row.lstrip(" ▸")[0] for row in rows] == [str(n + 1) for n in range(len(rows))]
        assert rows[sheet.at].startswith("▸")
