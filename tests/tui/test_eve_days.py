"""The days before a great night in the studio: rows for the book, warehouses and the chat."""

import pytest

from livegame.catalog.texts import t
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.screens.days import DaysRoom
from livegame.studio.settings import Settings
from tests.tui.drive import keys, settle, text_of

ELEVEN, BRAND = "1111-2020", "nov-brand"


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_a_morning_of_the_eleven_days(size: tuple[int, int]) -> None:
    game = Livegame(House(), Settings(), scenario=ELEVEN, role=BRAND, seed=5)
    async with game.run_test(size=size) as pilot:
        await settle(pilot)
        await keys(pilot, "enter")
        await settle(pilot)
        room = game.screen
        assert isinstance(room, DaysRoom)
        said = text_of(room, "plan")
        for word in (t("eve.studio.book"), t("eve.studio.call"), t("eve.studio.offer")):
            assert word in said
        await keys(pilot, "right", "right")
        assert "10 %" in text_of(room, "plan")
        assert "Balances called are paid today" in text_of(room, "row")
        await keys(pilot, "down", "right")
        assert "plain presale" in text_of(room, "plan")
        await keys(pilot, "down")
        await settle(pilot)
        await keys(pilot, "right")
        assert "● cups" in text_of(room, "plan")
        await keys(pilot, "a")
        desk = text_of(room, "desk")
        assert "Balances paid:" in desk
        assert "Deposits left:" in desk
        assert "nobody" in desk
