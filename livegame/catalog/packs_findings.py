"""What is wrong with a pack: one finding a mistake, harmless to show whatever the pack holds."""

import math
import unicodedata
from typing import Any

from attrs import field, frozen

from livegame.catalog.near import slip_of

MOST = 2000  # findings that are kept of one pack
LONGEST = 80  # characters of a value that are shown


def harmless(value: Any, most: int = LONGEST) -> str:
    """A value in printable characters, at most so many; what could steer a terminal is spelt."""
    if isinstance(value, dict):
        text = f"a table of {len(value)} keys"
    elif isinstance(value, list):
        text = f"a list of {len(value)}"
    elif isinstance(value, int) and not isinstance(value, bool) and abs(value) > 10**30:
        text = "a number of more than 30 digits"
    else:
        text = str(value).lower() if isinstance(value, bool) else str(value)[: 2 * most]
    spelt = "".join(c if _tame(c) else f"\\u{{{ord(c):x}}}" for c in text)
    return spelt if len(spelt) <= most else spelt[: most - 3] + "..."


def _tame(char: str) -> bool:
    return char.isprintable() and unicodedata.category(char)[0] not in "CM"


@frozen
class Finding:
    """One mistake.

    Attributes:
        file: within the pack, "" for the folder itself.
        row: which row of the file ("host 'anna'"), "" for the file itself.
        key: which key of it ("cues[3].pitch"), "" for the row itself.
        value: what stands there; reason: what is wrong with it; allowed: what may stand there.
    """

    file: str = field(converter=harmless)
    row: str = field(converter=harmless)
    key: str = field(converter=harmless)
    value: str = field(converter=harmless)
    reason: str
    allowed: str = ""

    @property
    def words(self) -> str:
        """The finding on one line."""
        at = " ".join(part for part in (self.row, self.key) if part)
        place = ": ".join(part for part in (self.file, at) if part)
        what = " = ".join(part for part in (place, self.value) if part)
        like = self.meant
        allowed = f"allowed: {self.allowed}" if self.allowed else ""
        hint = f"did you mean {like}?" if like else allowed
        return f"{what}: {self.reason}{f' ({hint})' if hint else ''}"

    @property
    def meant(self) -> str:
        """Of the ids that are allowed the one that the value is a misspelling of; "" if none."""
        return slip_of(self.value, self.allowed.split(", "))


class Findings(list[Finding]):
    """Findings in the order they were made; beyond 2000 they are only counted.

    Attributes:
        partial: something could not be judged for what is wrong elsewhere; more may show.
    """

    more = 0
    partial = False

    def tell(
        self, file: str, row: str, key: str, value: Any, reason: str, allowed: str = ""
    ) -> None:
        """Keep one."""
        if len(self) >= MOST:
            self.more += 1
            return
        self.append(Finding(file, row, key, value, reason, allowed))


def between(low: float, high: float) -> str:
    """A range in words."""
    if math.isinf(high):
        return f"{low:,g} or more"
    return f"{_figure(low)} to {_figure(high)}"


def _figure(value: float) -> str:
    return f"{value:g}" if abs(value) < 10**6 else f"{value:.0f}"
