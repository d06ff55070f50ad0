"""The command line in this process: exit code, stdout and stderr of a call."""

from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.bots.play import play_bot
from livegame.cli import main

SCENARIO = "618-2020-diplomats"
Call = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("LIVEGAME_HOME", str(folder))
    return folder


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def called(*words: str) -> tuple[int, str, str]:
        code = main(words)
        out, err = capsys.readouterr()
        return code, out, err

    return called


@pytest.fixture(scope="session")
def bot_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run that nobody may change."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("bot")
        patch.setenv("LIVEGAME_HOME", str(folder))
        (run,) = play_bot("greedy", SCENARIO, "thailand", [3], save=folder / "runs")
    return Path(run.file)
