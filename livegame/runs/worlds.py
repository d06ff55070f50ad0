"""Scenarios by name, compiled once; a wrong name is answered with the nearest right ones."""

from collections.abc import Iterable
from functools import lru_cache

from livegame.catalog.library import library
from livegame.catalog.near import like
from livegame.catalog.rungs import rungs_of
from livegame.catalog.texts import t
from livegame.engine.world import World
from livegame.runs.clean import clean
from livegame.runs.problems import RunError


def nearest(name: str, known: Iterable[str]) -> str:
    """The known names most like `name`, or all of them if none is like it, in words."""
    names = list(known)
    return ", ".join(like(name, names) or names)


def meant(name: str, known: Iterable[str]) -> str:
    """Which known names could be meant; where none is like `name`, which there are."""
    names = list(known)
    found = like(name, names)
    key = "runs.did_you_mean" if found else "runs.there_are"
    return t(key, names=", ".join(found or names))


def no_scenario(name: str) -> RunError:
    """That no night and no campaign is called so, and what could be meant."""
    lib = library()
    told = meant(name, [*lib.scenarios, *lib.campaigns])
    why = t("runs.no_scenario", name=clean(name, 60), like=told)
    return RunError("; ".join([why, *lib.refused.values()]))


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
        raise no_scenario(scenario)
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
        raise RunError(t("runs.no_role", name=name, like=meant(role, world.roles)))
    return world.room_of(role)
