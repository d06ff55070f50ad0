"""Every text that the code asks for exists, and none lies about unused."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from livegame.catalog.paths import PACKAGE, shipped
from livegame.catalog.texts import t

FILES = ("plain", "cli", "runs", "engine")
LITERAL = re.compile(r'"((?:plain|cli|runs|engine)\.[a-z0-9_.]+)"')
MADE = re.compile(r'f"((?:plain|cli|runs|engine)\.[a-z0-9_.]*)\{')


def sources() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))


def keys(table: dict[str, Any], before: str) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from keys(value, f"{before}.{key}")
        else:
            yield f"{before}.{key}"


@pytest.mark.parametrize("key", sorted(set(LITERAL.findall(sources()))))
def test_every_text_in_use_exists(key: str) -> None:
    assert t(key)


@pytest.mark.parametrize("name", FILES)
def test_no_text_lies_about_unused(name: str) -> None:
    path: Path = shipped("content") / "text" / "en" / f"{name}.toml"
    found = set(keys(tomllib.loads(path.read_text(encoding="utf-8")), name))
    literal, made = set(LITERAL.findall(sources())), tuple(set(MADE.findall(sources())))
    assert sorted(key for key in found - literal if not key.startswith(made)) == []


def test_every_refusal_of_the_engine_has_words() -> None:
    text = (PACKAGE / "engine" / "acts.py").read_text(encoding="utf-8")
    reasons = set(re.findall(r'(?:return|else) "([a-z_]+)"', text))
    assert len(reasons) > 10
    for reason in reasons:
        assert t(f"engine.refuse.{reason}")
