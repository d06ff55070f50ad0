"""A monkey at the keyboard: keys, clicks and resizes by a seed, over every screen."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from textual.events import MouseDown, MouseScrollDown, MouseScrollUp, MouseUp
from textual.pilot import Pilot

from livegame.catalog.problems import ContentError
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
WIDEST, TALLEST = 300, 100


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
        ways += [lambda night=night: app.green(night.id) for night in nights]  # type: ignore[misc]
        ways += [lambda night=night: self._air(night.id) for night in nights]  # type: ignore[misc]
        ways += [lambda name=name: app.green(name) for name in campaigns]  # type: ignore[misc]
        for run in runs:
            ways.append(lambda run=run: app.review(run))  # type: ignore[misc]
            ways.append(lambda run=run: app.roll(app.house.reel(run)))  # type: ignore[misc]
            ways.append(lambda run=run: app.attract(app.house.reel(run)))  # type: ignore[misc]
            ways.append(lambda run=run: app.resume(run))  # type: ignore[misc]
        return ways

    def _air(self, night: str) -> None:
        self.app.green(night)
        self.app.call_later(self.app.simulate_key, "a")

    async def play(self, deeds: int) -> None:
        """Do that much.

        Raises:
            AssertionError: the game fell.
        """
        for number in range(deeds):
            if not number % STAY:
                await self._carry()
            begun = time.process_time()
            deed = await self._one()
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
            await self._pilot.pause()
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
        await pilot.pause()
        return f"key {key}"

    async def _click(self) -> str:
        """A click or a turn of the wheel somewhere on the screen."""
        width, height = self.app.size
        x, y = self._dice.randrange(max(1, width)), self._dice.randrange(max(1, height))
        kinds = self._dice.choice([(MouseDown, MouseUp), (MouseScrollUp,), (MouseScrollDown,)])
        for kind in kinds:
            button = 1 if kind in (MouseDown, MouseUp) else 0
            event = kind(None, x, y, 0, 0, button, False, False, False, x, y, None)
            self.app.post_message(event)
            await self._pilot.pause()
        return f"{kinds[0].__name__} at {x}, {y}"
