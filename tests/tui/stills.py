"""Runs that stand still or move by plain numbers, for screens whose runs the engine would make.

No rule of the game has a part in them: pictures of these screens change only with the screens, or
with the words and goods of the content.
"""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from livegame.bots.review.judge import Books
from livegame.bots.review.order import Change
from livegame.bots.review.report import Choice, Review
from livegame.catalog.library import library
from livegame.engine.actions import Action, Beat
from livegame.engine.events import Event
from livegame.runs.attempts import Attempt
from livegame.runs.ladder import Rung
from livegame.runs.landmarks import Landmark
from livegame.runs.lines import Decision
from livegame.runs.theatre import Showing
from livegame.studio.ports import Steps
from tests.tui.fakehouse import FakeHouse, Row
from tests.tui.fakeruns import SCENARIO, FakeSession

GOOD = "th-durian"
LAST = 60


class Tape(FakeSession):
    """A fake session as a playback: its host demonstrates whenever there is time."""

    def __init__(self) -> None:
        super().__init__(library(), ticks=LAST)
        self.last = LAST
        self.taken: list[Decision] = []

    @property
    def track(self) -> Any:
        return SimpleNamespace(tick=self.view.tick)

    def due(self) -> tuple[tuple[Action, tuple[Event, ...]], ...]:
        if not self.view.idle or self.finished:
            return ()
        beat = Beat("demonstrate", GOOD)
        self.taken.append(Decision(self.view.tick, beat))
        return ((beat, self.decide(beat)),)

    def jump(self, tick: int) -> None:
        while self.view.tick < min(tick, self.last):
            self.due()
            self.advance()


def reel() -> Any:
    """A tape with a few moments worth going to."""
    kinds = ("beat", "launch", "soldout", "peak")
    marks = tuple(Landmark(5 + 12 * at, kind, GOOD) for at, kind in enumerate(kinds))
    return SimpleNamespace(playback=Tape(), landmarks=marks)


class Rehearsed(FakeSession):
    """A rehearsal in memory, with what the coach asks for."""

    def __init__(self) -> None:
        super().__init__(library(), ticks=LAST)
        self.taken: list[Action] = []
        self.world = SimpleNamespace(
            pitches=SimpleNamespace(ids=("", "demonstrate", "countdown"), launch=(0, 0, 1))
        )


def review() -> Review:
    """A review of five choices; all its figures are made up."""
    own = Books(1000, (1, 2, 3, 4), (0, 10, 0, 0), 5, 0, 0, 0, 900, 0, 600)
    then = Books(1500, (1, 9_000_000, 3, 4), (0, 410, 0, 0), 5, 0, 0, 0, 990, 0, 600)
    seen = FakeSession(library()).view
    choices = tuple(
        Choice(
            number=number,
            tick=number * 40,
            beat=Beat("demonstrate", GOOD),
            seen=seen,
            best=Change("first", Beat("giveaway")) if number == 1 else None,
            lost=212 if number == 1 else 0,
            kept=825 if number == 1 else 1000,
            others=40,
            then=then if number == 1 else None,
        )
        for number in range(5)
    )
    return Review(SCENARIO, "thailand", 3, 1000, 910, tuple(range(0, 1000, 5)), (30, 90),
                  choices, (1,), own)  # fmt: skip


class StillHouse(FakeHouse):
    """A house in which everything is in memory."""

    def reel(self, path: Path) -> Any:
        return reel()

    def rehearsal(self) -> Any:
        return Rehearsed()

    def review(self, path: Path, progress: Any, stop: Any) -> Review:
        return review()

    def league(self, folder: Path, sort: str, progress: Any) -> Any:
        progress(3, 3)
        return self.boards(sort)

    def ladder(self, folder: Path | None) -> Steps:
        today = self.today()
        mine = [Attempt(today.day, Path("a.live"), "Ann", 1040)]
        rungs = [
            Rung("Ann", (980, 1040, 1100, 700, 1210), 1040, 1),
            Rung("Bo", (640, 720), None),
        ]
        return Steps(today, mine, rungs)

    def programme(self) -> list[Showing]:
        day = date(2026, 11, 20).isoformat()
        own = Showing(Path("b.live"), "own", "verified", "", SCENARIO, "thailand", "free", "Ann",
                      1674, day)  # fmt: skip
        old = Showing(Path("c.live"), "own", "other rules", "too old")
        return [
            Showing(Path("a.live"), "history", "verified", "", SCENARIO, "russia", "history", "",
                    1002, day),
            own,
            old,
        ]  # fmt: skip

    def rows(self, sort: str = "points") -> list[Row]:
        return [
            Row("a.live", "Ann", 1674, stars=3, rank=1),
            Row("b.live", "", 980, role="south-korea", place=2),
            Row("c.live", "Mallory", 99_999, verified=False, why="differs at tick 12", place=None),
            Row("d.live", "Ann", 1210, stars=2, rank=2, place=2),
            Row("e.live", "Bo", 640, stars=1, rank=4, place=3, settled=12_000_000),
        ]
