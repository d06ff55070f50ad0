"""The README's recording, made from the real game: python -m tests.recording FOLDER.

A stretch of the diplomats' night as Thailand, under the seed of the pictures: title, green room, a
beat, the countdown and what it sells, a figure asked why, and the morning's paper. It is written
as `recording.svg`, which plays in a browser wherever a picture may stand.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from livegame.studio.app import Livegame
from livegame.studio.settings import Settings
from livegame.studio.show import Show
from tests.moving import Frame, film, frame
from tests.pictures import SEED, calm, play, script, sold_out, studio_of

SIZE = (100, 30)
MOST_BYTES = 400_000
BEFORE = 4  # beats of the script that are shown going by
TICK = 0.45  # seconds that a tick of the show is to be seen
TITLE = "A minute of livegame: green room, studio, a sell-out, why, and the morning's front page"


class Camera:
    """Takes what the app shows.

    Attributes:
        frames: what was taken. still: which of them says most by itself.
    """

    def __init__(self, pilot: Pilot[None]) -> None:
        self._pilot = pilot
        self.frames: list[Frame] = []
        self.still = 0

    async def take(self, seconds: float) -> None:
        """This moment, to be seen for so long."""
        await self._pilot.pause(0.05)
        compositor = self._pilot.app.screen._compositor
        self.frames.append(frame(compositor.render_strips(), seconds))


def talked(show: Show) -> bool:
    """Whether some beats are over: desire is up, and the forecasts are worth a look."""
    return len([1 for _, kind, _ in show.session.marks if kind == "beat"]) >= BEFORE


async def tape() -> Camera:
    """Play it, and take what is to be seen."""
    app = Livegame(None, Settings(danmaku=False), seed=SEED)
    async with app.run_test(size=SIZE) as pilot:
        camera = Camera(pilot)
        await calm(pilot)
        await camera.take(1.8)
        await pilot.press("p")
        await calm(pilot)
        await camera.take(2.2)
        await pilot.press("a")
        await calm(pilot)
        await pilot.press("space", "space")  # it runs though nothing is chosen; it stands still
        await _beats(pilot, camera)
        await _why(pilot, camera)
        play(pilot, lambda show: False)
        await pilot.press("space")  # time goes on, and there is none left
        await calm(pilot)
        await camera.take(4.5)
    return camera


async def _beats(pilot: Pilot[None], camera: Camera) -> None:
    """The first beat tick by tick; then on to the sell-out, and that tick by tick."""
    studio = studio_of(pilot)
    await camera.take(2.0)
    for _ in range(7):
        script(studio.show)
        studio.show.step()
        studio.refresh_all()
        await camera.take(TICK)
    play(pilot, talked)
    await calm(pilot)
    await camera.take(2.0)
    while not sold_out(studio.show) or not studio.show.view.idle:
        script(studio.show)
        studio.show.step()
        launched = studio.show.view.pitch == "countdown" or sold_out(studio.show)
        if launched:
            studio.refresh_all()
            await camera.take(TICK)
    await calm(pilot)
    await camera.take(2.5)
    camera.still = len(camera.frames) - 1


async def _why(pilot: Pilot[None], camera: Camera) -> None:
    """Two figures asked why."""
    await pilot.press("question_mark")
    await camera.take(3.0)
    await pilot.press("escape")
    place = next(place for place, why in studio_of(pilot).figures() if why == "watching")
    await pilot.click(offset=place.offset)
    await camera.take(3.0)
    await pilot.press("escape")


def make(folder: Path) -> Path:
    """Write the recording; it is small enough for a README, or nothing is written.

    Raises:
        SystemExit: it has grown too large.
    """
    camera = asyncio.run(tape())
    svg = film(camera.frames, TITLE, camera.still)
    size = len(svg.encode())
    if size > MOST_BYTES:
        raise SystemExit(f"{size:,} bytes; a recording has at most {MOST_BYTES:,}")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "recording.svg"
    path.write_text(svg, encoding="utf-8")
    return path


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["LIVEGAME_HOME"] = home
        print(make(Path(sys.argv[1])))
