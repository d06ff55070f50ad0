"""The shipped library read once for tests that take it up hundreds of times."""

from functools import lru_cache
from pathlib import Path

import pytest

from livegame.catalog import library as library_module
from livegame.catalog.library import Library, read_library
from livegame.catalog.paths import shipped
from livegame.commands import check


@lru_cache(maxsize=1)
def shipped_library() -> Library:
    """The content that came with the game, without packs."""
    return read_library(shipped("content"))


def read_once(folder: Path) -> Library:
    """As `read_library`, but the shipped content, which nothing changes, is read only once."""
    return shipped_library() if folder == shipped("content") else read_library(folder)


def share(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the library and `livegame check` read the shipped content but once."""
    for module in (library_module, check):
        monkeypatch.setattr(module, "read_library", read_once)
