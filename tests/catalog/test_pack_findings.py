"""All that can be found is told at once, also where a file cannot be read."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from livegame import cli
from livegame.catalog.packs import read_pack
from livegame.catalog.packs_findings import Findings
from livegame.catalog.paths import shipped
from tests.shelf import shipped_library

EXAMPLE = shipped("content") / "examples" / "lantern-market"
FILES = sorted(str(path.relative_to(EXAMPLE)) for path in EXAMPLE.rglob("*.toml"))
Spoil = Callable[..., Findings]
STOCK = ("products.toml", "stock = 900", "stock = 99000")
STRANGE_KEY = ("pack.toml", "id = ", 'colour = "red"\nid = ')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "copy"))


@pytest.fixture
def spoil(folder: Path) -> Spoil:
    """What is found in a copy of the example with some texts replaced and some files broken."""

    def spoilt(*changes: tuple[str, str, str], broken: str = "") -> Findings:
        for file, old, new in changes:
            text = (folder / file).read_text("utf-8")
            assert old in text
            (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        if broken:
            with (folder / broken).open("a", encoding="utf-8") as file:
                file.write("\n[[broken\n")
        pack, told = read_pack(folder, shipped_library())
        assert pack is None
        return told

    return spoilt


def test_a_wrong_manifest_hides_nothing(spoil: Spoil) -> None:
    told = spoil(STOCK, STRANGE_KEY)
    assert {one.file for one in told} == {"pack.toml", "products.toml"}
    assert not told.partial


def test_a_file_that_cannot_be_read_hides_no_other(spoil: Spoil) -> None:
    told = spoil(STOCK, STRANGE_KEY, broken="chat/en.toml")
    assert {one.file for one in told} == {"pack.toml", "products.toml", "chat/en.toml"}
    assert told.partial


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_read_is_one_mistake(file: str, spoil: Spoil) -> None:
    (one,) = spoil(broken=file)
    assert one.file == file


def test_check_says_that_more_may_show(
    folder: Path, spoil: Spoil, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(STOCK, broken="chat/en.toml")
    assert cli.main(["check", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[-1] == "2 errors so far; more may show once these are mended"


def test_a_folder_that_is_no_pack_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(30):
        (tmp_path / f"{number}.py").touch()
    assert cli.main(["check", str(tmp_path)]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.endswith("no pack.toml here: this is no pack")
    assert last == "1 error"
