"""Whether the rows of a library refer to rows that are there, and an evening's fit together."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from livegame.catalog.campaigns import check_campaign
from livegame.catalog.manners import check_manners
from livegame.catalog.mechanics_check import check_mechanics
from livegame.catalog.models import Assumption, Pitch, Segment
from livegame.catalog.nights import Scenario
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import by_id
from livegame.catalog.rungs import check_rungs, on_rung, rungs_of

if TYPE_CHECKING:
    from livegame.catalog.library import Library

_REFERRED = ("facts", "hosts", "products", "segments", "pitches", "scenarios")


def check_library(lib: "Library") -> None:
    """Hold all rows against each other.

    Raises:
        ContentError: a row refers to something in vain, or rows do not fit together.
    """
    for fact in lib.facts.values():
        _refer([fact.article], lib.articles, f"fact {fact.id}", "article")
    for dispute in lib.disputes.values():
        _refer(dispute.facts, lib.facts, f"dispute {dispute.id}", "fact")
        _refer(dispute.source, lib.sources, f"dispute {dispute.id}", "source")
    for measure in lib.measures.values():
        _refer(measure.facts, lib.facts, f"measure {measure.id}", "fact")
    sourced: list[Assumption | Segment | Pitch] = [
        *lib.assumptions.values(),
        *lib.day_assumptions.values(),
        *lib.segments.values(),
        *lib.pitches.values(),
    ]
    for row in sourced:
        _refer([row.source], lib.sources, row.id, "source")
    for segment in lib.segments.values():
        _refer([segment.hears], lib.segments, segment.id, "segment")
    for host in lib.hosts.values():
        _refer(host.facts, lib.facts, f"host {host.id}", "fact")
    for good in lib.products.values():
        _refer([good.host], lib.hosts, f"product {good.id}", "host")
        _refer([good.price_source], lib.sources, f"product {good.id}", "source")
        _refer(good.facts, lib.facts, f"product {good.id}", "fact")
    for scene in lib.scenarios.values():
        check_scenario(lib, scene)
    for campaign in lib.campaigns.values():
        check_campaign(campaign, {name: getattr(lib, name) for name in _REFERRED})


def check_scenario(lib: "Library", scene: Scenario) -> None:
    """Hold one evening against the library.

    Raises:
        ContentError: it refers to something in vain, or its rows do not fit together.
    """
    where = f"scenario {scene.id}"
    _refer(scene.facts, lib.facts, where, "fact")
    _refer(scene.roles, lib.hosts, where, "host")
    _refer(scene.segments, lib.segments, where, "segment")
    _refer(scene.pitches, lib.pitches, where, "pitch")
    _once(scene.roles, where, "role")
    _once(scene.segments, where, "segment")
    _once(scene.pitches, where, "pitch")
    _once((target.id for target in scene.target), where, "target")
    _refer(scene.curves, lib.segments, where, "segment")
    if scene.calls:
        called = {name: name for name in scene.pitches}
        _refer(scene.calls.pitches, called, f"{where} calls", "pitch")
        _once(scene.calls.pitches, f"{where} calls", "pitch")
    check_rungs(scene, lib.pitches)
    check_mechanics(scene, lib.facts, lib.sources)
    check_manners(scene, lib.pitches, lib.sources)
    for number in range(1, rungs_of(scene) + 1):
        _check_rows(lib, on_rung(scene, number), where)
    firsts = [lib.pitches[name].after for name in scene.pitches]
    _refer(firsts, {name: name for name in scene.pitches}, f"{where} pitch", "pitch to come after")
    sold = [good for role in scene.roles for good in lib.goods(role)]
    if any(good.deposit for good in sold) and scene.closing is None:
        raise ContentError(f"{where}: goods with a deposit need [closing]; say who pays the rest")
    if scene.presale and scene.presale.until >= scene.minutes:
        raise ContentError(f"{where}: the presale lasts longer than the show; end it earlier")
    for target in scene.target:
        _refer([target.fact, target.base], lib.facts, f"{where} target {target.id}", "fact")
        _refer([target.source], lib.sources, f"{where} target {target.id}", "source")
        if not (target.fact or (target.source and target.value)):
            raise ContentError(
                f"{where} target {target.id}: name a fact, or a source and its value"
            )
        _refer(target.products, lib.products, f"{where} target {target.id}", "product")
    scripts = lib.scripts.get(scene.id, {})
    _refer(scene.roles, scripts, where, "script for role")
    for script in scripts.values():
        at = f"{where} script of {script.role}"
        _refer([*script.open, *script.lots], lib.products, at, "product")
        for cue in script.cues:
            _refer([cue.pitch], lib.pitches, at, "pitch")
            goods = [cue.product, *cue.shut, *cue.open, *cue.release, *cue.price]
            _refer(goods, lib.products, at, "product")


def _check_rows(lib: "Library", scene: Scenario, where: str) -> None:
    """The rows that a rung may change: assumptions, incidents, couriers."""
    _refer((row.id for row in scene.assume), lib.assumptions, where, "assumption")
    _refer((row.source for row in scene.assume), lib.sources, where, "source")
    for incident in scene.incident:
        at = f"{where} incident {incident.id}"
        _refer([incident.fact], lib.facts, at, "fact")
        _refer(incident.roles, lib.hosts, at, "host")
        _refer(incident.eased, lib.pitches, at, "pitch")
        if incident.latest < incident.earliest:
            raise ContentError(f"{at}: latest is before earliest; swap them")
    by_id(scene.incident, f"{where}: incident")
    for courier in scene.courier:
        _refer(courier.roles, lib.hosts, f"{where} courier {courier.id}", "host")
    by_id(scene.courier, f"{where}: courier")


def _once(names: Iterable[str], where: str, what: str) -> None:
    known: set[str] = set()
    for name in names:
        if name in known:
            raise ContentError(f"{where}: the {what} {name!r} stands twice; name it once")
        known.add(name)


def _refer(names: Iterable[str], known: dict[str, Any], where: str, what: str) -> None:
    for name in names:
        if name and name not in known:
            raise ContentError(f"{where}: no {what} {name!r}; check the spelling")
