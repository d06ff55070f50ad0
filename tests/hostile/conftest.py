"""A finished run and a half-played one of a short night; a data folder of its own."""

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from mischief import SCENARIO, TICKS, any_action

from livegame.engine.world import World
from livegame.runs import session as session_module
from livegame.runs.session import Session
from livegame.runs.worlds import world_of


@pytest.fixture(scope="session")
def short_world() -> World:
    return evolve(world_of(SCENARIO), ticks=TICKS)


@pytest.fixture(autouse=True)
def short_nights(
    short_world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    def found(name: str) -> World:
        return short_world if name == SCENARIO else world_of(name)

    monkeypatch.setattr(session_module, "world_of", found)
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path / "home"))
    return


@pytest.fixture(scope="session")
def _played(short_world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session_module, "world_of", lambda name: short_world)
        folder = tmp_path_factory.mktemp("played")
        session = Session.start(SCENARIO, "thailand", seed=2, player="Ann", folder=folder)
        luck = random.Random(1)
        while not session.finished:
            action = any_action(session, luck)
            if not session.why_not(action):
                session.decide(action)
            session.advance()
        session.close()
    assert session.path
    return session.path


@pytest.fixture
def played(_played: Path, tmp_path: Path) -> Path:
    """A copy of a finished run with decisions of all kinds."""
    return Path(shutil.copy(_played, tmp_path / "played.live"))


@pytest.fixture
def needs_fork() -> None:
    if not hasattr(os, "fork"):
        pytest.skip("no fork here")
