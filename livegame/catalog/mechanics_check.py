"""Whether a night's rows of chatbot, milestones, stalls and currencies fit the night."""

from collections.abc import Iterable, Mapping
from typing import Any

from livegame.catalog.nights import Scenario
from livegame.catalog.problems import ContentError


def check_mechanics(scene: Scenario, facts: Mapping[str, Any], sources: Mapping[str, Any]) -> None:
    """Hold the rows against the night.

    Args:
        scene: the night. facts, sources: the library's, by id.

    Raises:
        ContentError: a name in vain, a milestone with two kinds of start or none, a pitch with two
            stalls, a category with two currencies.
    """
    where = f"scenario {scene.id}"
    if scene.chatbot:
        at = f"{where} chatbot"
        refer([*scene.chatbot.held, *scene.chatbot.bought], scene.pitches, at, "pitch")
        refer(scene.chatbot.rooms, scene.roles, at, "role")
        refer([scene.chatbot.fact], facts, at, "fact")
    for row in scene.milestone:
        at = f"{where} milestone {row.id}"
        refer([row.fact], facts, at, "fact")
        refer(row.roles, scene.roles, at, "role")
        if not row.fact or bool(row.before) == bool(row.last):
            raise ContentError(f"{at}: name a fact, and either before or last")
    for stall in scene.stall:
        at = f"{where} stall of {stall.pitch}"
        refer([stall.pitch], scene.pitches, at, "pitch")
        refer(stall.pull, scene.segments, at, "segment")
        refer([stall.fact], facts, at, "fact")
    for money in scene.currency:
        refer([money.source], sources, f"{where} currency {money.code}", "source")
    _once([row.id for row in scene.milestone], f"{where}: milestone")
    _once([row.pitch for row in scene.stall], f"{where}: the stall of")
    _once([kind for row in scene.currency for kind in row.categories], f"{where}: money of")
    taken = {row.id for row in scene.incident} & {row.id for row in scene.milestone}
    if taken:
        raise ContentError(f"{where}: {sorted(taken)[0]!r} is an incident and a milestone")


def refer(names: Iterable[str], known: Iterable[str], where: str, what: str) -> None:
    """Refuse a name that is not known; "" is none.

    Raises:
        ContentError: one of them is not.
    """
    there = set(known)
    for name in names:
        if name and name not in there:
            raise ContentError(f"{where}: no {what} {name!r}; there are {', '.join(sorted(there))}")


def _once(names: list[str], what: str) -> None:
    for name in names:
        if names.count(name) > 1:
            raise ContentError(f"{what} {name!r} stands twice; name it once")
