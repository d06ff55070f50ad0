"""Worlds of shipped nights with some of their rows changed or taken out."""

from typing import Any

from attrs import evolve

from livegame.catalog.library import library
from livegame.engine.compile import build_world
from livegame.engine.world import World


def changed(name: str, **rows: Any) -> World:
    """A shipped night with other rows: name=value of its scenario."""
    lib = library()
    scene = evolve(lib.scenarios[name], **rows)
    return build_world(evolve(lib, scenarios=lib.scenarios | {name: scene}), name)
