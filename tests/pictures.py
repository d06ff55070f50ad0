"""The README's pictures, made from the real game: python -m tests.pictures FOLDER.

It plays the diplomats' night as Thailand under one seed, by history's script and a little more,
and exports what Textual shows as SVG.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from livegame.bots.players import History
from livegame.engine.actions import Action
from livegame.studio.app import Livegame
from livegame.studio.portrait import tidy
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.settings import Settings

SIZE = (120, 36)
SEED = 4
MOMENT = 96  # ticks into the show: the mangosteens are just gone


def _keep(app: Livegame, folder: Path, name: str) -> None:
    """Write what the app shows, without the web font that the exporter refers to."""
    svg = tidy(app.export_screenshot(title="livegame", simplify=True))
    (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


async def _calm(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    for _ in range(3):
        await pilot.pause(0.2)


async def _play(pilot: Pilot[None], until: int) -> None:
    """Follow the script to a tick, then stand still."""
    studio = pilot.app.screen
    assert isinstance(studio, StudioRoom)
    session = studio.show.session
    host = History()
    while not session.finished:
        if session.view.idle:
            if session.state.tick >= until:
                return
            actions: tuple[Action, ...] = host.choose(session.world, session.state, session.room)
            for action in actions:
                studio.show.do(action)
        studio.show.step()


async def make(folder: Path) -> None:
    """Title, green room, studio and front page."""
    folder.mkdir(parents=True, exist_ok=True)
    app = Livegame(None, Settings(), seed=SEED)
    async with app.run_test(size=SIZE) as pilot:
        await _calm(pilot)
        _keep(app, folder, "title")
        await pilot.press("p")  # a newcomer finds the rehearsal first
        await _calm(pilot)
        _keep(app, folder, "green-room")
        await pilot.press("a")
        await _calm(pilot)
        await pilot.press("space")
        await _play(pilot, MOMENT)
        await pilot.press("tab", "tab", "tab")
        await _calm(pilot)
        _keep(app, folder, "studio")
        await _play(pilot, 10**9)
        await pilot.press("full_stop")
        await _calm(pilot)
        _keep(app, folder, "front-page")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["LIVEGAME_HOME"] = home
        asyncio.run(make(Path(sys.argv[1])))
