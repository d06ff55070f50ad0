"""The review on the screen, the way from it back on air, and the co-host's key."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from livegame.bots.review.judge import Books
from livegame.bots.review.order import Change
from livegame.bots.review.report import Choice, Review
from livegame.engine.actions import Beat
from livegame.runs.problems import RunError
from livegame.runs.session import Session
from livegame.runs.theatre import Showing
from livegame.studio.app import Livegame
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.review import ReviewRoom
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.screens.theatre import Theatre
from livegame.studio.settings import Settings
from livegame.studio.widgets.picker import Picker
from tests.tui.drive import on_air, settle, text_of
from tests.tui.fakehouse import FakeHouse
from tests.tui.fakeruns import SCENARIO

TICKS = 60


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The first minutes of a real run, with a beat at tick 0 and later ones."""
    folder = tmp_path_factory.mktemp("runs")
    session = Session.start(SCENARIO, "thailand", seed=3, player="Ann", folder=folder)
    while session.view.tick < TICKS:
        if session.view.idle:
            session.decide(Beat("demonstrate", "th-durian"))
        session.advance()
    session.close()
    return session


def reviewed(session: Session) -> Review:
    """A review as it would come; its figures are made up."""
    own = Books(1000, (1, 2, 3, 4), (0, 10, 0, 0), 5, 0, 0, 0, 900, 0, 600)
    then = Books(1500, (1, 9_000_000, 3, 4), (0, 410, 0, 0), 5, 0, 0, 0, 990, 0, 600)
    ticks = [tick for tick, kind, _ in session.marks if kind == "beat"]
    choices = []
    for number, tick in enumerate(ticks):
        worse = number == 1
        choices.append(
            Choice(
                number=number,
                tick=tick,
                beat=Beat("demonstrate", "th-durian"),
                seen=session.view,
                best=Change("first", Beat("giveaway")) if worse else None,
                lost=212 if worse else 0,
                kept=825 if worse else 1000,
                others=40,
                then=then if worse else None,
            )
        )
    curve = tuple(range(0, 1000, 5))
    return Review(SCENARIO, "thailand", 3, 1000, 910, curve, (30, 90), tuple(choices), (1,), own)


class ReviewHouse(FakeHouse):
    """A house whose reviews come at once, and whose co-host always says the same."""

    answer: "Review | Exception"

    def review(self, path: Path, progress: Callable[[int, int], None], stop: Any) -> Review:
        progress(400, 1000)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def hint(self, session: Any) -> str:
        return "countdown durian: desire is 62 %, it sells 2,100 to 2,900 packs."


@pytest.fixture
def reviewing(run: Session, tmp_path: Path) -> ReviewHouse:
    house = ReviewHouse(tmp_path)
    house.answer = reviewed(run)
    assert run.path
    house.showings = [
        Showing(run.path, "own", "verified", "", SCENARIO, "thailand", "free", "Ann", 1000)
    ]
    return house


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_a_run_is_reviewed_and_played_on(
    reviewing: ReviewHouse, size: tuple[int, int]
) -> None:
    app = Livegame(reviewing, Settings())
    async with app.run_test(size=size) as pilot:
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        room = app.screen
        assert isinstance(room, ReviewRoom)
        picker = room.query_one("#choices", Picker)
        assert picker.at == 1
        assert "-212" in text_of(room, "choices")
        said = text_of(room, "about").replace("\n", " ")
        assert "a giveaway first was worth 212 points, by 400 more packs of durian" in said
        assert "91 %" in said
        axis = text_of(room, "curve").splitlines()[-1]
        assert "◆" in axis
        assert "▲" in axis
        await pilot.press("home")
        assert "none was better" in text_of(room, "about").replace("\n", " ")
        assert "!" in text_of(room, "curve").splitlines()[-1]
        await pilot.press("n")
        assert picker.at == 1
        await pilot.press("t")
        await settle(pilot)
        studio = app.screen
        assert isinstance(studio, StudioRoom)
        assert studio.show.view.tick == reviewed_tick(reviewing)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Theatre)


def reviewed_tick(house: ReviewHouse) -> int:
    assert isinstance(house.answer, Review)
    return house.answer.choices[1].tick


async def test_choices_before_a_taking_over_are_told_apart(reviewing: ReviewHouse) -> None:
    whole = reviewing.answer
    assert isinstance(whole, Review)
    since = whole.choices[1].tick
    reviewing.answer = evolve(
        whole, since=since, origin="from history at 20:31", accuracy=997, mattered=()
    )
    app = Livegame(reviewing, Settings())
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        rows = text_of(app.screen, "choices").splitlines()
        assert sum("(before yours)" in row for row in rows) == 1
        said = text_of(app.screen, "about").replace("\n", " ")
        assert "Taken over from history at 20:31" in said
        assert "99.7 %" in said


async def test_why_there_is_no_review_is_said(reviewing: ReviewHouse) -> None:
    reviewing.answer = RunError("this night is of other rules")
    app = Livegame(reviewing, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "other rules" in text_of(app.screen, "choices")
        await pilot.press("t", "n", "escape")
        await settle(pilot)
        assert isinstance(app.screen, Theatre)


async def test_an_unfinished_run_has_no_review(reviewing: ReviewHouse) -> None:
    one = reviewing.showings[0]
    reviewing.showings = [Showing(one.file, "own", "unfinished", "", SCENARIO, "thailand", "free")]
    app = Livegame(reviewing, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert isinstance(app.screen, Theatre)
        assert "no end" in text_of(app.screen, "keys")


async def test_the_co_host_speaks_on_a_key(reviewing: ReviewHouse) -> None:
    app = Livegame(reviewing, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        studio = await on_air(pilot)
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, Reading)
        assert "desire is 62 %" in text_of(app.screen).replace("\n", " ")
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is studio
