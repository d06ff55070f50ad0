"""Shows longer than an evening: as quick as one, and their beats are told in minutes."""

import pytest

from livegame.catalog.figures import beat_time
from livegame.studio.pace import Pace


@pytest.mark.parametrize(("tick_seconds", "minutes"), [(10, 60), (30, 180), (240, 1440)])
def test_a_long_show_takes_no_longer_than_an_hour_long_one(tick_seconds: int, minutes: int) -> None:
    ticks = minutes * 60 // tick_seconds
    assert Pace(1, tick_seconds, minutes).tick * ticks == pytest.approx(360)


def test_a_short_show_keeps_its_pace() -> None:
    assert Pace(1, 10, 30).tick == Pace(1, 10, 60).tick == 1.0


@pytest.mark.parametrize(
    ("seconds", "short", "long"),
    [(90, "90s", "90 s"), (599, "599s", "599 s"), (3600, "60m", "60 min")],
)
def test_a_beat_is_told_in_its_own_unit(seconds: int, short: str, long: str) -> None:
    assert beat_time(seconds) == short
    assert beat_time(seconds, " ") == long
    assert len(short) <= 4
