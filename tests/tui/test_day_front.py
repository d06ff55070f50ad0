"""The front page of a campaign: its figures are the run's, its keys lead on, no colour needed."""

from pathlib import Path

import pytest

from livegame.catalog import figures
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.runs.campaigns.daybook import day_rows, history_sales
from livegame.runs.campaigns.paper import losses, next_star, paper_of
from livegame.runs.campaigns.session import CampaignSession
from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.bigdigits import big
from livegame.studio.house import House
from livegame.studio.screens.board import BoardRoom
from livegame.studio.screens.daydoor import DayDoor
from livegame.studio.screens.dayfront import DaysFront
from livegame.studio.screens.days import DaysRoom
from livegame.studio.screens.daywatch import DaysWatch
from livegame.studio.screens.reading import Reading
from livegame.studio.settings import Settings
from livegame.studio.widgets.daybars import HISTORY, SHOW, STORE
from livegame.studio.widgets.daypaper import DayPaper
from livegame.studio.widgets.picker import Picker
from tests.tui.dayruns import script_through
from tests.tui.drive import keys, settle, text_of
from tests.tui.figures import unasked
from tests.tui.whole import missing

EXPRESS = ("618-2020-fruit-express", "thai-trade-team")
FARM = ("farmers-2020-three-days", "hainan-mango-farm")
SIZES = [(80, 24), (160, 45)]


def before_the_last_night(campaign: str, role: str, rung: int = 1) -> Path:
    session = CampaignSession.start(campaign, role, seed=9, rung=rung)
    script_through(session, last_night=False)
    session.close()
    assert session.path is not None
    return session.path


async def whole_page(pilot: object, page: DaysFront) -> str:
    """All that stands on its pages."""
    paper, said = page.query_one(DayPaper), text_of(page, "page")
    for _ in range(paper.pages - 1):
        await keys(pilot, "m")  # type: ignore[arg-type]
        assert list(missing(page)) == []
        assert unasked(page) == []
        said += "\n" + text_of(page, "page")
    return said


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("which", [EXPRESS, FARM], ids=lambda pair: pair[0])
async def test_the_figures_of_the_page_are_those_of_the_run(
    which: tuple[str, str], size: tuple[int, int]
) -> None:
    path = before_the_last_night(*which)
    game = Livegame(House(), Settings())
    async with game.run_test(size=size) as pilot:
        await settle(pilot)
        game.resume(path)
        await settle(pilot)
        assert isinstance(game.screen, DaysRoom)
        await keys(pilot, "a")
        await settle(pilot)
        page = game.screen
        assert isinstance(page, DaysFront)
        session, result = page.session, page.session.result
        first = text_of(page, "page")
        for row in big(figures.count(result.points)):
            assert row.rstrip() in first
        assert figures.stars(result.stars) in first
        said = await whole_page(pilot, page)
        words = " ".join(said.split())
        for row in day_rows(session.season, session.past):
            assert f"{row.day + 1:>3} " in said
            assert figures.short(row.sales // 100) in said
        history = history_sales(session.season)
        assert (HISTORY in said) == bool(history) == (which == EXPRESS)
        for fen in history:
            assert figures.short(fen // 100) in said
        assert STORE in said
        assert SHOW in said
        for good in result.goods:
            assert figures.count(good.delivered) in said
            assert figures.yuan(good.sales) in said
        paper = paper_of(session)
        for name, packs in losses(paper):
            assert t(f"dayfront.lost.{name}")[:12] in said
            assert figures.count(packs) in said
        for _, fen in result.parts:
            assert figures.exact(fen) in said
        assert figures.exact(result.settled) in said
        star = next_star(paper)
        if star:
            assert figures.count(star[1] - result.points) in words
        for cup in session.season.campaign.trophy:
            assert ("◆" if cup.id in result.trophies else "◇") in said
            assert cup.name.split()[0] in said
        assert "verified" in words


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_its_keys_lead_on(size: tuple[int, int]) -> None:
    path = before_the_last_night(*FARM)
    game = Livegame(House(), Settings())
    async with game.run_test(size=size) as pilot:
        await settle(pilot)
        game.resume(path)
        await settle(pilot)
        await keys(pilot, "a")
        await settle(pilot)
        page = game.screen
        await keys(pilot, "s")
        assert isinstance(game.screen, Reading)
        assert "livegame: Hainan" in text_of(game.screen, "sheet")
        await keys(pilot, "escape", "w")
        await settle(pilot)
        assert isinstance(game.screen, DaysWatch)
        assert "Day 1 of 3" in text_of(game.screen, "orders")
        await keys(pilot, "escape")
        assert game.screen is page
        await keys(pilot, "b")
        await settle(pilot)
        assert isinstance(game.screen, BoardRoom)
        await keys(pilot, "escape")
        await settle(pilot)
        assert game.screen is page
        await keys(pilot, "n")
        await settle(pilot)
        door = game.screen
        assert isinstance(door, DayDoor)
        await keys(pilot, "enter")
        await settle(pilot)
        room = game.screen
        assert isinstance(room, DaysRoom)
        assert room._session.season.rung.number == 2
        assert room._session.header.role == FARM[1]


async def test_again_goes_to_the_rung_that_was_played() -> None:
    path = before_the_last_night(*FARM, rung=3)
    game = Livegame(House(), Settings())
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        game.resume(path)
        await settle(pilot)
        await keys(pilot, "a")
        await settle(pilot)
        assert isinstance(game.screen, DaysFront)
        await keys(pilot, "a")
        await settle(pilot)
        door = game.screen
        assert isinstance(door, DayDoor)
        picker = door.query_one("#ways", Picker)
        assert f" 3. {library().campaigns[FARM[0]].rung[2].name}" in text_of(door, "ways")
        assert picker.at == 2


async def test_above_the_last_rung_there_is_no_key() -> None:
    rungs = len(library().campaigns[FARM[0]].rung)
    session = CampaignSession.start(*FARM, seed=9, rung=rungs, keep=False)
    script_through(session)
    game = Livegame(House(), Settings())
    async with game.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        game.push_screen(doors.desk(session))
        await settle(pilot)
        assert isinstance(game.screen, DaysFront)
        assert t("dayfront.key.rung") not in text_of(game.screen, "keys")
        assert t("front.proof.practice") in " ".join((await whole_page(pilot, game.screen)).split())


async def test_it_reads_the_same_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    session = CampaignSession.start(*EXPRESS, seed=9, keep=False)
    script_through(session)
    said = []
    for no_colour in (False, True):
        if no_colour:
            monkeypatch.setenv("NO_COLOR", "1")
        game = Livegame(House(), Settings())
        async with game.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            game.push_screen(doors.desk(session))
            await settle(pilot)
            assert isinstance(game.screen, DaysFront)
            said.append(await whole_page(pilot, game.screen))
    assert said[0] == said[1]
    legend = [row for row in said[0].splitlines() if t("dayfront.key_history") in row]
    assert all(sign in legend[0] for sign in (STORE, SHOW, HISTORY))
