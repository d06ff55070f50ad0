"""One row of a pack against the type it should have: every wrong key of it, not only the first."""

import math
import re
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from attrs.validators import ge, le

from livegame.catalog.models import Value
from livegame.catalog.packs_bounds import MOST_ENTRIES, PATTERNS, RANGES, longest
from livegame.catalog.packs_findings import Findings, between

Range = tuple[float, float]
ANY: Range = (-math.inf, math.inf)
_NUMBERS: Any = type(ge(0))
_AND: Any = type(attrs.validators.and_(ge(0), le(1)))
TOP = re.compile(r"[.\[]")  # what ends the first part of a key
NAMES = {int: "a whole number", float: "a number", str: "a text", bool: "true or false"}


class RowCheck:
    """Looks at one row; what is wrong is told with its file, row and key."""

    def __init__(
        self, told: Findings, file: str, row: str, parts: dict[str, str] | None = None
    ) -> None:
        """`parts` names the file of each key at the top, where that is not `file`."""
        self._told, self._file, self._row, self._parts = told, file, row, parts or {}

    def row(self, data: Any, kind: type, key: str = "") -> None:
        """Everything wrong with a table that should be a `kind`."""
        if not isinstance(data, dict):
            self._tell(key, data, "should be a table", "a table")
            return
        fields = {one.name: one for one in attrs.fields(kind)}
        before = f"{key}." if key else ""
        for name in data:
            if name not in fields:
                self._tell(f"{before}{name}", data[name], "no such key", ", ".join(fields))
        for name, one in fields.items():
            if name in data:
                where = (kind.__name__, name)
                limits = RANGES.get(where, _limits(one.validator))
                self._value(data[name], one.type, f"{before}{name}", limits, where)
            elif one.default is attrs.NOTHING:
                self._tell(f"{before}{name}", "", "is missing", _words(one.type))

    def _tell(self, key: str, value: Any, reason: str, allowed: str = "") -> None:
        file = self._parts.get(TOP.split(key, maxsplit=1)[0], self._file)
        self._told.tell(file, self._row, key, value, reason, allowed)

    def _value(
        self, value: Any, kind: Any, key: str, limits: Range, where: tuple[str, str]
    ) -> None:
        origin, inner = get_origin(kind), get_args(kind)
        if attrs.has(kind):
            self.row(value, kind, key)
        elif origin is list:
            self._list(value, inner[0], key, limits, where)
        elif origin is dict:
            self._table(value, inner[1], key, limits, where)
        elif origin in (Union, UnionType):
            self._union(value, inner, key, limits, where)
        elif type(value) is not kind and not (kind is float and type(value) is int):
            self._tell(key, value, f"should be {NAMES[kind]}", _range(kind, limits))
        elif kind in (int, float):
            self._number(value, key, limits)
        elif kind is str:
            self._text(value, key, where)

    def _list(self, value: Any, kind: Any, key: str, limits: Range, where: tuple[str, str]) -> None:
        if not isinstance(value, list):
            self._tell(key, value, "should be a list", f"[{_words(kind)}, ...]")
        elif len(value) > MOST_ENTRIES:
            self._tell(key, value, "is too long", f"{MOST_ENTRIES} entries")
        else:
            for at, one in enumerate(value, 1):
                self._value(one, kind, f"{key}[{at}]", limits, where)

    def _table(
        self, value: Any, kind: Any, key: str, limits: Range, where: tuple[str, str]
    ) -> None:
        if not isinstance(value, dict):
            self._tell(key, value, "should be a table", f"{{ name = {_words(kind)} }}")
        elif len(value) > MOST_ENTRIES:
            self._tell(key, value, "is too long", f"{MOST_ENTRIES} entries")
        else:
            for name, one in value.items():
                self._value(one, kind, f"{key}.{name}", limits, where)

    def _union(
        self, value: Any, kinds: tuple[Any, ...], key: str, limits: Range, where: tuple[str, str]
    ) -> None:
        """Of several types the one that the value has; the first decides what is told."""
        kinds = tuple(one for one in kinds if one is not NoneType)
        fitting = [one for one in kinds if type(value) is (get_origin(one) or one)]
        if len(kinds) == 1 or fitting:
            self._value(value, (fitting or kinds)[0], key, limits, where)
        else:
            self._tell(key, value, f"should be {' or '.join(map(_words, kinds))}")

    def _number(self, value: float, key: str, limits: Range) -> None:
        low, high = limits
        if not math.isfinite(value):
            self._tell(key, value, "is no finite number", between(*limits))
        elif not low <= value <= high:
            self._tell(key, value, "is out of range", between(*limits))

    def _text(self, value: str, key: str, where: tuple[str, str]) -> None:
        most = longest(where)
        if len(value) > most:
            self._tell(key, value, f"has {len(value)} characters", f"at most {most}")
        elif where in PATTERNS:
            pattern, allowed = PATTERNS[where]
            if not pattern.fullmatch(value):
                self._tell(key, value, "is not written as it should be", allowed)


def _limits(validator: Any) -> Range:
    """The ends that attrs' validators of a field allow."""
    low, high = ANY
    parts: list[Any] = validator._validators if isinstance(validator, _AND) else [validator]
    for part in parts:
        if isinstance(part, _NUMBERS):
            low = part.bound if part.compare_op == ">=" else low
            high = part.bound if part.compare_op == "<=" else high
    return (low, high)


def _words(kind: Any) -> str:
    if kind in NAMES:
        return NAMES[kind]
    if get_origin(kind) is list:
        return f"a list of {_words(get_args(kind)[0])}"
    if kind == Value:
        return "a number, a text or a list of numbers"
    return "a table" if attrs.has(kind) or get_origin(kind) is dict else "a value"


def _range(kind: type, limits: Range) -> str:
    return between(*limits) if kind in (int, float) and limits != ANY else NAMES[kind]
