"""The title says which office and which night a run that was left goes on with."""

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from livegame.studio.app import Livegame
from livegame.studio.widgets.picker import Picker
from tests.tui.drive import settle, text_of
from tests.tui.fakehouse import FakeHouse

LONG = "What if: the first live shop abroad, and then the second"
CHINESE = "淘宝直播之夜外交官带货专场六一八国际馆第一夜"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize(
    ("office", "night"),
    [("Thailand", "The diplomats' night"), ("Brush school", LONG), ("花店", CHINESE)],
)
async def test_office_and_night_are_both_named(
    make_app: Callable[..., Livegame],
    house: FakeHouse,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    office: str,
    night: str,
) -> None:
    house.left = [house.folder() / "left.live"]
    monkeypatch.setattr(house, "about", lambda path: (office, night))
    async with make_app().run_test(size=size) as pilot:
        await settle(pilot)
        menu = pilot.app.screen.query_one("#menu", Picker)
        first, second, third, *_ = text_of(pilot.app.screen, "menu").splitlines()
        assert "Continue" in first
        assert office in first
        room = menu.size.width - 2
        if cell_len(night) <= room:
            assert night in second
        else:
            assert second.strip().endswith("…")
            assert night.startswith(second.strip().rstrip("…"))
        assert all(cell_len(row) <= menu.size.width for row in (first, second))
        assert "Play" in third
        await pilot.press("down")
        assert menu.at == 2  # the night's name is no entry
        await pilot.press("up", "enter")
        await settle(pilot)
        assert house.sessions
