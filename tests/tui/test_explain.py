"""The panel that takes the figures apart: brief where it is low, else in full as far as it goes."""

import pytest

from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.studio.explain import explain, gist
from livegame.studio.show import Show
from tests.tui.fakehouse import FakeVoices
from tests.tui.fakeruns import FakeSession

WIDTH = 52


@pytest.fixture(scope="module")
def show() -> Show:
    return Show(FakeSession(library()), library(), FakeVoices())


def heads(lines: list[tuple[object, ...]]) -> list[str]:
    return [row[0].text for row in lines if row[0].ink == "title"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("height", range(3, 60))
def test_it_never_takes_more_than_its_place(show: Show, height: int) -> None:
    assert len(gist(show, WIDTH, height)) <= height


def test_every_part_is_told_before_any_is_told_in_full(show: Show) -> None:
    whole = explain(show, WIDTH)
    all_heads = heads(whole)
    assert t("studio.why.score") in all_heads
    least = next(n for n in range(60) if heads(gist(show, WIDTH, n)) == all_heads)
    assert least < len(whole)
    for height in range(least, len(whole) + 1):
        assert heads(gist(show, WIDTH, height)) == all_heads


def test_more_room_tells_more(show: Show) -> None:
    whole = explain(show, WIDTH)
    told = [len(gist(show, WIDTH, height)) for height in range(8, len(whole) + 1)]
    assert gist(show, WIDTH, len(whole)) == whole
    assert told[-1] == len(whole)
    between = gist(show, WIDTH, len(whole) - 1)
    assert len(between) > len(whole) // 2  # most of it in full
