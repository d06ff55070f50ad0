"""The title says which office and which night a run that was left goes on with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from livegame.runs.session import Session
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.title import Title
from livegame.studio.widgets.picker import Picker
from tests.tui.drive import settle, text_of
from tests.tui.fakehouse import FakeHouse
from tests.tui.fakeruns import SCENARIO

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


def test_two_runs_of_an_office_are_told_apart_by_night_and_time(tmp_path: Path) -> None:
    told = []
    for ticks in (6, 180):
        session = Session.start(SCENARIO, "peru", seed=1, folder=tmp_path)
        for _ in range(ticks):
            session.advance()
        session.close()
        assert session.path
        told.append(House().about(session.path))
    title = House().library().scenarios[SCENARIO].title
    assert {office for office, _ in told} == {"Peru"}
    assert all(title in night for _, night in told)
    assert told[0] != told[1]
    assert told[0][1].startswith("20:3")
    assert session.path
    with session.path.open("ab") as file:
        file.write(b"no line\n")
    assert House().about(session.path) == ("Peru", title)


async def test_the_title_has_its_picture_when_a_game_began_elsewhere(house: FakeHouse) -> None:
    app = Livegame(house, scenario=SCENARIO, role="peru")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Title)
        assert text_of(app.screen, "picture").strip()
