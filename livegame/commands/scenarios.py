"""livegame scenarios: the nights that can be played."""

import argparse

from livegame.catalog.library import library
from livegame.commands.output import add_json, show
from livegame.plain.columns import table

configure = add_json


def run(args: argparse.Namespace) -> int:
    """List them."""
    scenes = list(library().scenarios.values())
    data = [
        {
            "id": scene.id,
            "title": scene.title,
            "date": scene.date,
            "festival": scene.festival,
            "platform": scene.platform,
            "minutes": scene.minutes,
            "recorded": scene.recorded,
            "roles": scene.roles,
        }
        for scene in scenes
    ]
    rows = [
        [s.id, s.title, s.date, s.festival, "yes" if s.recorded else "no", len(s.roles)]
        for s in scenes
    ]
    lines = table(["id", "title", "date", "festival", "recorded", "roles"], rows)
    for scene in scenes:
        lines += ["", f"{scene.id}: {', '.join(scene.roles)}"]
    show(args, data, lines)
    return 0
