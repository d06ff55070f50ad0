"""Scenarios by name, compiled once; a wrong name is answered with the nearest right ones."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from livegame.catalog.library import library
from livegame.catalog.rungs import rungs_of
from livegame.catalog.texts import t
from livegame.engine.world import World
from livegame.runs.clean import clean
from livegame.runs.problems import RunError


def nearest(name: str, known: Iterable[str]) -> str:
    """The known names most like `name`, or all of them if none is like it, in words."""
    names = list(known)
    like = get_close_matches(name.lower(), names, n=3, cutoff=0.5)
    if not like and len(name) >= 3:
        like = [one for one in names if name.lower() in one][:3]
    like = like or names
    return ", ".join(like)


@lru_cache(maxsize=8)
def world_of(scenario: str, rung: int = 1) -> World:
    """The compiled scenario, by the rules of a rung.

    Raises:
        RunError: no such scenario (the nearest names are given), or no such rung of it.
        ContentError: the shipped content is damaged.
    """
    from livegame.engine.compile import build_world

    known = library().scenarios
    if scenario not in known:
        name = clean(scenario, 60)
        why = t("runs.no_scenario", name=name, like=nearest(scenario, known))
        raise RunError("; ".join([why, *library().refused.values()]))
    if not 1 <= rung <= rungs_of(known[scenario]):
        raise RunError(t("days.no_rung", rung=rung, most=rungs_of(known[scenario])))
    if library().pack_of(scenario):
        from livegame.runs.packs import pack_world

        return pack_world(library(), scenario, rung)
    return build_world(library(), scenario, rung=rung)


def room_of(world: World, role: str) -> int:
    """The room that a role holds.

    Raises:
        RunError: nobody holds that office in this scenario; the nearest names are given.
    """
    if role not in world.roles:
        name = clean(role, 60)
        raise RunError(t("runs.no_role", name=name, like=nearest(role, world.roles)))
    return world.room_of(role)
