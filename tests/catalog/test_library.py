"""The library is whole or it is refused: nothing stands twice, nothing is referred to in vain."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from livegame.catalog.library import library, read_library, read_lines
from livegame.catalog.paths import shipped
from livegame.catalog.problems import ContentError
from tests.few import few

SCENE = "618-2020-diplomats"
Change = Callable[[str, str, str], str]


@pytest.fixture
def damaged(tmp_path: Path) -> Change:
    """Replaces a text in a copy of the content; gives the message with which it is refused."""
    folder = tmp_path / "content"
    shutil.copytree(library().folder, folder)

    def change(file: str, old: str, new: str) -> str:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(ContentError) as error:
            read_library(folder)
        assert "\n" not in str(error.value)
        return str(error.value)

    return change


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    few([
        ("facts/radii-2020.toml", 'article = "radii-2020"', 'article = "radi"',
         ("fact radii_618_founder", "article 'radi'")),
        ("disputes.toml", 'facts = ["', 'facts = ["no_such", "', ("dispute", "fact 'no_such'")),
        ("measures.toml", 'facts = ["', 'facts = ["no_such", "', ("measure", "fact 'no_such'")),
        ("assumptions/engine.toml", 'source = "live', 'source = "dead', ("crowd", "source 'dead")),
        ("segments.toml", 'source = "price', 'source = "prize', ("bargain", "source 'prize")),
        ("pitches.toml", 'source = "pitch', 'source = "bitch', ("demonstrate", "source")),
        ("hosts.toml", 'facts = ["', 'facts = ["no_such", "', ("host", "fact 'no_such'")),
        ("products/thailand.toml", 'host = "thailand"', 'host = "siam"',
         ("product th-mangosteen", "host 'siam'")),
        ("products/thailand.toml", 'price_source = "m', 'price_source = "n', ("product", "source")),
        (f"scenarios/{SCENE}.toml", 'roles = ["thailand"', 'roles = ["siam"',
         (SCENE, "host 'siam'")),
        (f"scenarios/{SCENE}.toml", 'segments = ["bargain"', 'segments = ["b"',
         (SCENE, "segment 'b'")),
        (f"scenarios/{SCENE}.toml", 'pitches = ["demonstrate"', 'pitches = ["d"',
         (SCENE, "pitch 'd'")),
        (f"scenarios/{SCENE}.toml", 'fact = "gt_durians"', 'fact = "gt_durian"',
         ("target durians", "fact 'gt_durian'")),
        (f"scenarios/{SCENE}.toml", 'products = ["th-durian"]', 'products = ["th-d"]',
         ("target durians", "product 'th-d'")),
        (f"scripts/{SCENE}/peru.toml", 'role = "peru"', 'role = "perou"',
         (SCENE, "script for role 'peru'")),
        (f"scripts/{SCENE}/thailand.toml", 'pitch = "taste"', 'pitch = "test"',
         ("script of thailand", "pitch 'test'")),
        (f"scripts/{SCENE}/thailand.toml", 'product = "th-coconut"', 'product = "th-nut"',
         ("script of thailand", "product 'th-nut'")),
    ], 2),
)  # fmt: skip
def test_a_reference_in_vain_is_named(
    damaged: Change, file: str, old: str, new: str, said: tuple[str, ...]
) -> None:
    message = damaged(file, old, new)
    for words in said:
        assert words in message


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("facts/radii-2020.toml", 'id = "radii_618_motive"', 'id = "radii_618_founder"', "fact"),
        ("assumptions/engine.toml", 'id = "crowd.waiting"', 'id = "crowd.pool"', "assumption"),
        ("products/thailand.toml", 'id = "th-durian"', 'id = "th-mangosteen"', "product"),
        ("segments.toml", 'id = "cooks"', 'id = "bargain"', "segment"),
        ("pitches.toml", 'id = "taste"', 'id = "demonstrate"', "pitch"),
        ("hosts.toml", 'id = "peru"', 'id = "thailand"', "host"),
        ("articles.toml", 'id = "globaltimes-2020"', 'id = "radii-2020"', "article"),
    ],
)
def test_the_same_id_twice_is_named(
    damaged: Change, file: str, old: str, new: str, what: str
) -> None:
    message = damaged(file, old, new)
    assert message.startswith(what)
    assert "twice" in message


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("products/thailand.toml", "stock = 1500\n", "", "stock"),
        ("products/thailand.toml", "stock = 1500\n", "stock = 1500\nsize = 3\n", "size"),
        ("products/thailand.toml", "stock = 1500\n", 'stock = "many"\n', "stock"),
        ("products/thailand.toml", "stock = 1500\n", "stock = true\n", "stock"),
        ("hosts.toml", "recorded = true", "recorded = 1", "recorded"),
        (f"scenarios/{SCENE}.toml", "minutes = 60", "minutes = 60.5", "minutes"),
    ],
)
def test_a_wrong_row_is_named(damaged: Change, file: str, old: str, new: str, said: str) -> None:
    message = damaged(file, old, new)
    assert said in message
    assert Path(file).name in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(library().folder, folder)
    (folder / "hosts.toml").unlink()
    with pytest.raises(ContentError, match=r"hosts\.toml"):
        read_library(folder)


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"xx\.toml"):
        read_lines(tmp_path, "xx")


def test_the_library_is_read_once() -> None:
    assert library() is library()


def test_numbers_and_lists_are_told_apart() -> None:
    lib = library()
    assert lib.number("crowd.pool") == 40_000_000.0
    assert len(lib.numbers("crowd.arrival-curve")) == 12
    with pytest.raises(ContentError, match="should be a list"):
        lib.numbers("crowd.pool")
    with pytest.raises(ContentError, match="should be a number"):
        lib.number("crowd.arrival-curve")
    with pytest.raises(ContentError, match="no assumption"):
        lib.number("crowd.nothing")


def test_goods_of_a_host_come_in_the_order_of_its_file() -> None:
    found = [good.id for good in library().goods("thailand")]
    assert found == ["th-mangosteen", "th-durian", "th-coconut", "th-rice"]


def test_a_copy_of_the_content_is_the_same_library(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(library().folder, folder)
    other = read_library(folder)
    assert other.facts == library().facts
    assert other.scripts == library().scripts


@pytest.mark.parametrize(
    ("kind", "name"), [("role", "peru"), ("segment", None), ("pitch", "demonstrate")]
)
def test_what_a_night_names_twice_is_named(tmp_path: Path, kind: str, name: str | None) -> None:
    folder = tmp_path / "content"
    shutil.copytree(shipped("content"), folder)
    path = next(p for p in (folder / "scenarios").glob("*.toml") if "diplomats" in p.name)
    key = {"role": "roles", "segment": "segments", "pitch": "pitches"}[kind]
    scene = library().scenarios[path.stem]
    twice = name or getattr(scene, key)[0]
    text = path.read_text("utf-8")
    at = text.index(f"{key} = [") + len(f"{key} = [")
    path.write_text(f'{text[:at]}"{twice}", {text[at:]}', "utf-8")
    with pytest.raises(ContentError, match=f"the {kind} '{twice}' stands twice"):
        read_library(folder)


def test_a_second_script_of_a_role_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(shipped("content"), folder)
    scripts = folder / "scripts" / "618-2020-diplomats"
    first = sorted(scripts.glob("*.toml"))[0]
    shutil.copy(first, scripts / "zz-again.toml")
    with pytest.raises(ContentError, match=r"the script of .* stands twice"):
        read_library(folder)
