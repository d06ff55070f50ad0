"""The green room's keys: offices by the arrows, the rung, practice, and what `?` is asked of."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.pilot import Pilot

from livegame.catalog.library import library
from livegame.runs.hints import may_hint
from livegame.studio.app import Livegame
from livegame.studio.behind.starts import Starts
from livegame.studio.house import House
from livegame.studio.screens.ask import Ask
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.widgets.picker import Picker
from livegame.studio.widgets.plan import PlanTable
from livegame.studio.widgets.rungs import Rungs
from tests.tui.drive import keys, settle, text_of
from tests.tui.fakehouse import FakeHouse, Row
from tests.tui.fakeruns import SCENARIO, FakeSession

SIZE = (80, 24)
HINTED = {"mode": "practice", "options": {"hints": 1}}
RANKED = {"mode": "free", "options": {}}


class Climber(FakeHouse):
    """One who may play the second rung."""

    def rows(self, sort: str = "points") -> list[Row]:
        return [Row("a.live", "Ann", 1674, stars=3)]


class Newcomer(FakeHouse):
    """One without a star."""

    def rows(self, sort: str = "points") -> list[Row]:
        return []


async def in_green(app: Livegame, pilot: Pilot[None], role: str = "peru") -> GreenRoom:
    app.green(SCENARIO, role)
    await pilot.pause()
    await settle(pilot)
    assert isinstance(app.screen, GreenRoom)
    return app.screen


async def test_arrows_go_through_the_offices_while_the_button_has_the_keys(
    house: FakeHouse,
) -> None:
    app = Livegame(house)
    async with app.run_test(size=SIZE) as pilot:
        room = await in_green(app, pilot, "thailand")
        await keys(pilot, "down")
        assert room.role == library().scenarios[SCENARIO].roles[1]
        await keys(pilot, "up")
        assert room.role == "thailand"
        room.query_one(PlanTable).focus()
        await keys(pilot, "down")
        assert room.role == "thailand"
        assert room.query_one(PlanTable).at == (1, 0)
        await keys(pilot, "a")
        assert isinstance(app.screen, StudioRoom)


async def test_the_rungs_key_keeps_the_office_with_the_list_in_focus(tmp_path: Path) -> None:
    app = Livegame(Climber(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        room = await in_green(app, pilot)
        room.query_one("#roles", Picker).focus()
        await keys(pilot, "g")
        assert room.role == "peru"
        assert room.query_one(Rungs).number == 2


async def test_why_is_asked_of_the_row_under_the_cursor(house: FakeHouse) -> None:
    app = Livegame(house)
    async with app.run_test(size=SIZE) as pilot:
        room = await in_green(app, pilot)
        room.query_one(PlanTable).focus()
        goods = [good.name for good in library().goods("peru")]
        await keys(pilot, "down", "down", "down", "question_mark")
        assert isinstance(app.screen, Ask)
        told = text_of(app.screen, "told")
        assert goods[3] in told
        assert goods[0] not in told
        await keys(pilot, "escape", "down", "question_mark")
        assert "Advertising brings more people" in text_of(app.screen, "told")


async def test_the_rung_is_explained_where_it_is_chosen(tmp_path: Path) -> None:
    app = Livegame(Newcomer(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        room = await in_green(app, pilot)
        assert "next, harder: ★" in text_of(room, "rungs")
        room.ask("rung")
        await settle(pilot)
        assert "step of difficulty" in " ".join(text_of(app.screen, "told").split())


async def test_practice_is_switched_on_in_the_green_room(
    house: FakeHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Livegame(house)
    async with app.run_test(size=SIZE) as pilot:
        room = await in_green(app, pilot)
        assert "the run counts" in text_of(room, "practice")
        await keys(pilot, "p")
        assert house.practice
        assert "a board of its own" in text_of(room, "practice")
        assert "practice" in text_of(room, "air")
        await keys(pilot, "p")
        assert not house.practice
        assert "practice" not in text_of(room, "air")


async def test_the_days_challenge_has_no_switch_for_practice(house: FakeHouse) -> None:
    app = Livegame(house)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.challenge(house.today())
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)
        assert not app.screen.query_one("#practice").region.area
        await keys(pilot, "p")
        assert not house.practice


def test_the_switch_begins_a_run_as_the_command_line_does() -> None:
    house = House()
    house.practice = True
    session = Starts.start(house, SCENARIO, "peru", 5, "")
    assert may_hint(session.header)  # type: ignore[attr-defined]
    session.close()


class Headed(FakeSession):
    """A fake run whose header says its mode."""

    header = SimpleNamespace(**RANKED)


class Counted(FakeHouse):
    """Counts how often the co-host is asked."""

    asked = 0
    says = RANKED

    def start(self, *args: object, **words: object) -> FakeSession:
        session = Headed(self.library(), "thailand", 7, self.ticks)
        session.header = SimpleNamespace(**self.says)
        return session

    def hint(self, session: object) -> str:
        self.asked += 1
        return "Breathe."


@pytest.mark.parametrize("practice", [False, True])
async def test_a_ranked_run_says_at_once_where_practice_begins(
    tmp_path: Path, practice: bool
) -> None:
    house = Counted(tmp_path)
    house.says = HINTED if practice else RANKED
    app = Livegame(house)
    async with app.run_test(size=SIZE) as pilot:
        await in_green(app, pilot)
        await keys(pilot, "a")
        await settle(pilot)
        room = app.screen
        assert isinstance(room, StudioRoom)
        await keys(pilot, "h")
        await settle(pilot)
        assert house.asked == int(practice)
        text = text_of(room)
        assert ("p in the green room" in text) is not practice
        if not practice:
            assert "thinks" not in text
            assert app.screen is room
