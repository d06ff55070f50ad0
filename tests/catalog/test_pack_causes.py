"""`livegame check` names the cause, not what follows from it."""

import shutil
from pathlib import Path

import pytest

from livegame import cli
from livegame.catalog.packs import read_pack
from livegame.catalog.paths import shipped
from tests.shelf import shipped_library

EXAMPLE = shipped("content") / "examples" / "lantern-market"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "copy"))


def found(folder: Path) -> list[str]:
    pack, told = read_pack(folder, shipped_library())
    assert pack is None
    return [one.words for one in told]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_file_that_does_not_parse_is_all_that_is_told(folder: Path) -> None:
    """A missing quote gave 66 errors."""
    change(folder / "products.toml", 'host = "lantern-maker"', 'host = "lantern-maker')
    (line,) = found(folder)
    assert line.startswith("products.toml: is not valid TOML")
    assert "line 5" in line


def test_mistakes_in_other_files_are_still_told(folder: Path) -> None:
    change(folder / "products.toml", 'host = "lantern-maker"', 'host = "lantern-maker')
    change(folder / "hosts.toml", "draw = 1.0", "draw = -1.0")
    assert len(found(folder)) == 2


def test_a_misspelt_host_is_told_once_with_what_was_meant(folder: Path) -> None:
    """It gave 18 errors: all that speaks of the good."""
    change(folder / "products.toml", 'host = "lantern-maker"', 'host = "lantern-makr"')
    (line,) = found(folder)
    assert "did you mean lantern-maker?" in line


def test_a_missing_hosts_file_is_told_once(folder: Path) -> None:
    (folder / "hosts.toml").unlink()
    (line,) = found(folder)
    assert "hosts.toml: is missing" in line
    assert "lantern-maker, soup-stall" in line
    assert "denmark" not in line


def test_what_is_unlike_any_id_has_no_near_miss(folder: Path) -> None:
    change(folder / "facts.toml", 'article = "lantern', 'article = "zzz')
    (line,) = found(folder)
    assert "did you mean" not in line
    assert "such as" not in line


def test_a_place_that_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "/nonexist"]) == 1
    assert capsys.readouterr().out.startswith("/nonexist: is no folder")


def test_what_it_adds_is_counted_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(EXAMPLE)]) == 0
    said = capsys.readouterr().out
    assert "adds 1 article, 13 assumptions, 1 campaign of several days, 7 lines of chat" in said
    assert "2 hosts, 1 pitch, 8 goods, 1 evening" in said


def test_a_line_of_a_good_that_is_not_there_is_told(folder: Path) -> None:
    change(folder / "chat" / "en.toml", 'category = ["lantern"]', 'goods = ["lantern-of-gold"]')
    (line,) = found(folder)
    assert "goods = lantern-of-gold" in line
    assert "none of this id among the products" in line
