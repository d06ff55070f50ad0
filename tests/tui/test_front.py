"""The front page's ears: the world with the night's rooms at the left, the office at the right."""

from pathlib import Path

import pytest

from livegame.studio.app import Livegame
from livegame.studio.screens.ask import Ask
from livegame.studio.screens.front import FrontPage
from livegame.studio.settings import Settings
from livegame.studio.widgets.newspaper import Newspaper
from livegame.studio.widgets.worldmap import HERE, THERE
from tests.tui.drive import text_of
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


async def test_a_small_page_has_no_room_for_the_world(tmp_path: Path) -> None:
    app = Livegame(StillHouse(tmp_path, ticks=FRONT_TICKS), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await front(pilot)
        text = text_of(app.screen, "page")
        assert HERE not in text
        assert "the account" in text
        page = app.screen.query_one(Newspaper)
        assert all(len(row) <= 80 for row in text.splitlines())
        assert page.region.height == 22
