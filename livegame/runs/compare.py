"""Where a replay and the file part ways, in words."""

from attrs import fields, frozen

from livegame.catalog.texts import t
from livegame.engine.hashing import MARK_DIGITS
from livegame.engine.result import Result
from livegame.engine.state import ARRAYS
from livegame.runs.lines import STEP_DIGITS, Check, Footer

BRIEF = 12  # characters of a long text
FIGURES = ("points", "settled", "rank", "stars", "service", "trust")


@frozen
class Kind:
    """What checkpoints are of.

    Attributes:
        names: fields of the state in the order of their marks; digits: of each mark.
        other: what is called the first difference if it is in none of them.
        state, seen, chain, figure: the texts: for the moment of a checkpoint, for one before it,
            for the chained hash, and for a figure.
    """

    names: tuple[str, ...]
    digits: int
    other: str
    state: str
    seen: str
    chain: str
    figure: str


NIGHT = Kind(
    ARRAYS,
    MARK_DIGITS,
    "?",
    "runs.differs_state",
    "runs.differs_state_seen",
    "runs.differs_chain",
    "runs.differs_figure",
)


def compare_check(said: Check, found: Check, kind: Kind = NIGHT) -> str:
    """ "" if a checkpoint holds; else the first tick, step or figure that differs."""
    if said == found:
        return ""
    first = said.tick - len(said.steps) // STEP_DIGITS
    for at in range(0, len(said.steps), STEP_DIGITS):
        if said.steps[at : at + STEP_DIGITS] != found.steps[at : at + STEP_DIGITS]:
            tick = first + at // STEP_DIGITS + 1
            field = _first_field(said, found, kind)
            return t(
                kind.state if tick == said.tick else kind.seen, tick=tick, at=said.tick, field=field
            )
    if said.check != found.check:
        return t(kind.chain, tick=said.tick)
    for figure in fields(Check):
        there, here = getattr(said, figure.name), getattr(found, figure.name)
        if there != here:
            here, there = (dict(x) if isinstance(x, tuple) else x for x in (here, there))
            if isinstance(here, str) and isinstance(there, str):
                there, here = _brief(there, here), _brief(here, there)
            words = {"key": figure.name, "said": there, "found": here}
            return t(kind.figure, tick=said.tick, **words)
    return ""


def _brief(text: str, other: str) -> str:
    """A long text from where it begins to differ from another, some characters of it."""
    if len(text) <= BRIEF:
        return text
    at = next((n for n, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), 0)
    before, after = "..." if at else "", "..." if at + BRIEF < len(text) else ""
    return f"{before}{text[at : at + BRIEF]}{after}"


def _first_field(said: Check, found: Check, kind: Kind) -> str:
    """The first field of the state in which two checkpoints differ."""
    for at, name in enumerate(kind.names):
        part = slice(at * kind.digits, (at + 1) * kind.digits)
        if said.marks[part] != found.marks[part]:
            return name
    return kind.other


def compare_footer(said: Footer, result: Result, digest: str) -> str:
    """ "" if the footer holds; else the first figure that differs."""
    for key in FIGURES:
        if getattr(said, key) != getattr(result, key):
            there, here = getattr(said, key), getattr(result, key)
            return t("runs.differs_end", key=key, said=there, found=here)
    if said.hash != digest:
        return t("runs.differs_end", key="hash", said=said.hash[:12], found=digest[:12])
    return ""
