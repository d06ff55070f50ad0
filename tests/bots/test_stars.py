"""What three stars take: from the expert's own nights, never less than two stars and a little."""

import tomllib
from collections import Counter

import numpy as np
import pytest

from livegame.bots import stars
from livegame.bots.games import Played
from livegame.bots.ladder import FIRST_SEED, NIGHTS
from livegame.bots.nights import shipped_world
from livegame.bots.stars import LEAST, stars_toml, third_stars
from livegame.catalog.library import library
from livegame.catalog.reading import structure
from livegame.catalog.solved import ThirdStar

SCENARIO = "618-2020-diplomats"


def fake(points: dict[str, list[int]]):  # type: ignore[no-untyped-def]
    def play_all(contests, **_):  # type: ignore[no-untyped-def]
        nothing = np.zeros(1, dtype=np.int64)
        return [
            Played(np.array(points.get(role, [0])), nothing, nothing, Counter(), Counter())
            for _, role, _, _ in contests
        ]

    return play_all


def test_four_nights_of_five_reach_it(monkeypatch: pytest.MonkeyPatch) -> None:
    nights = {"thailand": list(range(1200, 2200, 10)), "peru": [300] * 50}
    monkeypatch.setattr(stars, "play_all", fake(nights))
    found = third_stars(SCENARIO, nights=5)
    assert found.points["thailand"] == 1390
    reached = sum(p >= found.points["thailand"] for p in nights["thailand"])
    assert reached / len(nights["thailand"]) == pytest.approx(0.8, abs=0.02)
    assert found.points["peru"] == 1000 + LEAST


def test_what_is_written_is_read_back() -> None:
    one = ThirdStar(SCENARIO, 1, "1:2", "as a test says", {"peru": 1500, "thailand": 1700})
    assert structure(tomllib.loads(stars_toml(one)), ThirdStar, "stars") == one


def test_the_shipped_limits_are_the_rooms_own() -> None:
    row = library().third_stars[SCENARIO]
    world = shipped_world(SCENARIO)
    assert set(row.points) == set(world.roles)
    for role, limits in zip(world.roles, world.stars, strict=True):
        assert limits == (600, 1000, row.points[role])
        assert limits[2] >= limits[1] + LEAST


def test_they_come_from_nights_that_nothing_else_sees() -> None:
    first, end = map(int, library().third_stars[SCENARIO].seeds.split(":"))
    assert first >= FIRST_SEED + NIGHTS
    assert end > first
