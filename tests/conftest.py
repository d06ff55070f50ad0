"""What every test may share: the shipped night, and property tests that are the same each time."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from livegame.bots.nights import shipped_world
from livegame.engine.world import World

# Runs and boards are synced to the disk line by line, which tests need not wait for: their folders
# are in memory where there is room. What a process killed at any moment leaves is there as well.
MEMORY, ROOM = Path("/dev/shm"), 1 << 30
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as processors: the studio's tests wait for shows as much as they work."""
    return max(1, 3 * (os.cpu_count() or 1) // 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of more than some seconds run where LIVEGAME_SLOW is set, as in .ci/run."""
    if "LIVEGAME_SLOW" in os.environ:
        return
    skip = pytest.mark.skip(reason="takes a while; LIVEGAME_SLOW=1 runs it")
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(skip)


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """A text of a million letters is not its own name, which every process would send about."""
    return f"{argname}-of-{len(val)}" if isinstance(val, str | bytes) and len(val) > 60 else None


@pytest.fixture(scope="session")
def world() -> World:
    """The diplomats' night as it is shipped."""
    return shipped_world("618-2020-diplomats")
