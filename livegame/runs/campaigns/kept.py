"""A morning's plan that is not taken yet, kept near its run file while the desk is left.

Nothing in that file counts: it is read as a stranger's, refused where the rules would refuse it,
and forgotten where it is another morning's.
"""

import contextlib
from pathlib import Path

from livegame.catalog.texts import t
from livegame.engine.days.actions import DayPlan
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.lines import DayDecision
from livegame.runs.campaigns.session import CampaignSession
from livegame.runs.disk import write_atomically
from livegame.runs.fields import load_object
from livegame.runs.lines import read_entry
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_bytes, shown

FOLDER, SUFFIX = "plans", ".plan"  # apart from the run files, which may be taken together


def plan_path(run: Path) -> Path:
    """Where the plan of a run file's morning lies."""
    return run.parent / FOLDER / f"{run.stem}{SUFFIX}"


def keep_plan(session: CampaignSession, draft: DayDraft) -> None:
    """Keep a plan for when its player comes back; one that is empty or was taken is let go.

    Raises:
        RunError: it cannot be written.
    """
    if session.path is None:
        return
    path, state = plan_path(session.path), session.moment.days
    if session.morning and draft.state is state and draft.plan != DayPlan():
        write_atomically(path, DayDecision(state.steps, draft.plan).encode())
    else:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def draft_of(session: CampaignSession) -> tuple[DayDraft, str]:
    """This morning's plan as it was left, else an empty one; and why it could not be taken up, in
    words, or ""."""
    draft = DayDraft(session.season, session.moment.days)
    if session.path is None or not session.morning:
        return draft, ""
    path = plan_path(session.path)
    if not path.exists():
        return draft, ""
    try:
        plan = _read(path, session.moment.days.steps)
    except RunError as error:
        return draft, t("days.plan_spoilt", why=str(error))
    why = session.why_not(plan) if plan else ""
    if why:
        return draft, t("days.plan_spoilt", why=f"{shown(path)}: {why}")
    draft.plan = plan or draft.plan
    return draft, ""


def _read(path: Path, step: int) -> DayPlan | None:
    """The plan in a file; None if it is another morning's.

    Raises:
        RunError: unreadable, or no plan.
    """
    where = shown(path)
    found = read_entry(load_object(read_bytes(path).rstrip(b"\n"), where), where)
    if not isinstance(found, DayDecision):
        raise RunError(t("runs.unknown_line", where=where))
    return found.action if found.tick == step else None
