"""The shipped data is found inside a wheel and beside a checkout."""

from pathlib import Path

import pytest

from livegame.catalog import paths
from livegame.catalog.paths import shipped


def test_content_is_found() -> None:
    assert (shipped("content") / "hosts.toml").is_file()


def test_what_the_wheel_carries_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "livegame"
    inside, beside = package / "_shipped" / "content", tmp_path / "content"
    beside.mkdir(parents=True)
    monkeypatch.setattr(paths, "PACKAGE", package)
    assert shipped("content") == beside
    inside.mkdir(parents=True)
    assert shipped("content") == inside


def test_a_copy_without_its_data_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "livegame")
    with pytest.raises(FileNotFoundError, match="install it again"):
        shipped("content")
