"""Where the shipped data lies, inside the installed package or at the top of a checkout; and where
the game keeps a player's own."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def shipped(name: str) -> Path:
    """The folder `content` or `saves` that came with this copy of the game.

    A wheel carries both under `livegame/_shipped`; an editable install or a checkout has them
    beside the package.

    Raises:
        FileNotFoundError: this copy has no such folder.
    """
    for place in (PACKAGE / "_shipped" / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"this copy of livegame has no folder '{name}': install it again")


def data_folder() -> Path:
    """The folder for everything the game keeps: LIVEGAME_HOME, or the platform's own."""
    chosen = os.environ.get("LIVEGAME_HOME", "")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("livegame", appauthor=False)
