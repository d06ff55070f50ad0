"""livegame review: what each choice of a finished run was worth."""

import argparse
import os
from pathlib import Path
from typing import Any

from attrs import asdict

from livegame.catalog.texts import t
from livegame.commands.numbers import jobs
from livegame.commands.output import add_json, show
from livegame.commands.packs import add_pack, use_packs
from livegame.commands.progress import progress


def configure(parser: argparse.ArgumentParser) -> None:
    """What `review` takes."""
    parser.add_argument("file", metavar="FILE", help="the run file (.live) of a finished night")
    parser.add_argument(
        "--jobs", type=jobs, default=os.cpu_count() or 1, help="processes to use (all processors)"
    )
    add_pack(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Review it.

    Raises:
        RunError: the file cannot be read, has no end, or differs from its replay.
    """
    use_packs(args)
    from livegame.bots.review.report import review
    from livegame.plain.review import review_lines

    tell = progress(t("review.progress"))
    percent = (lambda done, of: tell(done * 100 // of, 100)) if tell else None
    found = review(Path(args.file), jobs=args.jobs, progress=percent)
    show(args, _as_json(found, args.file), review_lines(found))
    return 0


def _as_json(found: Any, file: str) -> dict[str, Any]:
    from livegame.bots.review.words import sentence, time_at, turn

    return {
        "file": file,
        "scenario": found.scenario,
        "role": found.role,
        "seed": found.seed,
        "points": found.points,
        "accuracy_permille": found.accuracy,
        "origin": found.origin,
        "since_tick": found.since,
        "curve": list(found.curve),
        "turns": [{"tick": tick, "words": turn(found, tick)} for tick in found.turns],
        "mattered": [
            {"number": n, "words": sentence(found, found.choices[n])} for n in found.mattered
        ],
        "choices": [
            {
                "number": choice.number,
                "tick": choice.tick,
                "time": time_at(found.scenario, choice.tick),
                "pitch": choice.beat.pitch,
                "product": choice.beat.product,
                "lost_points": choice.lost,
                "kept_permille": choice.kept,
                "others": choice.others,
                "best": asdict(choice.best) if choice.best else None,
            }
            for choice in found.choices
        ],
    }
