"""livegame verify: replay runs and compare."""

import argparse
import os
from pathlib import Path

from attrs import asdict

from livegame.catalog.texts import t
from livegame.commands.numbers import jobs
from livegame.commands.output import add_json, show
from livegame.commands.progress import progress
from livegame.runs.problems import RunError
from livegame.runs.runfile import shown
from livegame.runs.store import run_files


def configure(parser: argparse.ArgumentParser) -> None:
    """What `verify` takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="run files, or folders of them")
    parser.add_argument("--jobs", type=jobs, default=1, help="processes to use")
    add_json(parser)


def files_of(names: list[str]) -> list[Path]:
    """The run files that are named, folders taken apart.

    Raises:
        RunError: a path does not exist, or a folder holds no run file.
    """
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if not os.path.lexists(path):
            raise RunError(t("runs.not_there", file=shown(path)))
        inside = list(run_files(path)) if path.is_dir() else [path]
        if not inside:
            raise RunError(t("cli.no_runs", place=shown(path)))
        found += inside
    return found


def run(args: argparse.Namespace) -> int:
    """Verify; 1 if any run does not hold.

    Raises:
        RunError: a path does not exist, or a folder holds no run file.
    """
    files = files_of(args.paths)
    from livegame.runs.verify import Verdict, verify_many

    tell = progress(t("cli.verifying"))
    verdicts: list[Verdict] = []
    for verdict in verify_many(files, args.jobs):
        verdicts.append(verdict)
        if tell:
            tell(len(verdicts), len(files))
    lines = [
        t("cli.holds", file=v.file, points=v.points, hash=v.hash)
        if v.ok
        else t("cli.differs", file=v.file, why=v.why)
        for v in verdicts
    ]
    show(args, [asdict(verdict) for verdict in verdicts], lines)
    return 0 if all(verdict.ok for verdict in verdicts) else 1
