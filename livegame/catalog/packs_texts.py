"""Characters that no text of a pack may have: those that steer, hide or turn what is shown."""

import unicodedata
from typing import Any

from livegame.catalog.packs_findings import Findings

SHAPERS = {*range(0xFE00, 0xFE10), *range(0x1F1E6, 0x1F200), 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0}
MARKUP = frozenset("[]")  # the studio's markup for colours and links
MARKS_IN_A_ROW = 2


def look_at_texts(data: Any, file: str, told: Findings, *, art: bool = False) -> None:
    """Tell every text of a parsed file that has such characters; names of keys too."""
    if art:
        _text(data.replace("\r\n", "\n").replace("\n", ""), file, "", told, markup=False)
        return
    waiting: list[tuple[str, Any]] = [("", data)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, str):
            _text(value, file, key, told)
        elif isinstance(value, dict):
            for name in value:
                _text(name, file, f"{key} (a key's name)".lstrip(), told)
            inside = [(f"{key}.{name}".lstrip("."), one) for name, one in value.items()]
            waiting += reversed(inside)
        elif isinstance(value, list):
            waiting += reversed([(f"{key}[{n}]", one) for n, one in enumerate(value, 1)])


def _text(value: str, file: str, key: str, told: Findings, *, markup: bool = True) -> None:
    marks = 0
    for char in value.replace("{product}", "") if markup else value:
        kind = unicodedata.category(char)
        marks = marks + 1 if kind[0] == "M" else 0
        if kind[0] == "C" or kind in ("Zl", "Zp") or ord(char) in SHAPERS:
            name = unicodedata.name(char, "a control character")
            why = f"holds U+{ord(char):04X} {name}; leave it out"
        elif marks > MARKS_IN_A_ROW:
            why = f"holds more than {MARKS_IN_A_ROW} combining marks in a row; leave them out"
        elif markup and char in MARKUP:
            why = "holds a square bracket, which is markup; use round ones"
        elif markup and char in "{}":
            why = "holds a brace that is not part of {product}; leave it out"
        else:
            continue
        told.tell(file, "", key, value, why, "printable characters")
        return
