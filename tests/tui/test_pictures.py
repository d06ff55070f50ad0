"""Snapshots of every screen at two sizes in two themes."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from livegame.studio.app import Livegame
from tests.tui.drive import keys, on_air, settle
from tests.tui.fake import FakeHouse

Make = Callable[..., Livegame]
Snap = Callable[..., bool]
Scene = Callable[[Pilot[None]], Awaitable[None]]


async def title(pilot: Pilot[None]) -> None:
    await settle(pilot)


async def green(pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    await settle(pilot)


async def studio(pilot: Pilot[None]) -> None:
    room = await on_air(pilot)
    await keys(pilot, "1", "space", *["full_stop"] * 20, "tab")
    await pilot.pause(0.15)
    await settle(pilot)
    room.say("")


async def price(pilot: Pilot[None]) -> None:
    await on_air(pilot)
    await keys(pilot, "p", "left", "left")
    await settle(pilot)


async def why(pilot: Pilot[None]) -> None:
    await on_air(pilot)
    await keys(pilot, "question_mark")
    await settle(pilot)


async def front(pilot: Pilot[None]) -> None:
    await on_air(pilot)
    await keys(pilot, *["full_stop"] * 20)
    await settle(pilot)


def room(name: str) -> Scene:
    """The scene of a room that needs nothing to be opened."""

    async def opened(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, Livegame)
        pilot.app.open(name)
        await settle(pilot)
        await settle(pilot)

    opened.__name__ = name
    return opened


ROOMS = ("board", "help", "ladder", "league", "settings", "theatre")
SCENES = [title, green, studio, price, why, front, *map(room, ROOMS)]


@pytest.mark.parametrize("theme", ["festival", "daylight"])
@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_looks_as_before(
    snap_compare: Snap,
    tmp_path: Path,
    scene: Scene,
    size: tuple[int, int],
    theme: str,
    make_app: Make,
    house: FakeHouse,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house.ticks = 12 if scene is front else 60
    # The settings name the folder; a test's own would be another each time.
    monkeypatch.setattr(house, "folder", lambda: Path("~/.local/share/livegame"))
    monkeypatch.setattr(Livegame, "keep_settings", lambda self: None)
    assert snap_compare(make_app(theme=theme), terminal_size=size, run_before=scene)
