"""Every text that the code asks for exists, and formats by plain names only."""

import ast
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import livegame
from livegame.catalog.library import library
from livegame.catalog.texts import t

PACKAGE = Path(livegame.__file__).parent
TEXTS = library().folder / "text" / "en"


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            name = node.func.attr if isinstance(node.func, ast.Attribute) else name
            if name == "t":
                yield node


def literal(node: ast.expr) -> Iterator[str]:
    """The keys that an argument may be, as far as they stand in the source."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from literal(node.body)
        yield from literal(node.orelse)


def keys_in(path: Path) -> list[tuple[int, str, set[str]]]:
    """(line, key, names that are filled in) of each text that a module asks for by name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (call.lineno, key, {word.arg or "**" for word in call.keywords})
        for call in calls(tree)
        for key in literal(call.args[0])
    ]


MODULES = sorted(p for p in PACKAGE.rglob("*.py") if "_shipped" not in p.parts and keys_in(p))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_text_that_is_asked_for_exists(path: Path) -> None:
    missing = []
    for line, key, _ in keys_in(path):
        try:
            t(key)
        except (KeyError, FileNotFoundError, TypeError):
            missing.append(f"{path.name}:{line}: {key}")
    assert missing == []


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_text_gets_the_names_that_it_asks_for(path: Path) -> None:
    short = []
    for line, key, given in keys_in(path):
        wanted = names_in(t(key)) if given else set()
        if "**" not in given and not wanted <= given:
            short.append(f"{path.name}:{line}: {key} lacks {sorted(wanted - given)}")
    assert short == []


def test_many_texts_are_asked_for_by_name() -> None:
    assert sum(len(keys_in(path)) for path in MODULES) > 100


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    if isinstance(value, dict):
        for one in value.values():
            yield from texts_in(one)


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.toml")), ids=lambda p: p.stem)
def test_every_text_can_be_formatted(path: Path) -> None:
    for text in texts_in(tomllib.loads(path.read_text(encoding="utf-8"))):
        for name in names_in(text):
            assert name.isidentifier(), text


def test_names_are_filled_in() -> None:
    assert t("runs.bad_seed", seed="x9") == t("runs.bad_seed").replace("{seed}", "x9")


def test_a_name_that_is_not_given_stays_as_it_is() -> None:
    assert "{seed}" in t("runs.bad_seed", other="x")


@pytest.mark.parametrize("value", ["{seed}", "{0.__class__}", "%s", "{"])
def test_values_are_never_read_as_formats(value: str) -> None:
    assert value in t("runs.bad_seed", seed=value)


@pytest.mark.parametrize("key", ["runs.no_such_text", "runs.bad_seed.more", "no_such_file.key"])
def test_a_missing_text_is_an_error(key: str) -> None:
    with pytest.raises((KeyError, FileNotFoundError, TypeError)):
        t(key)
