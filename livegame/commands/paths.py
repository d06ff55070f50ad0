"""livegame paths: where runs, board and settings lie."""

import argparse
from pathlib import Path

from livegame.catalog.packs_place import packs_folder
from livegame.catalog.paths import shipped
from livegame.commands.output import add_json, show
from livegame.runs.runfile import shown
from livegame.runs.store import data_folder, runs_folder

configure = add_json


def run(args: argparse.Namespace) -> int:
    """Say it."""
    found: dict[str, Path] = {
        "data": data_folder(),
        "runs": runs_folder(),
        "board": data_folder() / "board.sqlite",
        "settings": data_folder() / "settings.json",
        "packs": packs_folder(),
        "content": shipped("content"),
        "saves": shipped("saves"),
    }
    data = {name: str(path) for name, path in found.items()}
    show(args, data, [f"{name:<9}{shown(path)}" for name, path in found.items()])
    return 0
