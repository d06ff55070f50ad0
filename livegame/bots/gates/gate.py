"""A gate: a figure of the rules, the range that it must be in, and what was measured."""

from functools import lru_cache

from attrs import field, frozen

from livegame.bots.weights import bots_folder
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import read_rows


@frozen
class Gate:
    """A required range; an end that is None is open. Ids and reasons stand in content."""

    id: str
    family: str
    unit: str
    what: str
    reason: str
    low: float | None = field(default=None)
    high: float | None = field(default=None)

    def holds(self, figure: float) -> bool:
        """Whether a figure is in the range."""
        above = self.low is None or figure >= self.low
        return above and (self.high is None or figure <= self.high)


@frozen
class Measured:
    """One measurement of a gate.

    Attributes:
        gate: its id. subject: what it was measured on, such as a verb or a role.
        figure: in the gate's unit; None where it can't be measured, and then `note` says why.
        nights: how many nights, decisions or rooms it rests on.
    """

    gate: str
    subject: str
    figure: float | None
    nights: int
    note: str = ""


@lru_cache(maxsize=1)
def gates() -> dict[str, Gate]:
    """All gates by id, in the order of content.

    Raises:
        ContentError: content holds one twice, or one without a range.
    """
    path = bots_folder() / "gates.toml"
    found: dict[str, Gate] = {}
    for row in read_rows(path, "gate", Gate):
        if row.id in found or (row.low is None and row.high is None):
            raise ContentError(f"{path}: gate {row.id!r} stands twice or has no range")
        found[row.id] = row
    return found


def passed(measured: Measured) -> bool | None:
    """Whether a measurement is in its gate's range; None where nothing was measured."""
    return None if measured.figure is None else gates()[measured.gate].holds(measured.figure)
