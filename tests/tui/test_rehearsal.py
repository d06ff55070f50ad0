"""The rehearsal in the studio: found by newcomers, a real sale before it ends, nothing kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.catalog import figures
from livegame.runs.rehearsal import RehearsalSession, rehearsal
from livegame.runs.session import Session
from livegame.studio.app import Livegame
from livegame.studio.screens.curtain import Curtain
from livegame.studio.screens.green import GreenRoom
from livegame.studio.screens.rehearsal import RehearsalRoom
from livegame.studio.screens.title import Title
from livegame.studio.widgets.picker import Picker
from tests.tui.drive import keys, settle, text_of
from tests.tui.fakehouse import FakeHouse
from tests.tui.rehearsing import LONG, beat, enter, hint

Make = Callable[..., Livegame]


async def test_a_newcomer_finds_it_first(make_app: Make, house: FakeHouse) -> None:
    house.fresh = True
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.screen.query_one("#menu", Picker).at == 0
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RehearsalRoom)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Title)


async def test_who_has_played_finds_the_cursor_on_play(make_app: Make, house: FakeHouse) -> None:
    house.fresh = True
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        title = app.screen
        assert isinstance(title, Title)
        assert title._entries[0] == "rehearsal"
        house.fresh = False
        title.look()
        await settle(pilot)
        assert title._entries[title.query_one("#menu", Picker).at] == "play"
        await pilot.press("down", "down")
        title.look()
        await settle(pilot)
        assert title._entries[title.query_one("#menu", Picker).at] == "festival"


async def test_others_find_it_in_the_menu(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, Title)
        assert app.screen._entries.index("rehearsal") > 0
        assert "Rehearsal" in text_of(app.screen, "menu")


def test_a_newcomer_is_who_has_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from livegame.studio.house import House

    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path))
    assert House().newcomer()
    session = Session.start("618-2020-diplomats", "thailand", seed=1)
    session.close()
    assert not House().newcomer()


async def test_a_whole_rehearsal_by_keys_ends_with_a_sale_and_the_real_night(
    make_app: Make,
    house: FakeHouse,
    quick: Callable[[float], None],
    same: list[RehearsalSession],
) -> None:
    quick(LONG)
    app = make_app(paced=False)  # it waits for its host all the same
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        assert room.waiting
        await beat(pilot, "1")
        assert room.waiting
        await beat(pilot, "4")
        assert same[0].view.sales > 0
        await keys(pilot, "r", "s", "enter", "tab")
        await beat(pilot, "2")
        assert not isinstance(app.screen, Curtain)
        await beat(pilot, "4")
        await pilot.pause(0.2)
        assert isinstance(app.screen, Curtain)
        told = text_of(app.screen)
        assert "mangosteen" in told
        assert "Why it sold" in told
        assert "5,000 durians" in told
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, GreenRoom)
        assert app.screen._scenario.id == rehearsal().after
        assert app.screen.role == rehearsal().role
        assert len(app.screen_stack) == 2
    assert house.sessions == []
    assert not list(Path(house.folder()).rglob("*.live"))


async def test_the_curtain_counts_as_the_shelf_does_and_gives_each_lot_its_time(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        await beat(pilot, "1")
        await beat(pilot, "4")
        await keys(pilot, "s", "enter")
        await beat(pilot, "1")
        await beat(pilot, "4")
        good = same[0].view.products[0]
        assert good.reserved
        room._bow()
        await pilot.pause()
        assert isinstance(app.screen, Curtain)
        told = " ".join(text_of(app.screen).split())
        assert f"{good.sold:,} x mangosteen" in told
        assert f"{good.reserved} more never paid for" in told
        lots = room.show.lots
        assert len(lots) == 2
        for lot in lots:
            assert f"{lot.packs} gone in {figures.seconds(lot.seconds)}" in told


@pytest.mark.parametrize(("key", "home"), [("escape", True), ("2", True), ("1", False)])
async def test_the_curtain_has_two_ways(
    make_app: Make,
    quick: Callable[[float], None],
    same: list[RehearsalSession],
    key: str,
    home: bool,
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        await beat(pilot, "4")
        room._bow()
        await pilot.pause()
        assert isinstance(app.screen, Curtain)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(app.screen, Title if home else GreenRoom)


async def test_without_a_sale_it_is_played_again(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        while not same[0].finished:
            same[0].advance()
        room.go_on()
        await pilot.pause(0.2)
        assert len(same) == 2
        assert isinstance(app.screen, RehearsalRoom)
        assert app.screen is not room
        assert app.screen.show.view.tick == 0
        assert "Take 2" in text_of(app.screen, "chat")
        assert len(app.screen_stack) == 2


async def test_escape_leaves_at_once_wherever_one_is(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(0.05)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        await pilot.pause(0.2)
        assert hint(room)
        await keys(pilot, "1", "escape")
        assert isinstance(app.screen, Title)


async def test_it_can_be_played_by_mouse(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        menu = app.screen.query_one("#menu", Picker)
        assert isinstance(app.screen, Title)
        row = app.screen._entries.index("rehearsal")
        await pilot.click("#menu", offset=(4, row + (1 if menu.title else 0)))
        await pilot.pause()
        room = app.screen
        assert isinstance(room, RehearsalRoom)
        await pilot.click("#beats", offset=(4, 1))
        await pilot.pause()
        assert room.show.view.pitch == "demonstrate"


async def test_the_score_is_left_out(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(160, 45)) as pilot:
        room = await enter(pilot)
        await settle(pilot)
        assert "points" not in text_of(room, "status")
        why = text_of(room, "why")
        assert "Stock" in why
        assert "Score" not in why
        assert "points" not in why
