"""How memory grows over hours of play at x8: python -m tests.bench.memory [HOURS].

The studio runs without a terminal and its ticks are driven directly, so that two hours take
a quarter of one. A pitch is begun whenever the host is idle; a night that is over leads through the
front page to the next one. What is told is resident memory after a first night, and at the end.
"""

import asyncio
import os
import random
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from textual.pilot import Pilot

from livegame.studio import collector
from livegame.studio.app import Livegame
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.settings import Settings

SPEED = 8
SHOW_SECONDS = 10  # of the show in a real second at x1
FRAMES = 4  # ticks between two looks at the screen


class Growth(NamedTuple):
    """Resident bytes after the first night and at the end, and the ticks played between."""

    first: int
    last: int
    ticks: int

    @property
    def grown(self) -> int:
        """Bytes that came in between."""
        return self.last - self.first


def resident() -> int:
    """Bytes of this process that are in memory, without garbage, frozen or not."""
    collector.settle()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


async def night(pilot: Pilot[None], most: int = 10**9) -> int:
    """Play one night, or the first `most` ticks of it, to the title; how many ticks it had."""
    app = pilot.app
    assert isinstance(app, Livegame)
    app.green("618-2020-diplomats", "thailand")
    await pilot.pause()
    await pilot.press("a")
    await pilot.pause()
    studio = app.screen
    assert isinstance(studio, StudioRoom)
    studio._paused = True  # the clock is ours
    collector.settle()  # as the studio does in a terminal
    played = 0
    while not studio.show.over and played < most:
        if studio.show.view.idle:
            studio.show.choose(random.choice(studio.show.pitches))
        studio.play(1)
        played += 1
        if played % FRAMES == 0:
            await pilot.pause()
    await pilot.pause()
    while len(app.screen_stack) > 1:
        app.pop_screen()
        await pilot.pause()
    return played


async def grow(hours: float, folder: Path, most: int = 10**9) -> Growth:
    """Play so many hours at x8, after two nights that fill what is kept once."""
    os.environ["LIVEGAME_HOME"] = str(folder)
    app = Livegame(None, Settings(speed=SPEED, paced=False))
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        for _ in range(2):
            await night(pilot, most)
        first = resident()
        wanted = int(hours * 3600 * SPEED * SHOW_SECONDS / 10)
        ticks = 0
        while ticks < wanted:
            ticks += await night(pilot, most)
        return Growth(first, resident(), ticks)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        found = asyncio.run(grow(float((sys.argv[1:] or ["2"])[0]), Path(home)))
    print(
        f"{found.ticks} ticks: {found.first / 1e6:.1f} MB, then {found.last / 1e6:.1f} MB, "
        f"{found.grown / 1e6:+.2f} MB"
    )
