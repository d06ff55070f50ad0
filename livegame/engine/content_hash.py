"""The digest of a scenario's content: boards and run files are keyed by it."""

import hashlib
import json
from typing import Any

import cattrs

from livegame.catalog.library import Library
from livegame.catalog.models import Pitch, Product
from livegame.catalog.nights import Limits, Scenario
from livegame.catalog.outside import Incident
from livegame.catalog.solved import Fit
from livegame.engine.milestones import line_of


def content_hash(lib: Library, scene: Scenario, fit: Fit) -> str:
    """A digest of all content that the rules read for a scenario, not of its wording, and not of
    kinds of goods that nobody sells there."""
    goods = [g for role in scene.roles for g in lib.goods(role)]
    sold = {f"appeal.{good.category}" for good in goods}
    rules: Any = {
        "scenario": [
            scene.id,
            scene.minutes,
            scene.tick_seconds,
            scene.segments,
            scene.pitches,
            scene.roles,
        ],
        "segments": [
            [s.id, s.share, s.price_slope, s.stay, s.interest, s.likes, *filter(None, [s.hears])]
            for s in (lib.segments[k] for k in scene.segments)
        ],
        "pitches": [_numbers(lib.pitches[p]) for p in scene.pitches],
        "hosts": [[r, lib.hosts[r].draw] for r in scene.roles],
        "goods": [
            {
                **_numbers(g),
                "host": g.host,
                "category": g.category,
                "team": [[tier.packs, tier.permille] for tier in g.team],
            }
            for g in goods
        ],
        "scripts": [
            cattrs.unstructure(lib.scripts[scene.id][r]) | {"reason": ""} for r in scene.roles
        ],
        "assumptions": {
            a.id: a.value
            for a in lib.assumptions.values()
            if a.id in sold or not a.id.startswith("appeal.")
        },
        "incidents": [_rules_of(row) for row in scene.incident],
        "curves": [scene.curve, scene.curves],
        "fit": [fit.arrivals, fit.appeal, fit.par],
    } | _own_rules(scene, lib)
    if scene.id in lib.third_stars:
        rules["stars"] = lib.third_stars[scene.id].points
    text = json.dumps(rules, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _own_rules(scene: Scenario, lib: Library) -> dict[str, Any]:
    """What only some scenarios have; nothing for the others, whose digest it leaves alone."""
    found: dict[str, Any] = {}
    if scene.presale:
        found["presale"] = [scene.presale.until, scene.presale.unpaid, scene.presale.appeal]
    if scene.busy:
        found["busy"] = scene.busy
    if scene.courier:
        found["courier"] = [
            [row.id, row.packs, row.late, row.roles, row.categories] for row in scene.courier
        ]
    if scene.rest:
        found["rest"] = scene.rest
    if scene.limits != Limits():
        found["limits"] = cattrs.unstructure(scene.limits)
    if scene.pool_luck:
        found["pool_luck"] = scene.pool_luck
    for name in ("habit", "closing", "fancy", "calls"):
        row = getattr(scene, name)
        if row:
            found[name] = cattrs.unstructure(row) | {"reason": "", "source": ""}
    if scene.chatbot:
        found["chatbot"] = _told_apart(scene.chatbot)
    for name in ("milestone", "stall", "currency"):
        if getattr(scene, name):
            found[name] = [_told_apart(row) for row in getattr(scene, name)]
    if scene.milestone:
        found["lines"] = [line_of(row, lib.facts[row.fact]) for row in scene.milestone]
    return found


def _told_apart(row: Any) -> dict[str, Any]:
    """A row of a mechanic without its wording."""
    words = ("reason", "title", "text", "name", "sign", "fact", "source")
    return {k: v for k, v in cattrs.unstructure(row).items() if k not in words}


def _rules_of(row: Incident) -> dict[str, Any]:
    """An incident without its wording."""
    words = ("title", "text", "cause", "fact")
    plain = {k: v for k, v in cattrs.unstructure(row).items() if k not in words}
    # What only some scenarios use leaves the others' digest alone.
    usual = {"reference": 1000, "doubt": 0, "answers": 1000, "turn": 1000}
    return {k: v for k, v in plain.items() if k not in usual or v != usual[k]}


def _numbers(row: Pitch | Product) -> dict[str, Any]:
    """The fields of a row that are numbers, tables or flags, and its id; of those that only some
    scenarios use, the ones that are used."""
    plain = cattrs.unstructure(row)
    if not plain.get("deposit"):
        plain.pop("deposit", None)
    if plain.get("touch") == 1000:
        plain.pop("touch")
    if plain.get("after"):
        plain["after"] = {plain["after"]: 1}
    return {k: v for k, v in plain.items() if k == "id" or not isinstance(v, str | list)}
