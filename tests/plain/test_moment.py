import pytest

from livegame.catalog.library import library
from livegame.plain.moment import tick_at
from livegame.runs.problems import RunError

NIGHT = library().scenarios["618-2020-diplomats"]
MINUTE = 60 // NIGHT.tick_seconds  # ticks


@pytest.mark.parametrize(
    ("text", "tick"),
    [
        ("20:30", 0),
        ("21:12", 42 * MINUTE),
        ("21:12:59", 43 * MINUTE - 1),
        (" 21:30 ", 60 * MINUTE),
        ("0", 0),
        ("77", 77),
        (str(60 * MINUTE), 60 * MINUTE),
    ],
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
