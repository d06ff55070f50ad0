"""A house of fakes: runs in memory, voices, a board of three rows, forecasts at once."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import frozen

from livegame.catalog.library import library
from livegame.engine.actions import Beat
from livegame.engine.events import Chat, Event
from livegame.engine.explain import Cause, Causes, Coming, Warmth, Wish
from livegame.engine.rules import RULES
from livegame.engine.view import RoomView
from livegame.runs.because import Because
from livegame.runs.curves import Curves
from livegame.runs.ghost import Ghost
from livegame.runs.theatre import Reel, Showing
from livegame.studio.house import House
from livegame.studio.ports import Rival, Today
from tests.tui.fakeruns import SCENARIO, FakeSession


@frozen
class Band:
    action: Beat
    sales: tuple[int, int] = (1_000_00, 9_000_00)
    packs: tuple[int, int] = (240, 310)
    watching: tuple[int, int] = (9000, 15200)
    desire: tuple[int, int] = (2000, 2800)
    trust: tuple[int, int] = (20, 40)


@frozen
class Row:
    file: str
    player: str
    points: int
    scenario: str = SCENARIO
    role: str = "thailand"
    mode: str = "free"
    service: int = 940
    trust: int = 710
    rank: int = 2
    stars: int = 2
    settled: int = 31_000_000
    seed: int = 7
    finished_at: str = "2026-11-20T20:15:00Z"
    verified: bool = True
    why: str = ""
    place: int | None = 1
    rules: int = RULES
    origin: str = ""
    day: str = ""
    rung: int = 1
    trophies: str = ""

    @property
    def key(self) -> str:
        return self.file

    @property
    def run(self) -> str:
        return self.file


class FakeVoices:
    """Always says the same."""

    def __init__(self) -> None:
        self._said = 0

    def say(self, events: Sequence[Event], view: RoomView) -> list[str]:
        lines = []
        for event in events:
            if isinstance(event, Chat):
                self._said += 1
                lines.append(
                    f"how do you open number {self._said}?"
                    if self._said % 3
                    else "我要 durian [/b] now"
                )
        return lines


class FakeHouse(House):
    """The way to fakes; what was begun, ranked and attracted is remembered."""

    def __init__(self, folder: Path, ticks: int = 60) -> None:
        self._folder = folder
        self.ticks = ticks
        self.fresh = False
        self.sessions: list[FakeSession] = []
        self.left: list[Path] = []
        self.showings: list[Showing] = []
        self.attempt: tuple[Path | None, int | None] = (None, None)
        self.ranked: list[bool] = []
        self.turns: list[int] = []

    def folder(self) -> Path:
        return self._folder

    def start(
        self,
        scenario: str,
        role: str,
        seed: int | None,
        player: str,
        rival: Rival | None = None,
        rung: int = 1,
    ) -> FakeSession:
        session = FakeSession(self.library(), role, 7 if seed is None else seed, self.ticks)
        self.sessions.append(session)
        return session

    def rehearse(self, scenario: str, role: str, rung: int = 1) -> FakeSession:
        return FakeSession(self.library(), role)

    def resume(self, path: Path) -> FakeSession:
        return self.start(SCENARIO, "russia", 9, "")

    def newcomer(self) -> bool:
        return self.fresh

    def unfinished(self) -> list[Path]:
        return self.left

    def about(self, path: Path) -> tuple[str, str]:
        return "Russia", self.library().scenarios[SCENARIO].title

    def forecast(self, session: Any, beats: Sequence[Beat]) -> list[Band]:
        return [Band(beat) for beat in beats]

    def because(self, session: Any, product: str = "") -> Because:
        few = Causes(60, (Cause("doubt", 90), Cause("trust", 50)))
        return Because(
            Coming(900, 300, 700, Causes(1900, (Cause("heat", 1500),))),
            Causes(1200, (Cause("wear", 800),)),
            Warmth(1100, 900, 1000, (500, 300, 200)),
            few if product else None,
            Wish(40, -9, -12, Causes(40, (Cause("used", 60),))) if product else None,
        )

    def voices(self, seed: int, *, by_day: bool = False) -> FakeVoices:
        return FakeVoices()

    def rows(self, sort: str = "points") -> list[Row]:
        return [
            Row("a.live", "Ann", 1674, stars=3, rank=1),
            Row("b.live", "", 980, role="south-korea", place=2),
            Row("c.live", "Mallory", 99_999, verified=False, why="differs at tick 12", place=None),
        ]

    def today(self) -> Today:
        return Today(date(2026, 11, 22), SCENARIO, "russia", *self.attempt)

    def raced(self, path: Path, league: str) -> tuple[Rival | None, bool]:
        return None, False

    def start_today(self, today: Today, player: str, rival: Rival | None = None) -> FakeSession:
        self.ranked.append(today.file is None)
        return self.start(today.scenario, today.role, 5, player)

    def rivals(self, scenario: str) -> dict[str, list[Rival]]:
        return {"thailand": [Rival("history", Path("history.live"))]}

    def ghost(self, path: Path, scenario: str) -> Ghost:
        sales = tuple(range(0, 720 * 5000, 5000))
        return Ghost("Ann", scenario, "thailand", 1000, Curves(sales, sales, (), exact=True))

    def share(self, path: Path) -> str:
        return "livegame: words\n▁▂▃ play it"

    def programme(self) -> list[Showing]:
        return self.showings

    def days(self, path: Path) -> None:
        return None

    def tale(self, path: Path) -> None:
        return None

    def attraction(self, turn: int) -> Reel | None:
        self.turns.append(turn)
        return self.reel(self.showings[0].file) if self.showings else None

    def enter(self, path: Path) -> Row:
        return self.rows()[0]

    def warm(self) -> None:
        library()
