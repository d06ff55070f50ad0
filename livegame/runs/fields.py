"""One JSON object, read key by key: every wrong, missing or unknown key is named."""

import json
import re
from typing import Any, NoReturn

from livegame.catalog.texts import t
from livegame.runs.clean import clean
from livegame.runs.problems import RunError

NAME = re.compile(r"[a-z0-9][a-z0-9_.-]{0,63}")
HEX = re.compile(r"[0-9a-f]*")
BIG = 2**63 - 1
MAX_LINE = 16_384


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) != len(pairs):
        raise ValueError(t("runs.json_twice"))
    return row


def _no_constant(name: str) -> NoReturn:
    raise ValueError(t("runs.json_number", name=name))


def load_object(line: bytes, where: str) -> dict[str, Any]:
    """The JSON object on one line of a file.

    Raises:
        RunError: longer than 16 KiB, not UTF-8, not JSON, nested too deeply, keys given twice, or
            not an object; `where` is named.
    """
    if len(line) > MAX_LINE:
        raise RunError(t("runs.line_long", where=where, limit=MAX_LINE))
    try:
        row = json.loads(line.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise RunError(t("runs.not_utf8", where=where)) from None
    except RecursionError:
        raise RunError(t("runs.too_deep", where=where)) from None
    except ValueError as error:
        raise RunError(t("runs.not_json", where=where, why=clean(str(error), 80))) from None
    if not isinstance(row, dict):
        raise RunError(t("runs.not_object", where=where))
    return row


def dump_object(row: dict[str, Any]) -> bytes:
    """One compact JSON object and its line end, as UTF-8."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8") + b"\n"


class Fields:
    """Takes keys out of an object, each checked; `done` then refuses what is left over."""

    def __init__(self, row: dict[str, Any], where: str) -> None:
        self._row = dict(row)
        self.where = where

    def __contains__(self, key: str) -> bool:
        return key in self._row

    def says(self, key: str, value: str) -> bool:
        """Whether a key is there with this very value; nothing is taken."""
        return self._row.get(key) == value

    def wrong(self, key: str, need: str) -> NoReturn:
        """Refuse a key.

        Raises:
            RunError: always; names place, key and what it should be.
        """
        raise RunError(t("runs.bad_key", where=self.where, key=clean(key, 40), need=need))

    def take(self, key: str) -> Any:
        """The raw value of a key.

        Raises:
            RunError: it is missing.
        """
        if key not in self._row:
            self.wrong(key, t("runs.need_it"))
        return self._row.pop(key)

    def whole(self, key: str, low: int = 0, high: int = BIG) -> int:
        """A whole number between `low` and `high`.

        Raises:
            RunError: missing, no whole number, or out of bounds.
        """
        value = self.take(key)
        if type(value) is not int or not low <= value <= high:
            self.wrong(key, t("runs.need_whole", low=low, high=high))
        return value

    def flag(self, key: str) -> bool:
        """true or false.

        Raises:
            RunError: missing or something else.
        """
        value = self.take(key)
        if type(value) is not bool:
            self.wrong(key, t("runs.need_flag"))
        return value

    def text(self, key: str, limit: int) -> str:
        """A text of at most `limit` characters, cleaned.

        Raises:
            RunError: missing, no text, or much too long.
        """
        value = self.take(key)
        if type(value) is not str or len(value) > 4 * limit:
            self.wrong(key, t("runs.need_text", limit=limit))
        return clean(value, limit)

    def name(self, key: str, empty: bool = False) -> str:
        """An id as the content folder uses them; `empty` allows "".

        Raises:
            RunError: missing or no id.
        """
        value = self.take(key)
        if type(value) is not str or not (NAME.fullmatch(value) or (empty and value == "")):
            self.wrong(key, t("runs.need_name"))
        return value

    def digits(self, key: str, length: int | None = None, most: int = MAX_LINE) -> str:
        """Lower-case hexadecimal digits, exactly `length` of them if that is given.

        Raises:
            RunError: missing or something else.
        """
        value = self.take(key)
        fits = type(value) is str and HEX.fullmatch(value) and len(value) <= most
        if not fits or (length is not None and len(value) != length):
            self.wrong(key, t("runs.need_hex"))
        return str(value)

    def names(self, key: str, most: int) -> tuple[str, ...]:
        """A list of at most `most` ids.

        Raises:
            RunError: missing or something else.
        """
        value = self.take(key)
        if type(value) is not list or len(value) > most:
            self.wrong(key, t("runs.need_names", most=most))
        for entry in value:
            if type(entry) is not str or not NAME.fullmatch(entry):
                self.wrong(key, t("runs.need_names", most=most))
        return tuple(value)

    def amounts(self, key: str, most: int) -> tuple[tuple[str, int], ...]:
        """An object of at most `most` ids, each with a whole number from 0.

        Raises:
            RunError: missing or something else.
        """
        value = self.take(key)
        if type(value) is not dict or len(value) > most:
            self.wrong(key, t("runs.need_amounts", most=most))
        for entry, amount in value.items():
            if not NAME.fullmatch(entry) or type(amount) is not int or not 0 <= amount <= BIG:
                self.wrong(key, t("runs.need_amounts", most=most))
        return tuple(value.items())

    def done(self) -> None:
        """Nothing may be left over.

        Raises:
            RunError: a key that this version does not know.
        """
        for key in self._row:
            self.wrong(key, t("runs.need_known"))
