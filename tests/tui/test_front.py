"""The front page: the world with the night's rooms, and all of the story, if on two pages."""

from pathlib import Path

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.studio import press
from livegame.studio.app import Livegame
from livegame.studio.lines import Span
from livegame.studio.pouring import Section, pour
from livegame.studio.screens.ask import Ask
from livegame.studio.screens.front import FrontPage
from livegame.studio.settings import Settings
from livegame.studio.show import Show
from livegame.studio.widgets.newspaper import Newspaper
from livegame.studio.widgets.worldmap import HERE, THERE
from tests.tui.drive import text_of
from tests.tui.fakehouse import FakeVoices
from tests.tui.fakeruns import FakeSession
from tests.tui.scenes import FRONT_TICKS, front
from tests.tui.stills import StillHouse


@pytest.mark.parametrize("size", [(120, 36), (160, 45), (200, 60)], ids=str)
async def test_the_world_stands_beside_the_points(tmp_path: Path, size: tuple[int, int]) -> None:
    app = Livegame(StillHouse(tmp_path, ticks=FRONT_TICKS), Settings())
    async with app.run_test(size=size) as pilot:
        await front(pilot)
        room = app.screen
        assert isinstance(room, FrontPage)
        top = "\n".join(text_of(room, "page").splitlines()[:11])
        assert f"{HERE} Thailand" in top
        assert top.count(THERE) >= 10
        rooms = {why for _, why in room.figures() if why.startswith("place:")}
        assert len(rooms) >= 10
        place = next(p for p, why in room.figures() if why == "place:peru" and p.width == 1)
        await pilot.click(offset=place.offset)
        assert isinstance(app.screen, Ask)
        assert "Peru" in text_of(app.screen, "told")


async def test_a_small_page_has_a_small_world(tmp_path: Path) -> None:
    app = Livegame(StillHouse(tmp_path, ticks=FRONT_TICKS), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await front(pilot)
        text = text_of(app.screen, "page")
        assert f"{HERE} Thailand" in text
        assert text.count(THERE) >= 10
        assert "the account" in text
        page = app.screen.query_one(Newspaper)
        assert all(len(row) <= 80 for row in text.splitlines())
        assert page.region.height == 22
        room = app.screen
        assert isinstance(room, FrontPage)
        place = next(p for p, why in room.figures() if why == "place:peru" and p.width == 1)
        await pilot.click(offset=place.offset)
        assert isinstance(app.screen, Ask)
        assert "Peru" in text_of(app.screen, "told")


def parts(room: FrontPage) -> set[str]:
    """What can be asked about on the page that is shown, save for places on the map."""
    return {why for _, why in room.figures() if not why.startswith("place:")}


@pytest.mark.parametrize("size", [(80, 24), (100, 28), (120, 36), (160, 45), (200, 60)], ids=str)
async def test_its_pages_hold_all_of_it(tmp_path: Path, size: tuple[int, int]) -> None:
    app = Livegame(StillHouse(tmp_path, ticks=FRONT_TICKS), Settings())
    async with app.run_test(size=size) as pilot:
        await front(pilot)
        room = app.screen
        assert isinstance(room, FrontPage)
        page = room.query_one(Newspaper)
        told, seen = "", set()
        for number in range(page.pages):
            assert page.page == number
            here = text_of(room, "page")
            assert (f"page {number + 1} of {page.pages}" in here) == (page.pages > 1)
            told += " ".join(here.split())
            seen |= parts(room)
            await pilot.press("m")
        assert page.page == 0
        story = {f"told:{about}" for about, _ in press.story(room.show)}
        luck = {f"luck:{name}" for name, _, _ in press.luck(room.show)}
        assert story | luck <= seen
        assert press.ending(room.show).split()[-1] in told
        assert page.pages <= 2
        assert ("m more" in text_of(room, "keys")) == (page.pages > 1)


async def test_a_click_turns_the_page_and_a_larger_one_needs_no_turning(tmp_path: Path) -> None:
    app = Livegame(StillHouse(tmp_path, ticks=FRONT_TICKS), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await front(pilot)
        page = app.screen.query_one(Newspaper)
        rows = text_of(app.screen, "page").splitlines()
        y = next(n for n, row in enumerate(rows) if "page 1 of 2" in row)
        await pilot.click(offset=(rows[y].index("page 1"), y))
        assert page.page == 1
        assert "the night's luck" in text_of(app.screen, "page")
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        assert (page.page, page.pages) == (0, 1)
        assert "the account" in text_of(app.screen, "page")


ROW = (Span("x"),)


@pytest.mark.parametrize("height", [1, 2, 3, 5, 8, 20])
def test_pouring_leaves_nothing_out(height: int) -> None:
    blocks = [[(Span(f"{block}.{row}"),) for row in range(block)] for block in (3, 1, 4, 7)]
    pages = pour([Section(blocks[:2], [ROW]), Section(blocks[2:])], height)
    assert all(len(page) <= height for page in pages)
    poured = [row for page in pages for row in page if row != ROW]
    assert poured == [row for block in blocks for row in block]
    assert pages[0][0] == ROW


def test_a_section_that_goes_on_has_its_head_again() -> None:
    pages = pour([Section([[ROW], [ROW], [ROW]], [(Span("head"),)])], 2)
    assert pages == [[(Span("head"),), ROW]] * 3


def test_what_was_ordered_and_never_paid_is_said() -> None:
    """The table said 1,090,857, the account 1,090,737.70: two bags were not paid for."""
    session = FakeSession(library())
    while not session.finished:
        session.advance()
    show = Show(session, library(), FakeVoices())
    paid = show.session.result.sales
    show.view = evolve(show.view, sales=paid)
    assert press.unpaid(show) == ""
    show.view = evolve(show.view, sales=paid + 11_980)
    assert "119.80 of the last orders was never paid" in press.unpaid(show)


def test_later_pages_have_more_room_and_say_that_they_go_on() -> None:
    again = [(Span("on"),)]
    section = Section([[ROW]] * 6, [(Span("head"),)], again)
    pages = pour([section], 3, 5)
    assert [len(page) for page in pages] == [3, 5]
    assert [page[0][0].text for page in pages] == ["head", "on"]
