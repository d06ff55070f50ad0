"""The rungs of a night: the same scenario under one rule more, and whether their rows fit it."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from livegame.catalog.nights import VERBS, Limits, Rung, Scenario
from livegame.catalog.problems import ContentError
from livegame.catalog.trophies import NIGHT_FIGURES

CERTAIN = 1000


def rungs_of(scene: Scenario) -> int:
    """How many rungs a night has: at least the first, which is the night as it is."""
    return max(1, len(scene.rung))


def on_rung(scene: Scenario, number: int) -> Scenario:
    """A night by the rules of a rung, from 1; the first is the night itself.

    Raises:
        ContentError: it has no such rung.
    """
    if not 1 <= number <= rungs_of(scene):
        raise ContentError(f"scenario {scene.id}: no rung {number}; it has {rungs_of(scene)}")
    if number == 1:
        return scene
    rung = scene.rung[number - 1]
    instead = {row.id for row in rung.assume}
    others = {row.id for row in rung.courier}
    incidents = [
        evolve(row, odds=CERTAIN) if row.id in rung.certain else row for row in scene.incident
    ]
    return evolve(
        scene,
        step=number,
        limits=_both(scene.limits, rung.limits),
        assume=[*(row for row in scene.assume if row.id not in instead), *rung.assume],
        incident=[*incidents, *rung.incident],
        courier=[*(row for row in scene.courier if row.id not in others), *rung.courier],
    )


def _both(one: Limits, two: Limits) -> Limits:
    return Limits(
        without=[*one.without, *(name for name in two.without if name not in one.without)],
        refused=[*one.refused, *(name for name in two.refused if name not in one.refused)],
        blind=one.blind or two.blind,
        kept=one.kept or two.kept,
    )


def rung_here(scene: Scenario) -> Rung | None:
    """The rung whose rules a scenario has; None for a night that names none."""
    return scene.rung[scene.step - 1] if scene.rung else None


def check_rungs(scene: Scenario, pitches: Mapping[str, Any]) -> None:
    """Hold a night's rungs and trophies against the night.

    Args:
        scene: the night, as its file has it. pitches: the library's, by id.

    Raises:
        ContentError: a name in vain, a first rung that is not the night itself, a rung without a
            rule or a price in stars, a trophy that asks for nothing, or a night with no pitch left.
    """
    where = f"scenario {scene.id}"
    if scene.step != 1:
        raise ContentError(f"{where}: step is set when a rung is chosen; leave it out")
    _once([rung.id for rung in scene.rung], f"{where}: rung")
    _once([trophy.id for trophy in scene.trophy], f"{where}: trophy")
    _known(scene.limits, scene, where)
    for number, rung in enumerate(scene.rung, 1):
        at = f"{where} rung {rung.id}"
        rules = (rung.limits != Limits(), rung.certain, rung.assume, rung.incident, rung.courier)
        if any(rules) != (number > 1):
            raise ContentError(f"{at}: the first rung is the night as it is, each other has a rule")
        if bool(rung.stars) != (number > 1):
            raise ContentError(f"{at}: the first rung needs no stars, each other some")
        _known(rung.limits, scene, at)
        _refer(rung.certain, [row.id for row in scene.incident], f"{at}: no incident")
        _once([row.id for row in (*scene.incident, *rung.incident)], f"{at}: incident")
        left = [name for name in scene.pitches if name not in on_rung(scene, number).limits.without]
        if not any(_free(pitches[name]) for name in left):
            raise ContentError(f"{at}: leave a pitch on the room that is free and may be repeated")
    for trophy in scene.trophy:
        at = f"{where} trophy {trophy.id}"
        _refer([*trophy.least, *trophy.most], NIGHT_FIGURES, f"{at}: no figure")
        if not (trophy.least or trophy.most):
            raise ContentError(f"{at}: say what it takes, as least or most")


def _free(pitch: Any) -> bool:
    return not (pitch.cost or pitch.needs_product or pitch.once)


def _known(limits: Limits, scene: Scenario, at: str) -> None:
    _refer(limits.without, scene.pitches, f"{at}: no pitch")
    _refer(limits.refused, VERBS, f"{at}: no verb")


def _refer(names: Any, known: Any, what: str) -> None:
    for name in names:
        if name not in known:
            raise ContentError(f"{what} {name!r}; there are {', '.join(known)}")


def _once(names: list[str], what: str) -> None:
    for name in names:
        if names.count(name) > 1:
            raise ContentError(f"{what} {name!r} stands twice; name it once")
