"""Whoever comes back to a show midway finds it standing still, and knows where it is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.studio import app as studio
from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.screens.studio import StudioRoom
from tests.tui.drive import keys, settle
from tests.tui.fakehouse import FakeHouse
from tests.tui.fakeruns import SCENARIO, FakeSession


def midway(house: FakeHouse) -> FakeSession:
    session = house.start(SCENARIO, "russia", 9, "")
    session.decide(doors.show(house, session).beat(doors.show(house, session).pitches[0]))
    session.advance()
    assert not session.view.idle
    return session


@pytest.mark.parametrize(("way", "state"), [({"back": True}, "paused"), ({"still": True}, "paused"),
                                            ({}, "live")])  # fmt: skip
async def test_a_show_entered_midway_stands_still(
    make_app: Callable[..., Livegame], house: FakeHouse, way: dict[str, bool], state: str
) -> None:
    async with make_app(speed=4).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.push_screen(doors.studio(house, midway(house), **way))  # type: ignore[arg-type]
        await settle(pilot)
        room = pilot.app.screen
        assert isinstance(room, StudioRoom)
        assert room.show.state == state
        assert room.show.speed == 4
        if state == "paused":
            assert any("space lets it go on" in line.text for line in room.show.chat)
            await keys(pilot, "space")
            assert room.show.state == "live"


async def test_the_app_knows_the_show_that_was_left_and_its_speed(
    make_app: Callable[..., Livegame], house: FakeHouse, tmp_path: Path
) -> None:
    app = make_app(speed=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        session = midway(house)
        session.path = tmp_path / "a.live"
        app.push_screen(doors.studio(house, session, back=True))
        await settle(pilot)
        await keys(pilot, "plus")
        await keys(pilot, "q")
    assert app.left == tmp_path / "a.live"
    assert app.settings.speed > 1


def test_after_the_screen_closed_a_line_says_where_it_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def leave(self: Livegame) -> None:
        self.left = tmp_path / "a.live"

    monkeypatch.setattr(Livegame, "run", leave)
    assert studio.run() == 0
    told = capsys.readouterr().out
    assert f"Your show is kept in {tmp_path / 'a.live'}" in told
    assert "--resume" in told
    monkeypatch.setattr(Livegame, "run", lambda self: None)
    assert studio.run() == 0
    assert not capsys.readouterr().out
