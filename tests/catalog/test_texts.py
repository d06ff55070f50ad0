"""Every text that the code asks for exists, and formats by plain names only."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import livegame
from livegame.catalog.library import library
from livegame.catalog.texts import t
from livegame.studio.keynames import every_binding

KEYS = set(every_binding())
PACKAGE = Path(livegame.__file__).parent
TEXTS = library().folder / "text" / "en"


ASKING = {"t": 0, "keyed": 1}  # functions that give a text, and where its key stands


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            name = node.func.attr if isinstance(node.func, ast.Attribute) else name
            if name in ASKING:
                yield node


def at_key(call: ast.Call) -> int:
    return ASKING[call.func.id] if isinstance(call.func, ast.Name) else 0


def literal(node: ast.expr) -> Iterator[str]:
    """The keys that an argument may be, as far as they stand in the source."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from literal(node.body)
        yield from literal(node.orelse)


@cache
def keys_in(path: Path) -> list[tuple[int, str, set[str]]]:
    """(line, key, names that are filled in) of each text that a module asks for by name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (call.lineno, key, {word.arg or "**" for word in call.keywords})
        for call in calls(tree)
        for key in literal(call.args[at_key(call)])
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


def fields_in(text: str) -> set[str]:
    """What stands in braces: names, and names with the forms that go with a number."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def names_in(text: str) -> set[str]:
    return {field.partition("|")[0] for field in fields_in(text)}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_text_gets_the_names_that_it_asks_for(path: Path) -> None:
    short = []
    for line, key, given in keys_in(path):
        wanted = names_in(t(key)) - KEYS if given else set()
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
            assert name.isidentifier() or name in KEYS, text


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.toml")), ids=lambda p: p.stem)
def test_a_number_has_a_form_for_one_and_a_form_for_all_others(path: Path) -> None:
    for text in texts_in(tomllib.loads(path.read_text(encoding="utf-8"))):
        for field in fields_in(text):
            assert field.count("|") in (0, 2), text
            one, many = field.split("|")[1:] if "|" in field else ("", "-")
            assert one != many, text


COUNTED = ("packs", "points", "minutes", "hours", "people", "viewers", "orders", "stars", "days")


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.toml")), ids=lambda p: p.stem)
def test_no_counted_word_is_fixed_to_many(path: Path) -> None:
    for text in texts_in(tomllib.loads(path.read_text(encoding="utf-8"))):
        for word in COUNTED:
            assert not re.search(rf"\{{\w+\}} (more |fewer )?{word}\b(?!')", text), text


@pytest.mark.parametrize(
    ("packs", "words"),
    [
        (1, "1 pack nobody paid for is back"),
        ("1", "1 pack nobody paid for is back"),
        (0, "0 packs nobody paid for are back"),
        ("2", "2 packs nobody paid for are back"),
        ("1,001", "1,001 packs nobody paid for are back"),
        ("1.2k", "1.2k packs nobody paid for are back"),
    ],
)
def test_words_go_with_their_number(packs: object, words: str) -> None:
    assert words in t("studio.note.unpaid", name="Rice", packs=packs)


@pytest.mark.parametrize(
    ("figure", "word"),
    [("1", "point"), ("+1", "point"), ("-1", "point"), ("0 to 1", "points"), ("+1-3", "points")],
)
def test_signs_and_spans_have_their_form(figure: str, word: str) -> None:
    assert t("plain.band.desire", range=figure) == f"desire {figure} {word}"


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
