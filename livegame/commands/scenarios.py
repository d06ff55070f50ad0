"""livegame scenarios: the nights, and the campaigns of several days, that can be played."""

import argparse
from typing import Any

from livegame.catalog.campaigns import Campaign
from livegame.catalog.library import library
from livegame.catalog.nights import Scenario
from livegame.catalog.rungs import rungs_of
from livegame.catalog.texts import t
from livegame.commands.output import add_json, show
from livegame.plain.columns import table
from livegame.runs.clean import clean

configure = add_json


def run(args: argparse.Namespace) -> int:
    """List them."""
    nights = library().scenarios.values()
    data = [_row(scene, scene.minutes, 1, rungs_of(scene)) for scene in nights]
    data += [
        _row(one, one.evening.minutes, one.days, len(one.rung))
        for one in library().campaigns.values()
    ]
    rows = [
        [
            *(row[key] for key in ("id", "title", "date", "festival", "days")),
            "yes" if row["recorded"] else "no",
            len(row["roles"]),
        ]
        for row in data
    ]
    lines = table(["id", "title", "date", "festival", "days", "recorded", "roles"], rows)
    for row in data:
        lines += ["", f"{row['id']}: {', '.join(row['roles'])}"]
    for pack in library().packs.values():
        lines += [
            "",
            t(
                "packs.plays",
                title=pack.manifest.title,
                names=", ".join([*pack.scenarios, *pack.campaigns]),
            ),
        ]
    lines += [clean(t("packs.not_loaded", why=why), 600) for why in library().refused.values()]
    show(args, data, lines)
    return 0


def _row(scene: Scenario | Campaign, minutes: int, days: int, rungs: int) -> dict[str, Any]:
    """What is told of one: `minutes` of a show, `days`, `rungs` of difficulty."""
    return {
        "id": scene.id,
        "title": scene.title,
        "date": scene.date,
        "festival": scene.festival,
        "platform": scene.platform,
        "minutes": minutes,
        "days": days,
        "rungs": rungs,
        "recorded": scene.recorded,
        "roles": scene.roles,
        "pack": pack.id if (pack := library().pack_of(scene.id)) else None,
    }
