"""livegame verify: replay runs and compare."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import asdict

from livegame.catalog.texts import t
from livegame.commands.numbers import jobs
from livegame.commands.output import add_json, show
from livegame.commands.progress import progress
from livegame.runs.problems import RunError
from livegame.runs.runfile import shown
from livegame.runs.store import run_files

if TYPE_CHECKING:
    from livegame.runs.verify import Verdict


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
    """Verify; 1 if any run does not hold. One that is merely unfinished is no failure.

    Raises:
        RunError: a path does not exist, or a folder holds no run file.
    """
    files = files_of(args.paths)
    from livegame.runs.verify import verify_many

    tell = progress(t("cli.verifying"))
    verdicts: list[Verdict] = []
    for verdict in verify_many(files, args.jobs):
        verdicts.append(verdict)
        if tell:
            tell(len(verdicts), len(files))
    lines = [_line(verdict) for verdict in verdicts]
    proven, still = sum(v.ok for v in verdicts), sum(v.open for v in verdicts)
    wrong = len(verdicts) - proven - still
    if still:
        lines.append(t("cli.verified", proven=proven, open=still, wrong=wrong))
    show(args, [asdict(verdict) for verdict in verdicts], lines)
    return 1 if wrong else 0


def _line(verdict: "Verdict") -> str:
    if verdict.ok:
        return t("cli.holds", file=verdict.file, points=verdict.points, hash=verdict.hash)
    return t("cli.open" if verdict.open else "cli.differs", file=verdict.file, why=verdict.why)
