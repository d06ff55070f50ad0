"""The words that players read, by key. One file a screen, so that the title loads only its own."""

import string
import tomllib
from functools import lru_cache
from typing import Any

from livegame.catalog.paths import shipped

LANGUAGE = "en"


@lru_cache(maxsize=64)
def _file(language: str, name: str) -> dict[str, Any]:
    path = shipped("content") / "text" / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


class _Safe(string.Formatter):
    """Formats by plain names only: no attribute, index or format specification from data."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
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
