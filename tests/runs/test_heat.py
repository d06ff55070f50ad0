"""The platform's heat has no place before anything is measured, wherever it is asked for."""

from livegame.runs.heat import heat_place, heat_times
from livegame.runs.rehearsal import start


def test_heat_has_a_place_only_once_it_is_measured() -> None:
    session = start(3)
    assert heat_place(session.view) == ""
    session.advance()
    assert heat_place(session.view).endswith(("st", "nd", "rd", "th"))


def test_heat_is_told_against_the_mean_room() -> None:
    assert [heat_times(one) for one in (1000, 1190, 950, 0, 12_345)] == [
        *("1.0", "1.1", "0.9", "0.0", "12.3")
    ]
