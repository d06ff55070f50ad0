"""What every test may share: the shipped night, and property tests that are the same each time."""

import pytest
from hypothesis import settings

from livegame.bots.nights import shipped_world
from livegame.engine.world import World

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")


@pytest.fixture(scope="session")
def world() -> World:
    """The diplomats' night as it is shipped."""
    return shipped_world("618-2020-diplomats")
