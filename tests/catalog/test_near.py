"""A wrong name: which known ones it could be meant for; packs and the command line ask the same."""

import pytest

from livegame.catalog.near import like, like_whole, slip_of

KNOWN = ["th-durian", "th-coconut", "vn-coffee-hill", "kr-ramen"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("durian", ["th-durian"]),
        ("durain", ["th-durian"]),
        ("TH-Durian", ["th-durian"]),
        ("cofee_hill", ["vn-coffee-hill"]),
        ("th", ["th-durian", "th-coconut"]),
        ("xyz", []),
        ("", []),
    ],
)
def test_names_like_the_whole_or_a_part(said: str, found: list[str]) -> None:
    assert like(said, KNOWN) == found


def test_no_more_than_three_are_offered() -> None:
    rooms = [f"room-{n}" for n in range(10, 16)]
    assert like("room-1", rooms) == rooms[:3]
    assert len(like_whole("room-1", rooms)) == 3


def test_whole_names_come_nearest_first_and_no_part_counts() -> None:
    assert like_whole("tea-hil", ["tea-hall", "tea-hill", "sea"]) == ["tea-hill", "tea-hall"]
    assert not like_whole("durian-x", ["very-long-th-durian"])


def test_a_slip_is_of_the_whole_name_and_of_no_known_one() -> None:
    assert slip_of("kr-ramn", KNOWN) == "kr-ramen"
    assert not slip_of("ramen", KNOWN)
    assert not slip_of("kr-ramen", KNOWN)
