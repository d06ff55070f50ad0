"""Where a campaign's replay and its file part ways, in words."""

from attrs import fields

from livegame.catalog.texts import t
from livegame.engine.days.hashing import MARK_DIGITS
from livegame.engine.days.state import NAMES
from livegame.runs.lines import STEP_DIGITS, Check


def differs(said: Check, found: Check) -> str:
    """ "" if a checkpoint holds; else the first step or figure that differs."""
    if said == found:
        return ""
    first = said.tick - len(said.steps) // STEP_DIGITS
    for at in range(0, len(said.steps), STEP_DIGITS):
        if said.steps[at : at + STEP_DIGITS] != found.steps[at : at + STEP_DIGITS]:
            step = first + at // STEP_DIGITS + 1
            return t("days.differs_step", step=step, at=said.tick, field=_field(said, found))
    if said.check != found.check:
        return t("days.differs_chain", step=said.tick)
    for field in fields(Check):
        there, here = getattr(said, field.name), getattr(found, field.name)
        if there != here:
            return t("days.differs_figure", step=said.tick, key=field.name, said=there, found=here)
    return ""


def _field(said: Check, found: Check) -> str:
    """The first field of the state in which two checkpoints differ; "show" if it is none."""
    for at, name in enumerate(NAMES):
        part = slice(at * MARK_DIGITS, (at + 1) * MARK_DIGITS)
        if said.marks[part] != found.marks[part]:
            return name
    return "show"
