"""The running order hosts on a thread of its own: the desk tells how far it is, and can be left."""

import re
import threading
from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from livegame.catalog.texts import t
from livegame.engine.actions import Action
from livegame.engine.rivals import scripted
from livegame.runs.campaigns import evening as evening_module
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.campaigns.waiting import waiting
from livegame.runs.problems import RunError
from livegame.studio import doors
from livegame.studio.app import Livegame
from livegame.studio.house import House
from livegame.studio.screens.days import DaysRoom
from livegame.studio.screens.onair import OnAir
from livegame.studio.settings import Settings
from tests.tui.drive import foreseen, keys, settle, text_of

ELEVEN, BRAND, GREAT = "1111-2020", "nov-brand", 9


class Gate:
    """A running order that waits at its door before each of its choices."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.come = threading.Event()
        self.wrong = ""

    def scripted(self, *now: object) -> list[Action]:
        self.come.set()
        self.open.wait(20)
        if self.wrong:
            raise RunError(self.wrong)
        return list(scripted(*now))  # type: ignore[arg-type]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(evening_module, "scripted", made.scripted)
    yield made
    made.open.set()


def on_air(day: int = 0) -> CampaignSession:
    """A campaign of eleven days in its great night, or in the evening of another day, from 0."""
    session = CampaignSession.start(ELEVEN, BRAND, seed=5)
    while not session.moment.on_air:
        draft = DayDraft(session.season, session.moment.days)
        if session.moment.days.day == day:
            assert not draft.hour(list(draft.hours)[-1])
        session.decide(draft.plan)
        session.advance()
        if not session.moment.on_air:
            session.advance()
    return session


async def at_the_desk(pilot: Pilot[None], session: CampaignSession) -> DaysRoom:
    await settle(pilot)
    await pilot.app.push_screen(doors.desk(session))
    await settle(pilot)
    room = pilot.app.screen
    assert isinstance(room, DaysRoom)
    return room


def hosting(percent: int) -> str:
    return t("days.studio.hosting", percent=percent)


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_the_desk_works_on_while_the_running_order_hosts(
    gate: Gate, size: tuple[int, int]
) -> None:
    app = Livegame(House(), Settings())
    async with app.run_test(size=size) as pilot:
        session = on_air()
        room = await at_the_desk(pilot, session)
        await keys(pilot, "s")
        assert gate.come.wait(20)
        await pilot.pause()
        assert hosting(0) in text_of(room, "row")
        assert t("days.studio.key.script") not in text_of(room, "keys")
        before = text_of(room, "desk")
        await keys(pilot, "o")
        assert text_of(room, "desk") != before, "keys are heard"
        await keys(pilot, "o", "a", "s")
        assert app.screen is room, "the show is hosted already"
        assert "The show:" not in text_of(room, "desk")
        gate.open.set()
        await settle(pilot)
        assert text_of(room, "desk").count("The show:") == 1
        assert hosting(0)[:20] not in text_of(room, "row")
        assert not session.moment.on_air


async def test_a_great_night_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six times as long as an evening, before many times the crowd."""
    app = Livegame(House(), Settings())
    seen: set[int] = set()
    hosted = DaysRoom._hosted

    def look(room: DaysRoom, percent: int) -> None:
        """However fast the machine is: what stands there whenever the thread has told something."""
        hosted(room, percent)
        found = re.search(r"(\d+) %", text_of(room, "row"))
        seen.update({int(found[1])} if found else ())

    monkeypatch.setattr(DaysRoom, "_hosted", look)
    async with app.run_test(size=(80, 24)) as pilot:
        session = on_air(GREAT)
        room = await at_the_desk(pilot, session)
        await keys(pilot, "s")
        while session.moment.on_air:
            await pilot.pause(0.01)
        assert len(seen) > 2
        assert max(seen) <= 100
        await settle(pilot)
        assert "The show:" in text_of(room, "desk")


async def test_whoever_leaves_finds_the_show_where_it_was(gate: Gate) -> None:
    app = Livegame(House(), Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        session = on_air()
        await at_the_desk(pilot, session)
        await keys(pilot, "s")
        assert gate.come.wait(20)
        threading.Timer(0.2, gate.open.set).start()
        await keys(pilot, "escape")
        await settle(pilot)
        assert not isinstance(app.screen, DaysRoom)
        (path,) = waiting()
        again = CampaignSession.resume(path)
        assert again.moment.on_air
        assert again.state_hash() == session.state_hash()
        again.close()


async def test_a_file_that_cannot_be_written_is_told(gate: Gate) -> None:
    app = Livegame(House(), Settings())
    gate.wrong = "the disk is full"
    gate.open.set()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await at_the_desk(pilot, on_air())
        await keys(pilot, "s")
        await settle(pilot)
        assert gate.wrong in text_of(room, "keys")
        gate.wrong = ""
        await keys(pilot, "s")
        await settle(pilot)
        assert "The show:" in text_of(room, "desk")


def test_it_leaves_off_between_two_ticks() -> None:
    session = on_air()
    show = evening_module.EveningSession(session)
    told: list[tuple[int, int]] = []
    show.by_script(lambda done, of: told.append((done, of)), lambda: len(told) == 3)
    assert [done for done, _ in told] == [0, 1, 2]
    assert {of for _, of in told} == {show.view.ticks}
    assert show.view.tick == 3
    show.by_script()
    assert not session.moment.on_air


async def test_an_evenings_show_is_foreseen_like_any() -> None:
    session = on_air()
    async with Livegame(House(), Settings()).run_test(size=(120, 36)) as pilot:
        room = await at_the_desk(pilot, session)
        room._host()
        await settle(pilot)
        show = pilot.app.screen
        assert isinstance(show, OnAir)
        await foreseen(pilot)
        free = {p.id for p in show.show.pitches if not show.show.why_not(p)}
        assert free
        assert set(show.show.bands) == free
