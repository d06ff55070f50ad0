"""A monkey at the keyboard: keys, clicks and resizes by a seed, over every screen."""

import asyncio
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from textual.events import MouseDown, MouseScrollDown, MouseScrollUp, MouseUp
from textual.pilot import Pilot

from livegame.catalog.problems import ContentError
from livegame.engine.days.actions import DayPlan
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.session import Session
from livegame.runs.worlds import world_of
from livegame.studio import doors
from livegame.studio.app import Livegame

KEYS = [
    "up", "down", "left", "right", "enter", "escape", "tab", "shift+tab", "space", "pageup",
    "pagedown", "home", "end", "f1", "ctrl+p", "ctrl+z", "backspace", "delete", "full_stop",
    "slash", "question_mark", "plus", "minus", "left_square_bracket", "right_square_bracket",
    *"0123456789abcdefghijklmnoprstuvwxyzABC",
]  # fmt: skip
CLICKS, SIZES = 0.2, 0.06
LONG = 1.0  # seconds of processor time that nothing may take
STAY = 60  # what is done before the monkey is carried to another room
REST, MOST_TURNS = 0.1, 200  # how often it waits for all to be painted; turns of the loop if not
WIDEST, TALLEST = 240, 70  # beyond them nothing is laid out otherwise


class Fall(NamedTuple):
    """What took too long: its number, what it was, where, and how long it took."""

    number: int
    deed: str
    room: str
    seconds: float


def _whole(night: str) -> bool:
    """Whether a night can be compiled; that each can is held by the tests of the content."""
    try:
        world_of(night)
    except ContentError:
        return False
    return True


class Monkey:
    """Does anything, but never leaves.

    Attributes:
        slow: what took longer than it may.
        rooms: names of the screens it has been on.
    """

    def __init__(self, pilot: Pilot[None], seed: int, runs: list[Path], campaigns: list[str]):
        app = pilot.app
        assert isinstance(app, Livegame)
        self.app, self._pilot = app, pilot
        self._dice = random.Random(seed)
        self.slow: list[Fall] = []
        self.rooms: set[str] = set()
        self._ways = self._doors(runs, campaigns)
        self._turn = 0

    def _doors(self, runs: list[Path], campaigns: list[str]) -> list[Callable[[], object]]:
        """A way into every room there is."""
        app = self.app
        nights = [night for night in app.house.library().scenarios.values() if _whole(night.id)]
        ways: list[Callable[[], object]] = [lambda: None, app.rehearse]
        ways += [lambda name=name: app.open(name) for name in doors.ROOMS]  # type: ignore[misc]
        for run in runs:
            ways.append(lambda run=run: app.review(run))  # type: ignore[misc]
            ways.append(lambda run=run: app.roll(app.house.reel(run)))  # type: ignore[misc]
            ways.append(lambda run=run: app.attract(app.house.reel(run)))  # type: ignore[misc]
            ways.append(lambda run=run: app.resume(run))  # type: ignore[misc]
        ways += [lambda: self._page(runs[0])] if runs else []
        ways += [lambda name=name: self._desk(name) for name in campaigns]  # type: ignore[misc]
        ways += [lambda name=name: self._evening(name) for name in campaigns[:1]]  # type: ignore[misc]
        ways += [lambda name=name: app.green(name) for name in campaigns]  # type: ignore[misc]
        ways += [lambda night=night: app.green(night.id) for night in nights]  # type: ignore[misc]
        ways += [lambda night=night: self._air(night.id) for night in nights]  # type: ignore[misc]
        return ways

    def _desk(self, campaign: str) -> CampaignSession:
        """At the desk of a campaign, on its first morning."""
        roles = self.app.house.library().campaigns[campaign].roles
        session = CampaignSession.start(campaign, str(roles[0]), seed=1, keep=False)
        self.app.push_screen(doors.desk(session))
        return session

    def _evening(self, campaign: str) -> None:
        """On air in a campaign's first evening that has a show."""
        session = self._desk(campaign)
        slots = (DayPlan(slot=slot.id) for slot in session.season.campaign.slot)
        plan = next((plan for plan in slots if not session.why_not(plan)), DayPlan())
        session.decide(plan)
        session.advance()
        self.app.simulate_key("a")

    def _page(self, run: Path) -> None:
        """On the front page of a run, played to its end."""
        session = Session.take_over(self.app.house.reel(run).playback)
        while not session.finished:
            session.advance()
        session.close()
        self.app.push_screen(doors.front(doors.show(self.app.house, session)))

    def _air(self, night: str) -> None:
        self.app.green(night)
        self.app.call_later(self.app.simulate_key, "a")

    async def play(self, deeds: int, stay: int = STAY) -> None:
        """Do that much, so many deeds in each room.

        Raises:
            AssertionError: the game fell.
        """
        for number in range(deeds):
            if not number % stay:
                await self._carry()
            begun = time.process_time()
            deed = await self._one()
            await self._breathe()
            spent = time.process_time() - begun
            self.rooms.add(type(self.app.screen).__name__)
            if spent > LONG:
                self.slow.append(Fall(number, deed, type(self.app.screen).__name__, spent))
            assert self.app.crash is None, (number, deed, self.app.crash)
            assert self.app.is_running, (number, deed)

    async def _carry(self) -> None:
        """To the next room, at a size that it can be used at."""
        app = self.app
        await self._pilot.resize_terminal(self._dice.choice((80, 120, 200)), 40)
        while len(app.screen_stack) > 1:
            app.pop_screen()
            await self._drain()
        self._ways[self._turn % len(self._ways)]()
        self._turn += 1
        await self._pilot.pause()
        self.rooms.add(type(app.screen).__name__)

    async def _one(self) -> str:
        dice, pilot = self._dice, self._pilot
        what = dice.random()
        if what < SIZES:
            least = dice.random() < 0.5
            width = dice.randint(1, 80 if least else WIDEST)
            height = dice.randint(1, 24 if least else TALLEST)
            await pilot.resize_terminal(width, height)
            return f"resize {width} x {height}"
        if what < SIZES + CLICKS:
            return await self._click()
        key = dice.choice(KEYS)
        self.app.simulate_key(key)
        return f"key {key}"

    async def _breathe(self) -> None:
        """Let everything that waits be handled, without the rest that a pilot takes each time; a
        part of the times all of it, so that each moment is painted, too."""
        if self._dice.random() < REST:
            await self._pilot.pause()
            return
        await self._drain()

    async def _drain(self) -> None:
        """Let what waits in the queues be handled."""
        for turn in range(MOST_TURNS):
            await asyncio.sleep(0)
            pumps = [self.app, *self.app.screen_stack, *self.app.screen.walk_children()]
            if turn > 2 and all(pump._message_queue.empty() for pump in pumps):
                return

    async def _click(self) -> str:
        """A click or a turn of the wheel somewhere on the screen."""
        width, height = self.app.size
        x, y = self._dice.randrange(max(1, width)), self._dice.randrange(max(1, height))
        kinds = self._dice.choice([(MouseDown, MouseUp), (MouseScrollUp,), (MouseScrollDown,)])
        for kind in kinds:
            button = 1 if kind in (MouseDown, MouseUp) else 0
            event = kind(None, x, y, 0, 0, button, False, False, False, x, y, None)
            self.app.post_message(event)
            await asyncio.sleep(0)
        return f"{kinds[0].__name__} at {x}, {y}"
