"""The words that players read, by key. One file a screen, so that the title loads only its own.

A text names its values in braces: `{packs}`. `{packs|pack|packs}` is no value but the word that
goes with a number of packs, one form for each kind of number that the language tells apart (English
two: one, and all others), so that a translation has as many forms as it needs, where it needs them:

    unpaid = "{packs} {packs|pack is|packs are} back on the link"
"""

import string
import tomllib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from livegame.catalog.paths import shipped

LANGUAGE = "en"
# Which form goes with a whole number; None is one that cannot be counted, such as 1.2k or 3 to 4.
FORMS: dict[str, Callable[[int | None], int]] = {"en": lambda number: 0 if number == 1 else 1}


@lru_cache(maxsize=64)
def _file(language: str, name: str) -> dict[str, Any]:
    path = shipped("content") / "text" / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _whole(value: object) -> int | None:
    """The whole number that a value shows, without its sign; None if it shows none."""
    digits = str(value).replace(",", "").lstrip("+-")
    return int(digits) if digits.isascii() and digits.isdigit() else None


class _Safe(string.Formatter):
    """Formats by plain names only: no attribute, index or format specification from data."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
        name, *forms = field_name.split("|")
        if forms and name in kwargs:
            return forms[min(FORMS[LANGUAGE](_whole(kwargs[name])), len(forms) - 1)], field_name
        return kwargs.get(field_name, "{" + field_name + "}"), field_name


def t(key: str, /, **values: object) -> str:
    """The text for `file.key` (or `file.table.key`), with `{name}` filled from `values`.

    Raises:
        KeyError: there is no such text; a test holds every key in use against the files.
    """
    name, *rest = key.split(".")
    found: Any = _file(LANGUAGE, name)
    for part in rest:
        found = found[part]
    text = str(found)
    return _Safe().format(text, **values) if values else text
