"""Short nights to play, and one finished run to look at."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from short_nights import SCENARIO, TICKS, play_some

from livegame.catalog.library import library
from livegame.engine.world import World
from livegame.runs import beginning as beginning_module
from livegame.runs import saved as saved_module
from livegame.runs.broadcasts import broadcast_bytes
from livegame.runs.saved import broadcast_name
from livegame.runs.session import Session
from livegame.runs.worlds import world_of


@pytest.fixture(scope="session")
def short_world() -> World:
    return evolve(world_of(SCENARIO), ticks=TICKS)


@pytest.fixture(autouse=True)
def short_nights(
    short_world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    """The diplomats' night, over after seven and a half minutes; a data folder of its own."""

    def found(name: str, rung: int = 1) -> World:
        short = name == SCENARIO and rung == 1
        return short_world if short else world_of(name, rung)

    monkeypatch.setattr(beginning_module, "world_of", found)
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path / "home"))
    return


@pytest.fixture(scope="session")
def _one_run(short_world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beginning_module, "world_of", lambda name, rung=1: short_world)
        folder = tmp_path_factory.mktemp("run")
        session = Session.start(SCENARIO, "thailand", seed=7, player="Ann", folder=folder)
        play_some(session, TICKS)
        session.close()
    assert session.path
    return session.path


@pytest.fixture
def finished(_one_run: Path, tmp_path: Path) -> Path:
    """A copy of a finished run file."""
    return Path(shutil.copy(_one_run, tmp_path / "finished.live"))


@pytest.fixture(scope="session")
def _broadcast(short_world: World) -> bytes:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beginning_module, "world_of", lambda name, rung=1: short_world)
        return broadcast_bytes(library().scenarios[SCENARIO], "thailand", 5)


@pytest.fixture
def history(_broadcast: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """History's broadcast of a short night, shipped with this copy for the test's while."""
    folder = tmp_path / "saves"
    folder.mkdir()
    path = folder / broadcast_name(SCENARIO, "thailand")
    path.write_bytes(_broadcast)
    monkeypatch.setattr(saved_module, "shipped", lambda name: folder)
    return path


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """A run left in the middle."""
    session = Session.start(SCENARIO, "thailand", seed=9, folder=tmp_path)
    play_some(session, 40)
    session.close()
    assert session.path
    return session.path
