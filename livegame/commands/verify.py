"""livegame verify: replay runs and compare."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import asdict, field, frozen

from livegame.catalog.texts import t
from livegame.commands.numbers import jobs
from livegame.commands.output import add_json, show
from livegame.commands.packs import add_pack, use_packs
from livegame.commands.progress import looking, progress
from livegame.runs.problems import RunError
from livegame.runs.runfile import shown
from livegame.runs.store import folders_of

EPILOG = (
    "Exit codes: 0 every run holds, or is open (unfinished, and nothing wrong so far); 1 a run"
    " differs; 2 wrong use, or no run differs but the pack of one is not here, so that it cannot be"
    " checked (name its folder with --pack). In a folder only files that end in .live are looked"
    " at, in the folders in it, too; links that lead out of it are not followed."
)

if TYPE_CHECKING:
    from livegame.runs.verify import Verdict


def configure(parser: argparse.ArgumentParser) -> None:
    """What `verify` takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="run files, or folders of them")
    parser.epilog = EPILOG
    parser.add_argument("--jobs", type=jobs, default=1, help="processes to use")
    add_pack(parser)
    add_json(parser)


@frozen
class Found:
    """The run files to verify.

    Attributes:
        files: in the order in which they are told. seen: names of files that were looked at in
            `folders`, the folders that were named.
    """

    files: list[Path] = field(factory=list)
    folders: list[str] = field(factory=list)
    seen: int = 0


def files_of(names: list[str]) -> Found:
    """The run files that are named, folders taken apart.

    Raises:
        RunError: a path does not exist, or a folder holds no run file.
    """
    files: list[Path] = []
    folders: list[str] = []
    seen = 0
    tell = looking()
    for name in names:
        path = Path(name)
        if not os.path.lexists(path):
            raise RunError(t("runs.not_there", file=shown(path)))
        if not path.is_dir():
            files.append(path)
            continue
        before = len(files)
        for place, found in folders_of(path):
            seen += place
            files += found
            if tell:
                tell(seen, len(files))
        if len(files) == before:
            raise RunError(t("cli.no_runs", place=shown(path)))
        folders.append(shown(path))
    return Found(files, folders, seen)


def run(args: argparse.Namespace) -> int:
    """Verify; 1 if any run does not hold, else 2 if one cannot be checked for want of its pack.
    One that is merely unfinished is no failure.

    Raises:
        RunError: a path does not exist, or a folder holds no run file.
    """
    use_packs(args)
    found = files_of(args.paths)
    from livegame.runs.verify import verify_many

    tell = progress(t("cli.verifying"))
    verdicts: list[Verdict] = []
    lines: list[str] = []
    for verdict in verify_many(found.files, args.jobs, progress=tell):
        verdicts.append(verdict)
        if args.json or tell:
            lines.append(_line(verdict))
        else:
            print(_line(verdict), flush=True)  # where no progress is seen, each line is some
    proven, still = sum(v.ok for v in verdicts), sum(v.open for v in verdicts)
    unchecked = sum(v.unchecked for v in verdicts)
    wrong = len(verdicts) - proven - still - unchecked
    if still:
        lines.append(t("cli.verified", proven=proven, open=still, wrong=wrong))
    if unchecked:
        lines.append(t("cli.sum_unchecked", count=unchecked))
    if found.folders:
        words = {"found": len(found.files), "seen": found.seen}
        lines.append(t("cli.looked", folders=", ".join(found.folders), **words))
    show(args, [asdict(verdict) for verdict in verdicts], lines)
    return 1 if wrong else 2 if unchecked else 0


def _line(verdict: "Verdict") -> str:
    if verdict.ok:
        return t("cli.holds", file=verdict.file, points=verdict.points, hash=verdict.hash)
    key = "open" if verdict.open else "unchecked" if verdict.unchecked else "differs"
    return t(f"cli.{key}", file=verdict.file, why=verdict.why)
