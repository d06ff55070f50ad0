"""An app over fakes, at a size, for every test here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.studio.app import Livegame
from livegame.studio.settings import Settings
from tests.tui.fake import FakeHouse


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No colours, keys or folders of whoever runs the tests."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TEXTUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LIVEGAME_HOME", str(tmp_path / "home"))


@pytest.fixture
def house(tmp_path: Path) -> FakeHouse:
    return FakeHouse(tmp_path)


@pytest.fixture
def make_app(house: FakeHouse) -> Callable[..., Livegame]:
    def make(**settings: object) -> Livegame:
        return Livegame(house, Settings(**settings))  # type: ignore[arg-type]

    return make
