"""No character in any content that a terminal could be misled by."""

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from livegame.catalog.library import library

FOLDER = library().folder
FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())
# Joiners, variation selectors and tags are drawn differently by every terminal.
SHAPERS = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0200)}
FLAGS = range(0x1F1E6, 0x1F200)
BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}

# A path that climbs out of the project, or one of the machine it was written on.
OUTSIDE = re.compile(r"\.\./|(?:^|[\s\"'(])/(?:home|root|tmp|work)/", re.MULTILINE)


def unsafe(text: str, *, lines: bool = True) -> list[str]:
    """The characters of a text that no screen should be sent; line ends may be allowed."""
    kept = {"\n"} if lines else set()
    return [
        f"U+{ord(char):04X}"
        for char in text
        if char not in kept
        and (
            unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn")
            or ord(char) in BIDI
            or ord(char) in SHAPERS
            or ord(char) in FLAGS
        )
    ]


def texts_in(value: object) -> list[str]:
    """Every text of a parsed file, names of keys too: escapes hide what the file does not show."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [*value, *(text for one in value.values() for text in texts_in(one))]
    return [text for one in value for text in texts_in(one)] if isinstance(value, list) else []


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(FOLDER)))
def test_files_are_clean_utf8(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert unsafe(text) == []
    assert "\r" not in text


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.suffix == ".toml"], ids=lambda p: str(p.relative_to(FOLDER))
)
def test_texts_are_clean_once_their_escapes_are_read(path: Path) -> None:
    for text in texts_in(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert unsafe(text) == [], text


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(FOLDER)))
def test_no_file_speaks_of_places_outside_the_project(path: Path) -> None:
    assert OUTSIDE.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [0x00, 0x07, 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x200B, 0x200D, 0x200E, 0x202A, 0x202E, 0x2066,
     0x2069, 0xFE0F, 0xFEFF, 0xE000, 0xE0041, 0x1F1F9, 0x10FFFF],
)  # fmt: skip
def test_the_search_finds_what_is_unsafe(code: int) -> None:
    assert unsafe(f"a{chr(code)}b") == [f"U+{code:04X}"]


@pytest.mark.parametrize(
    "text", ["ordered 3!", "山竹", "naïve café", "tab-less\nline", "…“quoted”–"]
)
def test_the_search_lets_ordinary_words_pass(text: str) -> None:
    assert unsafe(text) == []


def test_the_search_reads_escapes() -> None:
    data = tomllib.loads('[a]\nname = "Mango\\u202esteen"')
    assert [unsafe(text) for text in texts_in(data)] == [[], [], ["U+202E"]]


@pytest.mark.parametrize("text", ["see ../notes", "in /tmp/x", "'/home/me'", "/root/.x"])
def test_the_search_finds_places_outside(text: str) -> None:
    assert OUTSIDE.search(text)
