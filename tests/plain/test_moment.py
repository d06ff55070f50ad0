import pytest

from livegame.catalog.library import library
from livegame.plain.moment import tick_at
from livegame.runs.problems import RunError

NIGHT = library().scenarios["618-2020-diplomats"]


@pytest.mark.parametrize(
    ("text", "tick"),
    [("20:30", 0), ("21:12", 504), ("21:12:09", 505), (" 21:30 ", 720), ("0", 0), ("720", 720)],
)
def test_a_time_of_day_or_a_tick(text: str, tick: int) -> None:
    assert tick_at(NIGHT, text) == tick


@pytest.mark.parametrize(
    "text", ["20:29", "21:31", "9:99", "\x1b[2J", "7" * 50, "\u0661\u0662", ""]
)
def test_anything_else_is_answered_in_words(text: str) -> None:
    with pytest.raises(RunError, match="is no moment") as caught:
        tick_at(NIGHT, text)
    assert str(caught.value).isprintable()
