"""The golden runs: run files whose every tick comes out the same for as long as the rules do."""

from pathlib import Path

from livegame.catalog.problems import ContentError
from livegame.engine.rules import RULES
from livegame.runs.campaigns.seasons import content_of
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile, read_run
from livegame.runs.verify import verify_run

FOLDER = Path(__file__).parent
WHAT_TO_DO = (
    "if the rules were meant to change, raise RULES in livegame/engine/rules.py and remake the "
    "goldens by 'python tests/golden/remake.py'"
)


def goldens() -> list[Path]:
    """The golden run files, in order of their names."""
    return sorted(FOLDER.glob("*.live"))


def difference(path: Path) -> str:
    """ "" if a golden replays to what it says; else the first tick and field that differ, and what
    to do about it."""
    try:
        run = read_run(path)
        why = stale(run) or verify_run(run, path.name).why
    except (RunError, ContentError) as error:
        why = str(error)
    return f"{path.name}: {why}; {WHAT_TO_DO}" if why else ""


def stale(run: RunFile) -> str:
    """ "" if a golden is from today's rules and content."""
    if run.header.rules != RULES:
        return f"made under rules {run.header.rules}, the engine is at {RULES}"
    now = content_of(run.header)
    if run.header.content != now:
        return f"made with content {run.header.content}, content is now {now}"
    return ""
