"""The festival's line of years: every night has a cell of its own, in the order of the dates."""

import pytest

from livegame.catalog.library import library
from livegame.studio.screens.festival import length
from livegame.studio.widgets.timeline import Timeline, cells

DATES = sorted(scene.date for scene in library().scenarios.values())


@pytest.mark.parametrize("room", [40, 72, 112, 152])
@pytest.mark.parametrize("dates", [DATES, ["2020-06-09"] * 12, ["2009-11-11"], ["2020-12-31"] * 9])
def test_each_night_has_a_cell_of_its_own_in_order(room: int, dates: list[str]) -> None:
    found = cells(dates, room)
    assert len(set(found)) == len(dates)
    assert found == sorted(found)
    assert 0 <= found[0] <= found[-1] <= room


@pytest.mark.parametrize("width", [80, 120, 160])
def test_what_was_played_is_told_by_its_sign(width: int) -> None:
    line = Timeline()
    line._dates, line._at, line._played = DATES, 1, {0, 2}
    head, marks, axis, years = line.draw(width, 5)
    signs = "".join(span.text for span in marks)
    assert signs.count("◆") == 1
    assert signs.count("●") == 2
    assert signs.count("◇") == len(DATES) - 3
    words = "".join(span.text for span in years)
    for year in ("'09", "2020"):
        assert year in words
    assert len("".join(span.text for span in axis)) <= width
    assert head


def test_a_day_is_told_in_hours() -> None:
    assert "24" in length(1440)
    assert "60" in length(60)
    assert "90" in length(90)
