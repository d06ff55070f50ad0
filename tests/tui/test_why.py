"""Every figure on screen answers why: by the key and arrows, and by the mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from rich.cells import cell_len
from textual.pilot import Pilot

from livegame.studio.app import Livegame
from livegame.studio.lines import Span, line
from livegame.studio.screens.ask import Ask, Lit, Told
from livegame.studio.screens.reading import Reading
from livegame.studio.screens.room import Room
from livegame.studio.settings import Settings
from livegame.studio.widgets.panel import Panel
from tests.tui.drive import foreseen, keys, on_air, text_of
from tests.tui.fakehouse import FakeHouse
from tests.tui.figures import digits, unasked
from tests.tui.scenes import ANSWERING, SCENES, Scene
from tests.tui.stills import StillHouse
from tests.tui.whole import missing

Make = Callable[..., Livegame]
SIZES = [(80, 24), (120, 36), (160, 45), (200, 60)]


async def shown(pilot: Pilot[None]) -> Room:
    """A few ticks into a show that stands still, with its forecasts."""
    await on_air(pilot)
    await keys(pilot, "1", "space", *["full_stop"] * 20, "tab")
    await foreseen(pilot)
    room = pilot.app.screen
    assert isinstance(room, Room)
    return room


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_figure_of_the_studio_can_be_asked_about(
    make_app: Make, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        room = await shown(pilot)
        assert unasked(room) == []
        assert len(room.figures()) > 25


@pytest.mark.slow  # two smaller sizes are looked at where pictures are taken
@pytest.mark.parametrize("scene", ANSWERING, ids=lambda scene: scene.name)
async def test_every_figure_of_every_room_can_be_asked_about(tmp_path: Path, scene: Scene) -> None:
    app = Livegame(StillHouse(tmp_path, ticks=scene.ticks), Settings())
    async with app.run_test(size=(160, 45)) as pilot:
        await scene.play(pilot)
        assert isinstance(app.screen, scene.kind)
        assert unasked(app.screen) == []


@pytest.mark.parametrize("name", ["front", "board", "days", "green", "review", "festival"])
async def test_a_key_asks_in_rooms_off_air_too(tmp_path: Path, name: str) -> None:
    scene = next(scene for scene in SCENES if scene.name == name)
    app = Livegame(StillHouse(tmp_path, ticks=scene.ticks), Settings())
    async with app.run_test(size=(120, 36)) as pilot:
        await scene.play(pilot)
        room = app.screen
        await pilot.press("question_mark")
        ask = app.screen
        assert isinstance(ask, Ask)
        for _ in range(8):
            told = text_of(ask, "told")
            assert len(told.splitlines()) > 2, ask.figure
            await keys(pilot, "tab")
        await pilot.press("escape")
        assert app.screen is room


@pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((160, 45), marks=pytest.mark.slow)], ids=str
)
async def test_tab_comes_by_every_figure_and_each_is_told_whole_beside_it(
    make_app: Make, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        room = await shown(pilot)
        await pilot.press("question_mark")
        ask = pilot.app.screen
        assert isinstance(ask, Ask)
        told = {}
        for _ in room.figures():
            told[ask.figure] = text_of(ask, "told")
            lit, sheet = ask.query_one(Lit).region, ask.query_one(Told).region
            assert ask.region.contains_region(sheet)
            assert not lit.overlaps(sheet), ask.figure
            assert list(missing(ask)) == [], ask.figure
            await keys(pilot, "tab")
        assert set(told) == {why for _, why in room.figures()}
        assert all(len(text.splitlines()) > 2 for text in told.values())


async def test_arrows_go_from_figure_to_figure(make_app: Make) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        await shown(pilot)
        await pilot.press("question_mark")
        ask = pilot.app.screen
        assert isinstance(ask, Ask)
        first = ask.query_one(Lit).region
        assert ask.figure == "points"
        await pilot.press("down")
        assert ask.query_one(Lit).region.y > first.y
        await pilot.press("up")
        back = ask.query_one(Lit).region
        await pilot.press("left")
        assert ask.query_one(Lit).region.x < back.x
        for key in ("up", "left", "right", "down"):
            await keys(pilot, *[key] * 40)
            assert isinstance(pilot.app.screen, Ask)


async def test_the_mouse_asks_too(make_app: Make, house: FakeHouse) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        room = await shown(pilot)
        for name in ("watching", "trust", "points"):
            place = next(place for place, why in room.figures() if why == name)
            await pilot.click(offset=place.offset)
            ask = pilot.app.screen
            assert isinstance(ask, Ask)
            assert ask.figure == name
            other = next(place for place, why in room.figures() if why == "budget")
            if not ask.query_one(Told).region.contains_point(other.offset):
                await pilot.click(offset=other.offset)
                assert ask.figure == "budget"
            await pilot.press("escape")
            assert pilot.app.screen is room


async def test_what_can_be_chosen_is_still_chosen_by_a_click(
    make_app: Make, house: FakeHouse
) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        room = await shown(pilot)
        goods = [good.id for good in house.sessions[0].view.products]
        other = next(one for one in goods if one != room.show.chosen)
        place = next(place for place, why in room.figures() if why == f"sold:{other}")
        await pilot.click(offset=place.offset)
        assert pilot.app.screen is room
        assert room.show.chosen == other
        await pilot.click(offset=place.offset)
        assert isinstance(pilot.app.screen, Ask)
        assert pilot.app.screen.figure == f"sold:{other}"


async def test_the_right_button_asks_where_the_left_one_begins_a_beat(
    make_app: Make, house: FakeHouse
) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        room = await shown(pilot)
        done = len(house.sessions[0].decisions)
        place, name = next(one for one in room.figures() if one[1].startswith("pitch:"))
        await pilot.click(offset=place.offset, button=3)
        assert isinstance(pilot.app.screen, Ask)
        assert pilot.app.screen.figure == name
        assert len(house.sessions[0].decisions) == done


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=str)
async def test_the_right_button_asks_wherever_a_click_acts(
    make_app: Make, house: FakeHouse, size: tuple[int, int]
) -> None:
    """On a pitch's name, its row and a refusal, on a good's name, on the signs on top."""
    async with make_app().run_test(size=size) as pilot:
        room = await shown(pilot)
        session = house.sessions[0]
        session.view = evolve(session.view, budget=0)  # dear pitches are refused
        absent = session.view.products[-1].id
        session._good(absent, shelf=0, held=0, sold=0, reserved=0)
        room.show.turned()
        room.redraw()
        await pilot.pause()
        done, speed, chosen = list(session.decisions), room.show.speed, room.show.chosen
        asked: dict[tuple[str, str], str] = {}
        for panel in ("status", "shelf", "beats"):
            for hit, offset in _first_cells(room.query_one(f"#{panel}", Panel)):
                await pilot.click(offset=offset, button=3)
                assert isinstance(pilot.app.screen, Ask), hit
                asked[hit] = pilot.app.screen.figure
                lit = pilot.app.screen.query_one(Lit).region
                assert room.query_one(f"#{panel}").region.contains_region(lit), hit
                await pilot.press("escape")
        for at, pitch in enumerate(room.show.pitches):
            assert asked["pitch", str(at)].split(":")[1] == pitch.id
        for good in session.view.products:
            assert asked["product", good.id].split(":")[1] == good.id
        assert asked["pause", ""] == "time"
        assert list(session.decisions) == done
        assert (room.show.speed, room.show.chosen) == (speed, chosen)
        await pilot.click("#keys", offset=(2, 0), button=3)
        assert pilot.app.screen is room


def _first_cells(panel: Panel) -> list[tuple[tuple[str, str], tuple[int, int]]]:
    """What a click means in a panel, and a cell of its first words that are no figure."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    place = panel.content_region
    for y in range(place.height):
        x = place.x
        for span in panel.drawn(y):
            if span.hit and span.text.strip() and x < place.right and not digits(span.text):
                found.setdefault(span.hit, (x, place.y + y))
            x += cell_len(span.text)
    return list(found.items())


async def test_time_stands_still_and_the_whole_is_a_key_away(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        room = await shown(pilot)
        tick = room.show.view.tick
        await pilot.press("space", "question_mark")
        await pilot.pause(0.5)
        assert room.show.view.tick - tick <= 1
        await pilot.press("question_mark")
        assert isinstance(pilot.app.screen, Reading)
        await pilot.press("escape")
        assert pilot.app.screen is room


async def test_a_resize_closes_the_sheet(make_app: Make) -> None:
    async with make_app().run_test(size=(120, 36)) as pilot:
        room = await shown(pilot)
        await pilot.press("question_mark")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert pilot.app.screen is room


async def test_a_panel_that_was_drawn_wider_has_the_figures_that_still_show(
    make_app: Make,
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        room = await shown(pilot)
        status = room.query_one("#status", Panel)
        for width in range(1, 40):
            status._drawn = [line(Span("a" * width, why="x"), Span("", why="y"), Span("b", why="x"))
                             for _ in range(2)]  # fmt: skip
            found = status.figures()
            assert {why for _, why in found} == {"x"}
            assert [place.size for place, _ in found] == [(width + 1, 2)]  # one below the other
        status._drawn = [line(Span(" " * 80), Span("c", why="x"), Span("d", why="x"))]
        assert status.figures() == []
