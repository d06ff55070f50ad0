"""Weights of bots that a tuning looks for: meaning, guess and bounds, from content."""

from pathlib import Path
from typing import Any

from attrs import fields, frozen

from livegame.catalog.paths import shipped
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import read_rows


@frozen
class Weight:
    """One weight of a bot: its guess, and the bounds between which a tuning looks."""

    id: str
    start: float
    low: float
    high: float
    unit: str
    what: str
    reason: str


def bots_folder() -> Path:
    """Where content keeps what bots are made of."""
    return shipped("content") / "bots"


def weights_of(name: str, kind: type[Any]) -> tuple[Weight, ...]:
    """The weights of content/bots/NAME.toml, in the order of the fields of an attrs class.

    Raises:
        ContentError: content has others than the class knows, or bounds that make no sense.
    """
    path = bots_folder() / f"{name}.toml"
    rows = {row.id: row for row in read_rows(path, "weight", Weight)}
    names = [f.name for f in fields(kind)]
    if sorted(rows) != sorted(names):
        odd = sorted(set(rows) ^ set(names))
        raise ContentError(f"{path}: the bot's weights are {names}; check {odd}")
    for row in rows.values():
        if not row.low <= row.start <= row.high or row.low >= row.high:
            raise ContentError(f"{path}: weight {row.id!r}: start is not between low and high")
    return tuple(rows[name] for name in names)
