"""With nothing left to sell one key lets the show run to its end, and is there only then."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from livegame.catalog.library import library
from livegame.engine.actions import Beat, Cut, Plan
from livegame.runs.lines import Decision
from livegame.runs.runfile import read_run
from livegame.runs.runout import nothing_left, rests
from livegame.runs.session import Session
from livegame.runs.verify import verify
from livegame.studio.app import Livegame
from livegame.studio.palette import commands
from livegame.studio.screens.studio import StudioRoom
from livegame.studio.show import Show
from tests.tui.drive import keys, on_air, text_of
from tests.tui.fakehouse import FakeHouse, FakeVoices
from tests.tui.fakeruns import FakeSession

Make = Callable[..., Livegame]
NIGHT, ROLE = "618-2020-diplomats", "thailand"


def sell_out(session: FakeSession) -> None:
    for good in session.view.products:
        session._good(good.id, shelf=0, held=0, sold=5000)


async def sold_out(pilot: Pilot[None], house: FakeHouse) -> tuple[StudioRoom, FakeSession]:
    """A studio in which everything is sold."""
    studio = await on_air(pilot)
    session = house.sessions[0]
    sell_out(session)
    studio.show.turned()
    studio.go_on()
    await pilot.pause()
    return studio, session


def offered(app: Livegame) -> list[str]:
    return [command.title for command in commands(app, app.screen)]


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=str)
async def test_the_key_is_there_once_nothing_is_left(
    make_app: Make, house: FakeHouse, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        studio = await on_air(pilot)
        assert "to the end" not in text_of(studio, "keys")
        assert "To the end" not in offered(app)
        await pilot.press("e")
        assert not studio.show.resting
        sell_out(house.sessions[0])
        studio.show.turned()
        studio.go_on()
        await pilot.pause()
        assert "e to the end" in text_of(studio, "keys")
        assert all(key in text_of(studio, "keys") for key in ("space pause", "? why", "F1 help"))
        assert "all sold: e lets it run to the end" in text_of(studio, "beats")
        assert "To the end" in offered(app)
        house.sessions[0]._good("th-durian", held=1)
        studio.show.turned()
        studio.go_on()
        await pilot.pause()
        assert "to the end" not in text_of(studio, "keys") + text_of(studio, "beats")


async def test_it_rests_until_the_end(make_app: Make, house: FakeHouse) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        studio, session = await sold_out(pilot, house)
        assert studio.state() == "turn"
        await pilot.press("e")
        assert studio.state() == "live"
        assert "all sold, it runs to the end" in text_of(studio, "beats")
        studio.play(20)
        _, *rests = session.decisions  # after the plan
        assert rests
        assert {*rests} == {Beat("breathe")}
        assert studio.state() == "live"
        studio.play(60)
        assert session.finished
        assert not any("sell again" in remark.text for remark in studio.show.chat)


@pytest.mark.parametrize("key", ["e", "c", "2"])
async def test_hands_on_the_show_end_it(make_app: Make, house: FakeHouse, key: str) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        studio, session = await sold_out(pilot, house)
        await pilot.press("e")
        studio.play(2)
        await pilot.press("space", key)
        assert not studio.show.resting
        done = len(session.decisions)
        await keys(pilot, *["full_stop"] * 20)
        breaths = session.decisions[done:]
        assert Beat("breathe") not in breaths


async def test_it_stops_as_soon_as_something_can_be_sold_again(
    make_app: Make, house: FakeHouse
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        studio, session = await sold_out(pilot, house)
        await pilot.press("e")
        studio.play(3)
        session._good("th-durian", shelf=1200)
        studio.play(1)
        assert not studio.show.resting
        rested = len(session.decisions)
        assert "something to sell again" in studio.show.chat[-1].text
        await pilot.pause()
        assert "to the end" not in text_of(studio, "keys")
        studio.play(30)
        assert studio.state() == "turn"
        assert len(session.decisions) == rested


def test_a_rest_costs_nothing_and_can_be_repeated() -> None:
    for scene in library().scenarios.values():
        pitches = library().under(scene).pitches
        found = rests([pitches[name] for name in scene.pitches])
        for beat in found:
            assert not pitches[beat.pitch].cost
            assert beat.product == ""


def test_such_a_run_is_proved_as_any_other(tmp_path: Path) -> None:
    session = Session.start(NIGHT, ROLE, seed=3, folder=tmp_path)
    goods = library().goods(ROLE)
    least = tuple((good.id, 200) for good in goods)
    session.decide(Plan(stock=least, lots=least, open=tuple(good.id for good in goods)))
    show = Show(session, library(), FakeVoices())
    while not (show.bare or show.over):
        show.step()
    assert not show.over
    show.resting = True
    while not show.over:
        if not show.resting:  # an unpaid pack came back
            assert not nothing_left(show.view)
            while not (show.bare or show.over):
                show.step()
            show.resting = True
        show.step()
    assert session.path
    taken = [entry for entry in read_run(session.path).entries if isinstance(entry, Decision)]
    assert {type(entry.action) for entry in taken} == {Plan, Beat}
    assert all(entry.action == Beat("breathe") for entry in taken[1:])
    assert len(taken) > 5
    assert verify(session.path).ok


def test_a_cut_is_one_of_the_hands() -> None:
    show = Show(FakeSession(library()), library(), FakeVoices())
    show.resting = True
    assert show.do(Cut())  # refused: nothing has changed
    assert show.resting
