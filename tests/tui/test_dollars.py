"""Sums in US dollars: only for who wants them, and at an article's own rate."""

from pathlib import Path

import pytest

from livegame.catalog.dollars import RMB, USD, whole_dollars
from livegame.catalog.library import library
from livegame.studio.app import Livegame
from livegame.studio.screens.ask import Ask
from livegame.studio.screens.front import FrontPage
from livegame.studio.screens.settings import ROWS, SettingsRoom
from livegame.studio.settings import Settings
from tests.tui.drive import keys, on_air, settle, text_of
from tests.tui.fakehouse import FakeHouse
from tests.tui.scenes import FRONT_TICKS, front
from tests.tui.stills import StillHouse


def test_the_rate_is_the_articles_own() -> None:
    facts = library().facts
    rmb, usd = facts[RMB].value, facts[USD].value
    assert facts[RMB].article == facts[USD].article
    assert isinstance(rmb, int)
    assert isinstance(usd, int)
    assert whole_dollars(facts, rmb * 100) == usd
    assert whole_dollars(facts, -rmb * 100) == -usd
    assert whole_dollars(facts, 0) == 0
    assert 6 < 1_000_000 / (whole_dollars(facts, 100_000_000) or 1) < 7.5
    assert whole_dollars({}, 100) is None


@pytest.mark.parametrize("dollars", [True, False])
async def test_a_front_page_tells_dollars_to_who_wants_them(tmp_path: Path, dollars: bool) -> None:
    app = Livegame(StillHouse(tmp_path, ticks=FRONT_TICKS), Settings(dollars=dollars))
    async with app.run_test(size=(120, 36)) as pilot:
        await front(pilot)
        room = app.screen
        assert isinstance(room, FrontPage)
        settled = whole_dollars(library().facts, room.show.session.result.settled)
        text = " ".join(text_of(room, "page").split())
        assert (f"In US dollars {settled:,}" in text) == dollars


@pytest.mark.parametrize("dollars", [True, False])
async def test_on_air_a_sum_is_told_in_dollars_where_it_is_taken_apart(
    tmp_path: Path, dollars: bool
) -> None:
    app = Livegame(FakeHouse(tmp_path), Settings(dollars=dollars))
    async with app.run_test(size=(80, 24)) as pilot:
        room = await on_air(pilot)
        assert "dollars" not in text_of(room)
        room.ask("budget")
        await pilot.pause()
        assert isinstance(app.screen, Ask)
        assert ("US dollars" in text_of(app.screen, "told")) == dollars


async def test_the_settings_turn_it_on(tmp_path: Path) -> None:
    app = Livegame(FakeHouse(tmp_path), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        app.open("settings")
        await settle(pilot)
        assert isinstance(app.screen, SettingsRoom)
        await keys(pilot, *["down"] * ROWS.index("dollars"), "right")
        assert app.settings.dollars
