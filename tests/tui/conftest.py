"""An app over fakes, at a size, for every test here."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from textual import app as textual_app
from textual import pilot as textual_pilot

from livegame.runs.rehearsal import RehearsalSession, rehearsal, start
from livegame.studio.app import Livegame
from livegame.studio.settings import Settings
from tests.tui.fakehouse import FakeHouse
from tests.tui.idle import wait_for_idle


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No colours, keys or folders of whoever runs the tests."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pilot goes on as soon as the app has nothing left to do."""
    for module in (textual_app, textual_pilot):
        monkeypatch.setattr(module, "wait_for_idle", wait_for_idle)


@pytest.fixture
def house(tmp_path: Path) -> FakeHouse:
    return FakeHouse(tmp_path)


@pytest.fixture
def make_app(house: FakeHouse) -> Callable[..., Livegame]:
    def make(**settings: object) -> Livegame:
        return Livegame(house, Settings(**settings))  # type: ignore[arg-type]

    return make


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Whoever hesitates for so many seconds gets a hint."""

    def make(wait: float) -> None:
        read = rehearsal()
        steps = [evolve(step, wait=wait) for step in read.step]
        monkeypatch.setattr(
            "livegame.studio.screens.rehearsal.rehearsal", lambda: evolve(read, step=steps)
        )
        monkeypatch.setattr("livegame.studio.screens.rehearsal.BOW_SECONDS", 0.01)

    return make


@pytest.fixture
def same(house: FakeHouse, monkeypatch: pytest.MonkeyPatch) -> list[RehearsalSession]:
    """The same luck each time; and the sessions that were begun."""
    begun: list[RehearsalSession] = []

    def begin() -> RehearsalSession:
        begun.append(start(3))
        return begun[-1]

    monkeypatch.setattr(house, "rehearsal", begin)
    return begun
