"""Snapshots of a few screens at 80 x 24."""

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from livegame.studio.app import Livegame
from tests.tui.drive import keys, on_air, settle
from tests.tui.fake import FakeHouse

Make = Callable[..., Livegame]
Snap = Callable[..., bool]


async def _title(pilot: Pilot[None]) -> None:
    await settle(pilot)


async def _green(pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    await settle(pilot)


async def _studio(pilot: Pilot[None]) -> None:
    studio = await on_air(pilot)
    await keys(pilot, "1", "space", *["full_stop"] * 20, "tab")
    await pilot.pause(0.15)
    await settle(pilot)
    studio.say("")


async def _front(pilot: Pilot[None]) -> None:
    await on_air(pilot)
    await keys(pilot, *["full_stop"] * 20)
    await settle(pilot)


@pytest.mark.parametrize("scene", [_title, _green, _studio, _front])
def test_looks_as_before(
    snap_compare: Snap, make_app: Make, house: FakeHouse, scene: Callable[[Pilot[None]], object]
) -> None:
    house.ticks = 12 if scene is _front else 60
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=scene)
