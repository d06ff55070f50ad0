"""Fits are written as they stand in the content, whatever they were made by."""

import re
from pathlib import Path

import pytest

from livegame.bots.calibrate import fit_toml
from livegame.bots.par import par_toml
from livegame.catalog.library import library
from livegame.catalog.paths import shipped

FITS = sorted(shipped("content").glob("fits/*.toml"))


@pytest.mark.parametrize("path", FITS, ids=lambda path: path.stem)
def test_a_fit_is_written_as_it_stands(path: Path) -> None:
    text, fit = path.read_text(encoding="utf-8"), library().fits[path.stem]
    bot = re.search(r"--bot (\S+) --write", text)
    assert (par_toml(fit, bot[1]) if bot else fit_toml(fit)) == text
