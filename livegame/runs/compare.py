"""Where a replay and the file part ways, in words."""

from attrs import fields

from livegame.catalog.texts import t
from livegame.engine.hashing import MARK_DIGITS
from livegame.engine.result import Result
from livegame.engine.state import ARRAYS
from livegame.runs.lines import STEP_DIGITS, Check, Footer

FIGURES = ("points", "settled", "rank", "stars", "service", "trust")


def compare_check(said: Check, found: Check) -> str:
    """ "" if a checkpoint holds; else the first tick or figure that differs."""
    if said == found:
        return ""
    first = said.tick - len(said.steps) // STEP_DIGITS
    for at in range(0, len(said.steps), STEP_DIGITS):
        if said.steps[at : at + STEP_DIGITS] != found.steps[at : at + STEP_DIGITS]:
            tick = first + at // STEP_DIGITS + 1
            key = "runs.differs_state" if tick == said.tick else "runs.differs_state_seen"
            return t(key, tick=tick, at=said.tick, field=_first_field(said, found))
    if said.check != found.check:
        return t("runs.differs_chain", tick=said.tick)
    for field in fields(Check):
        there, here = getattr(said, field.name), getattr(found, field.name)
        if there != here:
            here, there = (dict(x) if isinstance(x, tuple) else x for x in (here, there))
            return t("runs.differs_figure", tick=said.tick, key=field.name, said=there, found=here)
    return ""


def _first_field(said: Check, found: Check) -> str:
    """The first field of the state in which two checkpoints differ."""
    for at, name in enumerate(ARRAYS):
        part = slice(at * MARK_DIGITS, (at + 1) * MARK_DIGITS)
        if said.marks[part] != found.marks[part]:
            return name
    return "?"


def compare_footer(said: Footer, result: Result, digest: str) -> str:
    """ "" if the footer holds; else the first figure that differs."""
    for key in FIGURES:
        if getattr(said, key) != getattr(result, key):
            there, here = getattr(said, key), getattr(result, key)
            return t("runs.differs_end", key=key, said=there, found=here)
    if said.hash != digest:
        return t("runs.differs_end", key="hash", said=said.hash[:12], found=digest[:12])
    return ""
