"""Forecasts are of the moment that is shown, soon after it has come; and nobody asks in vain."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from livegame.catalog.texts import t
from livegame.engine.actions import Beat
from livegame.studio.app import Livegame
from livegame.studio.screens.onair import ASK_SECONDS, FORECAST_SECONDS
from livegame.studio.screens.studio import StudioRoom
from tests.tui.drive import on_air, settle, text_of
from tests.tui.fakehouse import Band, FakeHouse

SOON = 4 * ASK_SECONDS


class Dated(FakeHouse):
    """Forecasts whose packs tell the tick that they were made for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.asked: list[int] = []

    def forecast(self, session: Any, beats: Sequence[Beat]) -> list[Band]:
        tick = session.view.tick
        self.asked.append(tick)
        return [Band(beat, packs=(7000 + tick, 7000 + tick)) for beat in beats]


def ticks(room: StudioRoom) -> set[int]:
    return {band.packs[0] - 7000 for band in room.show.bands.values()}


async def stepped(pilot: Pilot[None], steps: int) -> None:
    for _ in range(steps):
        await pilot.press("full_stop")


async def test_a_step_brings_forecasts_of_its_own_moment(tmp_path: Path) -> None:
    assert SOON < FORECAST_SECONDS
    house = Dated(tmp_path)
    async with Livegame(house).run_test(size=(120, 36)) as pilot:
        room = await on_air(pilot)
        await pilot.pause(SOON)
        await settle(pilot)
        assert room.show.view.idle
        for _ in range(3):
            before = room.show.view.tick
            assert ticks(room) == {before}
            await stepped(pilot, 1)
            now = room.show.view.tick
            assert now == before + 1
            assert ticks(room) <= {now}  # none of the moment before is left standing
            await pilot.pause(SOON)
            await settle(pilot)
            assert ticks(room) == {now}


async def test_many_steps_in_a_row_are_foreseen_once(tmp_path: Path) -> None:
    house = Dated(tmp_path)
    async with Livegame(house).run_test(size=(120, 36)) as pilot:
        room = await on_air(pilot)
        await pilot.pause(SOON)
        await settle(pilot)
        before = len(house.asked)
        await stepped(pilot, 12)
        await pilot.pause(SOON)
        await settle(pilot)
        assert ticks(room) == {room.show.view.tick}
        assert len(house.asked) - before < 12


async def test_nobody_asks_while_nothing_moves(tmp_path: Path) -> None:
    house = Dated(tmp_path)
    async with Livegame(house).run_test(size=(120, 36)) as pilot:
        room = await on_air(pilot)
        await stepped(pilot, 1)
        await pilot.pause(SOON)
        await settle(pilot)
        asked = list(house.asked)
        await pilot.pause(4 * SOON)
        assert house.asked == asked
        assert ticks(room) == {room.show.view.tick}


async def test_a_moment_that_passed_while_it_was_foreseen_is_foreseen_anew(tmp_path: Path) -> None:
    house = Dated(tmp_path)
    async with Livegame(house).run_test(size=(120, 36)) as pilot:
        room = await on_air(pilot)
        await pilot.pause(SOON)
        await settle(pilot)
        room._asked, room._foreseeing = room._moment(), True  # a thread is at it
        room.show.step()
        room._foreseen(room._asked, [Band(Beat("story", ""), packs=(7000, 7000))])
        await pilot.pause(SOON)
        await settle(pilot)
        assert ticks(room) == {room.show.view.tick}


class Blind(FakeHouse):
    """Nothing can be foreseen, at first."""

    fails = True

    def forecast(self, session: Any, beats: Sequence[Beat]) -> list[Band]:
        if self.fails:
            raise ValueError("no such night")
        return [Band(beat) for beat in beats]


async def test_a_forecast_that_fails_is_told_and_asked_for_again(tmp_path: Path) -> None:
    house = Blind(tmp_path)
    async with Livegame(house).run_test(size=(80, 24)) as pilot:
        room = await on_air(pilot)
        await pilot.pause(SOON)
        await settle(pilot)
        assert room.show.unforeseen
        assert t("studio.choice.none") in text_of(room)
        assert t("studio.choice.wait") not in text_of(room)
        house.fails = False
        await stepped(pilot, 1)
        await pilot.pause(SOON)
        await settle(pilot)
        assert room.show.bands
        assert t("studio.choice.none") not in text_of(room)
