"""The front page of a run as a picture: what the studio would show, drawn without a terminal."""

import asyncio
import re
from pathlib import Path

from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.settings import Settings
from livegame.studio.widgets.newspaper import Newspaper

SIZE = (120, 36)
FONTS = "Menlo, Consolas, 'DejaVu Sans Mono'"


def tidy(svg: str) -> str:
    """An exported picture without the web font that the exporter refers to."""
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", FONTS)


def front_page(path: Path) -> str:
    """The front page of a finished run, as SVG.

    Raises:
        RunError: the file cannot be replayed, or the run is not finished.
    """
    from livegame.catalog.texts import t
    from livegame.runs.problems import RunError
    from livegame.runs.theatre import Reel
    from livegame.studio.watched import Watched

    reel = Reel.open(path)
    run, ticks = reel.playback, reel.playback.world.ticks
    run.jump(run.last)
    run.due()
    if not run.finished:
        raise RunError(t("runs.is_unfinished", tick=run.last, ticks=ticks))

    async def draw() -> str:
        app = Livegame(House(), Settings())
        async with app.run_test(size=SIZE) as pilot:
            app.push_screen(doors.front(doors.show(app.house, Watched(reel))))
            await pilot.pause(0.1)
            page = app.screen.query_one(Newspaper)
            page.proof = (t("front.proof.replayed"), "good")
            page.redraw()
            await pilot.pause(0.1)
            return app.export_screenshot(title="livegame", simplify=True)

    return tidy(asyncio.run(draw()))
