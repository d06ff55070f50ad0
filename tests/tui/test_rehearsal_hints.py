"""Hints of the rehearsal: for those who hesitate, beside what they speak of, with their keys."""

from collections.abc import Callable

import pytest
from textual.geometry import Region

from livegame.runs.coach import OTHER
from livegame.runs.rehearsal import RehearsalSession, rehearsal
from livegame.studio.app import Livegame
from livegame.studio.widgets.hint import HEIGHT, Hint
from tests.tui.drive import keys, text_of
from tests.tui.rehearsing import LONG, beat, enter, hint

Make = Callable[..., Livegame]


async def test_hints_come_to_those_who_hesitate_and_go_with_a_key(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(0.3)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        assert hint(room) == ""
        await pilot.pause(0.5)
        assert "Press 1" in hint(room)
        assert room.query_one(Hint).region.area
        assert "Press 1" in text_of(room, "hint")
        await pilot.press("down")
        await pilot.pause()
        assert hint(room) == ""
        assert not room.query_one(Hint).region.area
        await pilot.pause(0.5)
        assert "Press 1" in hint(room)


async def test_who_does_not_hesitate_sees_none(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        await beat(pilot, "1")
        await pilot.pause(0.2)
        assert hint(room) == ""


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 45), (200, 60)])
async def test_a_hint_lies_beside_what_it_speaks_of(
    make_app: Make,
    quick: Callable[[float], None],
    same: list[RehearsalSession],
    size: tuple[int, int],
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=size) as pilot:
        room = await enter(pilot)
        screen = Region(0, 0, size[0], size[1] - 1)
        for step in rehearsal().step:
            plan = room.plan(*size)
            assert step.panel in plan, step.id
            box = room.query_one(Hint)
            box.words = room._words(step)
            place = box.place(plan[step.panel], size[0], size[1] - 1)
            assert screen.contains_region(place), step.id
            assert place.height == HEIGHT
            assert not place.overlaps(plan[step.panel]), step.id
            assert len(box.words) <= place.width - 4


async def test_the_words_name_the_keys_that_the_player_has_set(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app(keys={"studio.stock": "v"})
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        step = next(step for step in rehearsal().step if step.key == "studio.stock")
        assert "Press v" in room._words(step)


async def test_the_same_words_are_to_be_read_each_time_they_come(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(0.1)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        for _ in range(3):
            await pilot.pause(0.3)
            words = hint(room)
            assert words
            assert words in text_of(room, "hint")
            await keys(pilot, "r")  # nobody asks yet; whoever presses keys does not hesitate
            assert not hint(room)


async def test_with_the_other_good_in_hand_it_says_to_show_it(
    make_app: Make, quick: Callable[[float], None], same: list[RehearsalSession]
) -> None:
    quick(LONG)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        room = await enter(pilot)
        await beat(pilot, "1")
        step = next(step for step in rehearsal().step if step.id == OTHER)
        assert "Press tab" in room._words(step)
        await keys(pilot, "tab")
        assert "Press 1: show this one too." in room._words(step)
        assert len(room._words(step).split()) <= 9
        await keys(pilot, "tab")
        assert "Press tab" in room._words(step)
