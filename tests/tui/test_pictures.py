"""Snapshots of every screen at two sizes in two themes; nothing on them is cut or scrolls, and
each figure can be asked why it is so."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from livegame.studio.app import Livegame
from livegame.studio.settings import Settings
from tests.tui.figures import unasked
from tests.tui.scenes import ANSWERING, SCENES, Scene, kinds
from tests.tui.stills import StillHouse
from tests.tui.whole import missing

Snap = Callable[..., bool]
THEMES = ("festival", "daylight")
PICTURES = Path(__file__).with_name("__snapshots__") / "test_pictures"


CASES = [
    pytest.param(scene, size, theme, id=f"{scene.name}-{size[0]}x{size[1]}-{theme}")
    for scene in SCENES
    for size in scene.sizes
    for theme in THEMES
]


def test_every_screen_has_a_scene() -> None:
    shown = {scene.kind for scene in SCENES}
    found = set(kinds())
    assert len(found) > 20
    assert found - shown == set()


def test_every_scene_has_its_pictures_and_no_other_is_kept() -> None:
    wanted = {f"test_looks_as_before[{case.id}].svg" for case in CASES}
    assert {path.name for path in PICTURES.glob("*.svg")} == wanted


@pytest.mark.parametrize(("scene", "size", "theme"), CASES)
def test_looks_as_before(
    snap_compare: Snap,
    tmp_path: Path,
    scene: Scene,
    size: tuple[int, int],
    theme: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = StillHouse(tmp_path, ticks=scene.ticks)
    # The settings name the folder; a test's own would be another each time.
    monkeypatch.setattr(house, "folder", lambda: Path("~/.local/share/livegame"))
    monkeypatch.setattr(Livegame, "keep_settings", lambda self: None)

    async def play(pilot: Pilot[None]) -> None:
        await scene.play(pilot)
        assert type(pilot.app.screen) is scene.kind
        assert list(missing(pilot.app.screen)) == []
        assert scene not in ANSWERING or unasked(pilot.app.screen) == []

    app = Livegame(house, Settings(theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=play)
    assert app.crash is None  # a picture of a screen that fell is no picture
