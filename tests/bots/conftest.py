"""A night that is over soon, for tests of how nights are split and gathered."""

from typing import Any

import pytest
from attrs import evolve

from livegame.bots import nights
from livegame.engine.world import World

SCENARIO = "618-2020-diplomats"
TICKS = 40


@pytest.fixture
def short_nights(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """Every night of a sweep ends after some minutes, in processes forked from this one too."""
    short = evolve(world, ticks=TICKS)
    build = nights.build_world

    def built(*given: Any) -> World:
        return evolve(build(*given), ticks=TICKS)

    monkeypatch.setattr(nights, "shipped_world", lambda scenario: short)
    monkeypatch.setattr(nights, "build_world", built)
    return short
