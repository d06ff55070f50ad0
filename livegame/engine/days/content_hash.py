"""The digest of a campaign's content: boards and run files are keyed by it."""

import hashlib
import json
from typing import Any

import cattrs

from livegame.catalog.campaigns import Campaign
from livegame.catalog.library import Library
from livegame.catalog.models import Value
from livegame.catalog.solved import Fit
from livegame.engine.world import World


def content_hash(campaign: Campaign, lib: Library, world: World, rung: int, fit: Fit) -> str:
    """A digest of all numbers that the rules read, not of their wording."""

    def numbers(value: Any) -> Any:
        if isinstance(value, dict):
            words = ("name", "what", "reason", "text", "title", "intro", "ending", "says", "source")
            return {k: numbers(v) for k, v in value.items() if k not in words}
        return [numbers(v) for v in value] if isinstance(value, list) else value

    rows = numbers(cattrs.unstructure(campaign))
    for name in ("facts", "target", "trophy", "festival", "platform", "recorded"):
        rows.pop(name)
    _leave_out_unused(rows)
    rows["nights"] = {row.night: lib.fits[row.night].arrivals for row in campaign.slot if row.night}
    if not rows["nights"]:
        rows.pop("nights")
    if one_goal := campaign.joint:
        rows["joint"][0]["fact"] = lib.facts[one_goal[0].fact].value
    rules = [
        world.content_hash,
        rows,
        rung,
        [fit.arrivals, fit.par],
        _assumed(lib, campaign),
    ]
    text = json.dumps(rules, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _assumed(lib: Library, campaign: Campaign) -> dict[str, Value]:
    """The assumptions that this campaign reads, by id: common ones, its own, its goods' appeal. A
    campaign more changes nothing for the others."""
    goods = {f"appeal.{good.category}" for role in campaign.roles for good in lib.goods(role)}

    def read(name: str) -> bool:
        head, *rest = name.split(".")
        common = head == "days" and len(rest) == 1
        return common or rest[0] == campaign.key or name in goods

    return {a.id: a.value for a in lib.day_assumptions.values() if read(a.id)}


def _leave_out_unused(rows: dict[str, Any]) -> None:
    """Drop what a campaign without a village or a joint goal, or with one day after the other, has
    no use for: a mechanic more changes nothing for those that do without it."""
    later = ("offer", "window", "depot", "carrier", "topic", "goal")
    for name in ("trainee", "farm", "joint", "region", *later):
        if not rows[name]:
            rows.pop(name)
    if rows["every"] == 1:
        rows.pop("every")
    unused = (
        ("crop", ("choosy", "book")),
        ("route", ("roles",)),
        ("slot", ("days", "night", "roles")),
    )
    for kind, names in unused:
        for row in rows[kind]:
            for name in names:
                if not row[name]:
                    row.pop(name)
    for daily in rows["daily"]:
        for morning in daily["morning"]:
            for name in ("train", "air", "truck", "offer", "call", "forward", "staff", "teach"):
                if not morning[name]:
                    morning.pop(name)
