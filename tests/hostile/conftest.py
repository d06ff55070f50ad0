"""A finished run and a half-played one of a short night; a data folder of its own."""

import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from mischief import SCENARIO, TICKS, any_action

from livegame.engine.world import World
from livegame.runs import beginning as beginning_module
from livegame.runs.session import Session
from livegame.runs.worlds import world_of


@pytest.fixture(scope="session")
def short_world() -> World:
    return evolve(world_of(SCENARIO), ticks=TICKS)


@pytest.fixture(autouse=True)
def short_nights(
    short_world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    def found(name: str, rung: int = 1) -> World:
        short = name == SCENARIO and rung == 1
        return short_world if short else world_of(name, rung)

    monkeypatch.setattr(beginning_module, "world_of", found)
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path / "home"))
    return


@pytest.fixture(scope="session")
def _played(short_world: World, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(beginning_module, "world_of", lambda name, rung=1: short_world)
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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 32 KiB, where this system lets us have one."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(place)]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        pytest.skip("no mount here")
    if done.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=False)


@pytest.fixture
def closed_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that may be read but not written; root needs a read-only mount for that."""
    place = tmp_path / "closed"
    place.mkdir()
    mounted = False
    if os.geteuid() == 0:
        command = ["mount", "-t", "tmpfs", "-o", "ro,size=32k", "tmpfs", str(place)]
        try:
            mounted = not subprocess.run(command, capture_output=True, check=False).returncode
        except OSError:
            mounted = False
        if not mounted:
            pytest.skip("root may write everywhere here")
    else:
        place.chmod(0o500)
    try:
        yield place
    finally:
        if mounted:
            subprocess.run(["umount", str(place)], check=False)
        else:
            place.chmod(0o700)
