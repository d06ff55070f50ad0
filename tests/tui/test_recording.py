"""The README's recording: at each moment exactly one frame is to be seen, and all of it."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.studio.app import Livegame
from tests.moving import Frame, film, frame
from tests.recording import MOST_BYTES
from tests.tui.drive import on_air, settle

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = Path(__file__).parents[2] / ".pictures"


@pytest.fixture
async def frames(make_app: Callable[..., Livegame]) -> list[Frame]:
    """Title and a few ticks of a show."""
    app = make_app(danmaku=False)
    found = []
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        found.append(frame(app.screen._compositor.render_strips(), 1.5))
        await on_air(pilot)
        await pilot.press("1", "space")
        for _ in range(3):
            await pilot.press("full_stop")
            await pilot.pause()
            found.append(frame(app.screen._compositor.render_strips(), 0.4))
    return found


def texts(rows: Frame) -> list[str]:
    """What can be read in each row; blocks are drawn."""
    return ["".join(c for c, _ in row if c not in "█▀▄").replace(" ", "") for row in rows.rows]


def seen(svg: str, moment: float) -> list[tuple[int, str]]:
    """(y, text) of everything that a browser would show at a moment, by the style's own words."""
    tree = ET.fromstring(svg)
    style = tree.findtext(f"{SVG}style") or ""
    whole = float(re.search(r"animation-duration:([\d.]+)s", style)[1])  # type: ignore[index]
    shown = {}
    for name, steps in re.findall(r"@keyframes (\w+)\{((?:[^{}]+\{[^{}]*\})+)\}", style):
        for at, state in re.findall(r"([\d.]+)%\{visibility:(\w+)\}", steps):
            if float(at) <= 100 * moment / whole:
                shown[name] = state == "visible"
    found = []
    for group in tree.findall(f"{SVG}g/{SVG}g"):
        classes = (group.get("class") or "").split()
        if not classes or shown[classes[1]]:
            found += [(int(float(text.get("y") or 0)), text.text or "") for text in group]
    return [one for one in found if one[1]]


async def test_every_moment_shows_its_frame_and_no_other(frames: list[Frame]) -> None:
    svg = film(frames, "a test", still=1)
    begun = 0.0
    for one in frames:
        here = seen(svg, begun + one.seconds / 2)
        rows = [""] * len(one.rows)
        for y, text in here:
            rows[(y - 13) // 17] += text.replace(" ", "")
        assert rows == texts(one)
        begun += one.seconds


async def test_it_is_small_and_says_what_it_shows(frames: list[Frame]) -> None:
    svg = film(frames, "a <test>", still=0)
    tree = ET.fromstring(svg)
    assert tree.findtext(f"{SVG}title") == "a <test>"
    assert "prefers-reduced-motion" in svg
    assert "<script" not in svg
    assert len(svg) < sum(len(film([one], "", still=0)) for one in frames)


def test_the_one_that_is_kept_is_small_enough() -> None:
    kept = PICTURES / "recording.svg"
    if not kept.is_file():
        pytest.skip("a package without its pictures")
    assert kept.stat().st_size <= MOST_BYTES
    ET.fromstring(kept.read_text(encoding="utf-8"))
