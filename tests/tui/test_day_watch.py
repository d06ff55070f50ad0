"""A campaign's run stepped through day by day: keys, clicks, what is told, and files that stop."""

import pytest

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.runs.campaigns.daytale import DayTale, day_tale
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.told import tell_campaign
from livegame.runs.runfile import read_run
from livegame.runs.saved import broadcast_path
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.screens.ask import Ask
from livegame.studio.screens.daywatch import DaysWatch
from livegame.studio.settings import Settings
from livegame.studio.widgets.daybars import HISTORY
from tests.tui.dayruns import script_through
from tests.tui.drive import keys, settle, text_of
from tests.tui.figures import unasked
from tests.tui.whole import missing

EXPRESS = ("618-2020-fruit-express", "thai-trade-team")
FARM = ("farmers-2020-three-days", "hainan-mango-farm")


@pytest.fixture(scope="module")
def history() -> DayTale:
    path = broadcast_path(*EXPRESS)
    assert path is not None
    return day_tale(read_run(path))


def test_the_tale_has_every_line_that_is_told(history: DayTale) -> None:
    path = broadcast_path(*EXPRESS)
    assert path is not None
    told = [line for line in tell_campaign(read_run(path)) if line]
    found = [
        text for page in history.pages for text in (page.head, *page.orders, *page.report) if text
    ]
    assert [*found, *(text for text in history.end if text)] == told
    assert len(history.pages) == len(history.rows) == 7
    assert history.history == ()  # it is history itself


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=str)
async def test_each_day_has_its_orders_and_its_report(
    history: DayTale, size: tuple[int, int]
) -> None:
    game = Livegame(House(), Settings())
    async with game.run_test(size=size) as pilot:
        await settle(pilot)
        game.roll_days(history)
        await settle(pilot)
        watch = game.screen
        assert isinstance(watch, DaysWatch)
        assert "Thai store" in text_of(watch, "days")
        for page, row in zip(history.pages, history.rows, strict=True):
            assert page.head in text_of(watch, "orders")
            assert page.orders[0].strip()[:20] in text_of(watch, "orders")
            assert page.report[0].strip()[:20] in text_of(watch, "report")
            bar = next(r for r in text_of(watch, "days").splitlines() if r.startswith("▸"))
            assert f" {row.day + 1} " in bar
            assert figures.short(row.sales // 100) in bar
            assert list(missing(watch)) == []
            assert unasked(watch) == []
            await keys(pilot, "right")
        assert t("dayfront.watch.end") in text_of(watch, "report")
        await keys(pilot, "right", "home")
        assert history.pages[0].head in text_of(watch, "orders")
        await keys(pilot, "left", "end", "left")
        assert history.pages[-1].head in text_of(watch, "orders")
        await pilot.click("#days", offset=(12, 3))
        assert history.pages[2].head in text_of(watch, "orders")
        await keys(pilot, "question_mark")
        assert isinstance(game.screen, Ask)
        assert figures.money(history.rows[2].sales) in text_of(game.screen, "told")


async def test_a_run_that_was_left_is_told_as_far_as_it_goes() -> None:
    session = CampaignSession.start(*EXPRESS, seed=9)
    script_through(session, last_night=False)
    session.close()
    assert session.path is not None
    tale = day_tale(read_run(session.path))
    assert len(tale.pages) == 7
    assert len(tale.rows) == 6
    assert len(tale.history) == 7
    game = Livegame(House(), Settings())
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        game.roll_days(tale)
        await settle(pilot)
        assert HISTORY in text_of(game.screen, "days")
        await keys(pilot, "end", "left")
        assert "Day 7 of 7" in text_of(game.screen, "orders")
        await keys(pilot, "right")
        assert "Day 7" not in text_of(game.screen, "orders")


async def test_a_first_morning_alone_can_be_watched() -> None:
    session = CampaignSession.start(*FARM, seed=9)
    session.close()
    assert session.path is not None
    tale = day_tale(read_run(session.path))
    assert tale.pages == ()
    game = Livegame(House(), Settings())
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        game.watching(session.path)()
        await settle(pilot)
        assert tale.end[0][:20] in " ".join(text_of(game.screen, "sheet").split())
