"""The README's pictures, made from the real game: python -m tests.pictures FOLDER.

It plays the diplomats' night as Thailand under one seed, by history's script and a little more,
and exports what Textual shows as SVG.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot

from livegame.bots.players import History
from livegame.engine.actions import Action
from livegame.runs.session import Session
from livegame.studio.app import Livegame
from livegame.studio.portrait import tidy
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.settings import Settings
from livegame.studio.show import Show

SIZE = (120, 36)
SEED = 4
HOST = History()


def _keep(app: Livegame, folder: Path, name: str) -> None:
    """Write what the app shows, without the web font that the exporter refers to."""
    svg = tidy(app.export_screenshot(title="livegame", simplify=True))
    (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


async def calm(pilot: Pilot[None]) -> None:
    """Let everything arrive that was asked for."""
    await pilot.app.workers.wait_for_complete()
    for _ in range(3):
        await pilot.pause(0.2)


def studio_of(pilot: Pilot[None]) -> StudioRoom:
    """The studio in front."""
    room = pilot.app.screen
    assert isinstance(room, StudioRoom)
    return room


def script(show: Show) -> None:
    """What history's script does at this moment, if the host has nothing to do."""
    session = show.session
    assert isinstance(session, Session)
    if session.view.idle:
        actions: tuple[Action, ...] = HOST.choose(session.world, session.state, session.room)
        for action in actions:
            show.do(action)


def play(pilot: Pilot[None], until: Callable[[Show], bool]) -> None:
    """Follow the script until something has come about and the host is free, then stand still."""
    show = studio_of(pilot).show
    while not show.over:
        if show.view.idle and until(show):
            return
        script(show)
        show.step()


def sold_out(show: Show) -> bool:
    """Whether a lot is gone."""
    return any(kind == "soldout" for _, kind, _ in show.session.marks)


async def make(folder: Path) -> None:
    """Title, green room, studio and front page."""
    folder.mkdir(parents=True, exist_ok=True)
    app = Livegame(None, Settings(), seed=SEED)
    async with app.run_test(size=SIZE) as pilot:
        await calm(pilot)
        _keep(app, folder, "title")
        await pilot.press("p")  # a newcomer finds the rehearsal first
        await calm(pilot)
        _keep(app, folder, "green-room")
        await pilot.press("a")
        await calm(pilot)
        await pilot.press("space", "space")  # it runs though nothing is chosen; it stands still
        play(pilot, sold_out)
        await calm(pilot)
        _keep(app, folder, "studio")
        play(pilot, lambda show: False)
        await pilot.press("space")  # time goes on, and there is none left
        await calm(pilot)
        _keep(app, folder, "front-page")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["LIVEGAME_HOME"] = home
        asyncio.run(make(Path(sys.argv[1])))
