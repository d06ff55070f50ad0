"""A monkey over every screen: no crash, nothing that takes long."""

import os
import shutil
from pathlib import Path

import pytest
from attrs import evolve

from livegame.bots.review.report import Review
from livegame.engine.actions import Beat
from livegame.runs.session import Session
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.settings import Settings
from tests.tui.fakeruns import SCENARIO
from tests.tui.monkey import STAY, Monkey
from tests.tui.test_review import reviewed

TICKS = 60


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The first minutes of a real run, unfinished."""
    folder = tmp_path_factory.mktemp("runs")
    session = Session.start(SCENARIO, "thailand", seed=3, player="Ann", folder=folder)
    while session.view.tick < TICKS:
        if session.view.idle:
            session.decide(Beat("demonstrate", "th-durian"))
        session.advance()
    session.close()
    return session


class Stays(Livegame):
    """The game, but nobody leaves it."""

    def exit(self, *args: object, **named: object) -> None:
        """Stay."""


class Quick(House):
    """The real house, but for the review, whose many nights would take a minute each time."""

    review_now: Review

    def review(self, path: Path, progress: object, stop: object) -> Review:
        return evolve(self.review_now)


async def let_loose(begun: Session, deeds: int, seed: int, stay: int = STAY) -> Monkey:
    """The monkey, after so many deeds; its folder has an unfinished run."""
    assert begun.path
    home = Path(os.environ["LIVEGAME_HOME"]) / "runs"
    home.mkdir(parents=True)
    run = Path(shutil.copy(begun.path, home))
    house = Quick()
    house.review_now = reviewed(begun)
    app = Stays(house, Settings(speed=8, paced=False))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        monkey = Monkey(pilot, seed, [run], list(house.library().campaigns))
        await monkey.play(deeds, stay)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.crash is None
    return monkey


async def test_a_monkey_breaks_nothing(begun: Session) -> None:
    monkey = await let_loose(begun, 700, seed=7, stay=14)
    assert monkey.slow == []
    assert {
        "Attract", "BoardRoom", "DayDoor", "DaysRoom", "EveningRoom", "Festival", "FrontPage",
        "GreenRoom", "Help", "LadderRoom", "LeagueRoom", "Reading", "Record", "RehearsalRoom",
        "ReviewRoom", "SettingsRoom", "StudioRoom", "Theatre", "Title", "TooSmall", "WatchRoom",
    } <= monkey.rooms  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif("LIVEGAME_SLOW" not in os.environ, reason="takes minutes: LIVEGAME_SLOW=1")
@pytest.mark.parametrize("seed", [1, 2])
async def test_a_monkey_with_time(begun: Session, seed: int) -> None:
    monkey = await let_loose(begun, 10_000, seed)
    assert monkey.slow == []
