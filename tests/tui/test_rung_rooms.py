"""Rungs on the screen: chosen in the green room once open, told on the front page and festival."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.studio.app import Livegame
from livegame.studio.screens.festival import Festival
from livegame.studio.screens.green import GreenRoom
from livegame.studio.widgets.rungs import Rungs
from tests.tui.drive import settle, text_of
from tests.tui.fakehouse import FakeHouse, Row
from tests.tui.fakeruns import SCENARIO

SCENE = library().scenarios[SCENARIO]
SIZE = (80, 24)


class Climber(FakeHouse):
    """One who has stars on the first rung, and a trophy."""

    stars = 3

    def rows(self, sort: str = "points") -> list[Row]:
        return [Row("a.live", "Ann", 1674, stars=self.stars, trophies=SCENE.trophy[0].id)]


class Newcomer(Climber):
    stars = 0


async def in_green(app: Livegame, pilot: Pilot[None]) -> GreenRoom:
    app.green(SCENARIO, "thailand")
    await pilot.pause()
    await settle(pilot)
    assert isinstance(app.screen, GreenRoom)
    return app.screen


async def test_an_open_rung_is_chosen_with_a_key_and_taken_on_air(tmp_path: Path) -> None:
    house = Climber(tmp_path)
    app = Livegame(house)
    taken: list[int] = []
    async with app.run_test(size=SIZE) as pilot:
        room = await in_green(app, pilot)
        assert room.query_one(Rungs).number == 1
        await pilot.press("g")
        await settle(pilot)
        assert room.query_one(Rungs).number == 2
        text = text_of(app.screen)
        assert SCENE.rung[1].name in text
        assert "2/5" in text
        start = house.start

        def note(*args: object, **words: object) -> object:
            taken.append(int(args[5]))  # type: ignore[call-overload]
            return start(*args, **words)  # type: ignore[arg-type]

        house.start = note  # type: ignore[assignment, method-assign]
        await pilot.press("a")
        await settle(pilot)
    assert taken == [2]


async def test_a_shut_rung_says_what_it_takes(tmp_path: Path) -> None:
    app = Livegame(Newcomer(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        room = await in_green(app, pilot)
        await pilot.press("g")
        await settle(pilot)
        assert room.query_one(Rungs).number == 1
        assert "opens with one star on rung 1" in text_of(app.screen)


class Borrower(Climber):
    """One whose only stars come from a run that was taken over."""

    def rows(self, sort: str = "points") -> list[Row]:
        return [Row("a.live", "Ann", 1674, stars=1, mode="taken-over")]


@pytest.mark.parametrize("kind", [Borrower, Climber])
async def test_stars_of_a_takeover_are_said_to_open_no_rung(
    tmp_path: Path, kind: type[Climber]
) -> None:
    app = Livegame(kind(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        app.push_screen(Festival())
        await settle(pilot)
        room = app.screen
        assert isinstance(room, Festival)
        told = room._climbed(SCENE)
        assert (t("rungs.festival_lent") in told) is (kind is Borrower)
        if kind is Borrower:
            assert any(f"'{SCENE.rung[1].name}' opens with one star" in line for line in told)


async def test_the_festival_tells_rungs_and_trophies(tmp_path: Path) -> None:
    app = Livegame(Climber(tmp_path))
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(Festival())
        await settle(pilot)
        dates = sorted(
            [*library().scenarios.values(), *library().campaigns.values()],
            key=lambda scene: scene.date,
        )
        for _ in range(next(n for n, scene in enumerate(dates) if scene.id == SCENARIO)):
            await pilot.press("down")
        await settle(pilot)
        text = text_of(app.screen)
        assert "Rungs open: 2 of 5" in text
        assert "Trophies: 1 of 2" in text
        assert SCENE.trophy[0].name in " ".join(text.split())
        assert t("festival.unplayed") not in text


async def test_the_festival_never_ends_on_a_head_without_its_facts(tmp_path: Path) -> None:
    """Whichever night the cursor is on, and whatever room its other words leave."""
    app = Livegame(Climber(tmp_path))
    heads = {t("festival.recorded"), t("festival.assumed").rpartition(". ")[2]}
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(Festival())
        await settle(pilot)
        for _ in [*library().scenarios, *library().campaigns]:
            rows = [row.strip() for row in text_of(app.screen, "about").splitlines()]
            said = [row for row in rows if row]
            assert said[-1] not in heads
            await pilot.press("down")
            await settle(pilot)
