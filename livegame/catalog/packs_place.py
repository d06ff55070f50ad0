"""Where a user's packs lie: in the data folder, and wherever LIVEGAME_PACKS names one."""

import os
from pathlib import Path

from livegame.catalog.paths import data_folder

PACKS = "LIVEGAME_PACKS"  # folders of single packs, parted as in PATH
MANIFEST = "pack.toml"
MOST_PACKS = 64


def packs_folder() -> Path:
    """The folder in which each folder is a pack; nobody makes it but the user."""
    return data_folder() / "packs"


def named_packs() -> list[Path]:
    """The packs that LIVEGAME_PACKS names, in its order."""
    said = os.environ.get(PACKS, "")
    return [Path(one).expanduser() for one in said.split(os.pathsep) if one][:MOST_PACKS]


def name_pack(folder: str) -> None:
    """Have this process, and those it starts, read a pack too; before the library is read."""
    known = os.environ.get(PACKS, "")
    whole = str(Path(folder).expanduser().absolute())
    os.environ[PACKS] = f"{known}{os.pathsep}{whole}" if known else whole


def found_packs() -> list[Path]:
    """The folders in the data folder's `packs`, by name, at most 64; hidden ones are left out."""
    try:
        with os.scandir(packs_folder()) as entries:
            names = sorted(e.name for e in entries if e.is_dir() and not e.name.startswith("."))
    except OSError:
        return []
    return [packs_folder() / name for name in names[:MOST_PACKS]]
