"""What a run file says about itself beyond its moves, as far as it can be checked.

A mode is a claim: that a run is history's broadcast, that it goes on from another run, that it
was a certain day's challenge. What nothing can prove (who played, when, how often) is not claimed
to be proven; the README says so.
"""

from livegame.catalog.texts import t
from livegame.runs.challenge import CHALLENGE, challenge_of, day_of
from livegame.runs.origin import HISTORY, TAKEN_OVER, origin_of, same_beginning
from livegame.runs.runfile import RunFile
from livegame.runs.rungs import why_not_rung
from livegame.runs.saved import shipped_run
from livegame.runs.store import CAMPAIGN


def why_not_claim(run: RunFile) -> str:
    """ "" if the run may stand under its mode, else what is wrong, in words."""
    wrong = why_not_rung(run.header) if CAMPAIGN not in run.header.options else ""
    if wrong:
        return wrong
    checks = {HISTORY: _history, TAKEN_OVER: _taken_over, CHALLENGE: _challenge}
    check = checks.get(run.header.mode)
    return check(run) if check else ""


def _history(run: RunFile) -> str:
    return "" if shipped_run(run.content_key) else t("runs.claim.history")


def _taken_over(run: RunFile) -> str:
    origin = origin_of(run.header.options)
    if origin is None:
        return t("runs.claim.no_origin")
    if run.tick < origin.tick:
        return t("runs.claim.too_short", tick=origin.tick)
    if origin.mode != HISTORY:
        return ""
    shipped = shipped_run(origin.file)
    if shipped is None:
        return t("runs.claim.origin_unknown")
    fits = same_beginning(run, shipped, origin.tick)
    return "" if fits else t("runs.claim.other_beginning", tick=origin.tick)


def _challenge(run: RunFile) -> str:
    head = run.header
    day = day_of(head.options)
    if day is None:
        return t("runs.claim.no_day")
    asked = challenge_of(day)
    fits = (asked.scenario, asked.role, asked.seed) == (head.scenario, head.role, head.seed)
    return "" if fits else t("runs.claim.other_challenge", day=day.isoformat())
