"""What is kept: settings, crash reports; and what the start may not import."""

import subprocess
import sys
from pathlib import Path

import pytest

from livegame.runs.store import data_folder
from livegame.studio import app as app_module
from livegame.studio.crash import report
from livegame.studio.settings import FILE, Settings, home, load, save


def test_settings_come_back(tmp_path: Path) -> None:
    kept = Settings(theme="daylight", speed=4, paced=False, name="安", keys={"studio.price": "m"})
    assert save(kept, tmp_path / "new")
    assert load(tmp_path / "new") == (kept, "")
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE]


def test_no_settings_are_the_usual_ones(tmp_path: Path) -> None:
    assert load(tmp_path) == (Settings(), "")


@pytest.mark.parametrize("text", ["{", "[]", "null", "\x00", '"x"', "{" * 5000])
def test_damaged_settings_are_set_aside(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text)
    settings, broken = load(tmp_path)
    assert settings == Settings()
    assert (tmp_path / broken).read_text() == text
    assert not (tmp_path / FILE).exists()


def test_odd_values_are_left_out(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        '{"speed": 3, "theme": 7, "name": "%s", "keys": {"a": 1}, "x": 2}' % ("n" * 99)
    )
    settings, broken = load(tmp_path)
    assert (settings.speed, settings.theme, len(settings.name), settings.keys) == (
        1,
        "festival",
        24,
        {},
    )
    assert not broken


def test_the_folder_is_the_one_of_the_runs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert home() == data_folder()
    monkeypatch.delenv("LIVEGAME_HOME")
    assert home() == data_folder()


def test_a_report_goes_where_it_can(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    path = report(ValueError("x"), [tmp_path / "file" / "no", tmp_path / "yes"])
    assert path is not None
    assert path.parent == tmp_path / "yes"
    assert "ValueError: x" in path.read_text()


def test_an_unexpected_error_ends_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(self: object) -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr(app_module.Livegame, "run", broken)
    assert app_module.run() == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "Traceback" not in said
    assert str(home()) in said


def test_the_title_imports_little() -> None:
    code = (
        "import sys, livegame.studio.app, livegame.studio.screens.title;"
        "heavy = ('numpy', 'cattrs', 'attrs', 'livegame.engine', 'livegame.runs', 'livegame.bots',"
        " 'livegame.catalog.library');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
