"""Before anything is sold points stand below zero: beside them and behind them it says why."""

from collections.abc import Callable

import pytest
from attrs import evolve

from livegame.studio.app import Livegame
from livegame.studio.screens.studio import StudioRoom
from tests.tui.drive import faked, on_air

WHY = "(spent so far)"


@pytest.mark.parametrize("width", [80, 100, 120, 160])
async def test_a_word_stands_beside_points_below_zero_and_only_there(
    make_app: Callable[..., Livegame], width: int
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        status, session = await faked(pilot)
        told = {}
        for sales in (100_000, 90_000_000):
            goods = tuple(evolve(good, sales=sales) for good in session.view.products)
            session.view = evolve(session.view, products=goods, sales=sales, spent=6_000_000)
            status.show.turned()
            told[sales] = "".join(span.text for span in status.draw(width, 2)[0])
            assert len(told[sales]) == width
        assert f"points {WHY}" in told[100_000]
        assert WHY not in told[90_000_000]


async def test_with_nothing_spent_it_is_the_stock_that_is_at_risk(
    make_app: Callable[..., Livegame],
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        status, session = await faked(pilot)
        guess = evolve(session.estimate, running=-313, sales=100, marketing=0, spoilage=39_860_00)
        monkey = property(lambda self: guess)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(type(session), "estimate", monkey)
            told = "".join(span.text for span in status.draw(120, 2)[0])
            room = pilot.app.screen
            assert isinstance(room, StudioRoom)
            answer = room.answer("points")
        assert "points (stock at risk)" in told
        assert answer
        why = " ".join(text for _, text, _ in answer.rows)
        assert "stock would lose RMB 39,860" in why
        assert "spent" not in why
        assert "adverts" not in why


async def test_asked_for_it_says_that_sales_earn_it_back(make_app: Callable[..., Livegame]) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        room = await on_air(pilot)
        answer = room.answer("points")
        assert answer is not None
        told = " ".join(" ".join("".join(s.text for s in row) for row in answer.lines(300)).split())
        below = room.show.session.estimate.running < 0
        assert below
        assert "sales earn it back" in told


@pytest.mark.parametrize("width", [80, 100, 120, 160])
async def test_before_the_first_sale_the_head_reproaches_nothing(
    make_app: Callable[..., Livegame], width: int
) -> None:
    """The why still has the whole account."""
    async with make_app().run_test(size=(80, 24)) as pilot:
        status, session = await faked(pilot)
        session.view = evolve(session.view, spent=6_000_000)
        status.show.turned()
        assert session.estimate.running < 0
        told = "".join(span.text for span in status.draw(width, 2)[0])
        assert "nothing sold yet" in told
        assert "★ at 600" in told
        assert "points" not in told
        room = pilot.app.screen
        assert isinstance(room, StudioRoom)
        assert "points" in room.answer("points").title  # type: ignore[union-attr]
