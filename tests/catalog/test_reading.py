"""A wrong file is refused in one line that names file, key and reason."""

from pathlib import Path

import pytest

from livegame.catalog.models import Assumption, Host
from livegame.catalog.problems import ContentError
from livegame.catalog.reading import MAX_BYTES, load_toml, read_rows, structure
from livegame.catalog.running import Script

GOOD = """
[[assumption]]
id = "a.b"
value = 0.5
unit = "share"
what = "what"
reason = "reason"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "some.toml"


def refused(file: Path, text: str | bytes) -> str:
    """The message with which rows of assumptions are refused."""
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ContentError) as error:
        read_rows(file, "assumption", Assumption)
    said = str(error.value)
    assert "some.toml" in said
    assert "\n" not in said
    return said


def test_a_right_file_is_read(file: Path) -> None:
    file.write_text(GOOD)
    (row,) = read_rows(file, "assumption", Assumption)
    assert row == Assumption("a.b", 0.5, "share", "what", "reason")


def test_an_empty_file_has_no_rows(file: Path) -> None:
    file.write_text("# nothing\n")
    assert read_rows(file, "assumption", Assumption) == []


def test_a_missing_key_is_named(file: Path) -> None:
    said = refused(file, GOOD.replace('unit = "share"\n', ""))
    assert "a.b" in said
    assert "unit" in said


def test_an_unknown_key_is_named(file: Path) -> None:
    said = refused(file, GOOD + 'colour = "red"\n')
    assert "a.b" in said
    assert "colour" in said


@pytest.mark.parametrize("value", ["true", "2020-06-09", "[1, 'x']", "{ x = 1 }"])
def test_a_value_of_the_wrong_type_is_named(file: Path, value: str) -> None:
    said = refused(file, GOOD.replace("value = 0.5", f"value = {value}"))
    assert "a.b" in said
    assert "value" in said


@pytest.mark.parametrize("value", ["3", "true", "['x']", "1.5"])
def test_numbers_are_no_texts(file: Path, value: str) -> None:
    said = refused(file, GOOD.replace('unit = "share"', f"unit = {value}"))
    assert "unit" in said


@pytest.mark.parametrize(
    ("value", "read"), [("3", 3), ("0.25", 0.25), ("[1, 2.5]", [1.0, 2.5]), ("'x'", "x")]
)
def test_values_may_be_numbers_texts_or_lists_of_numbers(
    file: Path, value: str, read: object
) -> None:
    file.write_text(GOOD.replace("value = 0.5", f"value = {value}"))
    assert read_rows(file, "assumption", Assumption)[0].value == read


def test_a_whole_number_serves_as_a_double_but_not_the_other_way() -> None:
    row = {
        "id": "x", "country": "x", "country_zh": "x", "office": "x", "office_zh": "x", "lon": 3,
        "lat": -1.5, "recorded": True, "facts": [], "intro": "x", "draw": 1, "draw_reason": "x",
    }  # fmt: skip
    host = structure(row, Host, "hosts.toml host x")
    assert (host.lon, type(host.lon)) == (3.0, float)
    with pytest.raises(ContentError, match="recorded"):
        structure(row | {"recorded": 1}, Host, "hosts.toml host x")


def test_the_place_deep_inside_a_row_is_named() -> None:
    row = {"role": "x", "reason": "x", "cues": [{"pitch": "a"}, {"pitch": 3}]}
    with pytest.raises(ContentError) as error:
        structure(row, Script, "x.toml script x")
    said = str(error.value)
    assert said.startswith("invalid") or "x.toml script x" in said
    assert "cues[1].pitch" in said


def test_another_table_is_named(file: Path) -> None:
    assert "fact" in refused(file, GOOD + "[[fact]]\nid = 'x'\n")


def test_a_single_table_is_not_a_list_of_them(file: Path) -> None:
    assert "[[assumption]]" in refused(file, GOOD.replace("[[assumption]]", "[assumption]"))


@pytest.mark.parametrize("row", ["assumption = [1]", "assumption = ['x']", "assumption = [[]]"])
def test_rows_that_are_no_tables_are_refused(file: Path, row: str) -> None:
    assert "number 1" in refused(file, row)


@pytest.mark.parametrize("text", ["id = ", "[[assumption", "\x00", "a = 1\na = 2", '"' * 50])
def test_what_is_not_toml_is_refused(file: Path, text: str) -> None:
    assert "not valid TOML" in refused(file, text)


@pytest.mark.parametrize("data", [b"\xff\xfe", b'unit = "\xe9"', "x = 'ü'".encode("latin-1")])
def test_what_is_not_utf8_is_refused(file: Path, data: bytes) -> None:
    assert "UTF-8" in refused(file, data)


def test_a_huge_file_is_refused_unread(file: Path) -> None:
    assert "larger than" in refused(file, b"#" * (MAX_BYTES + 1))


def test_a_file_just_within_the_limit_is_read(file: Path) -> None:
    file.write_bytes(GOOD.encode() + b"#" * (MAX_BYTES - len(GOOD)))
    assert len(read_rows(file, "assumption", Assumption)) == 1


@pytest.mark.parametrize("depth", [2_000, 100_000])
@pytest.mark.parametrize("open_", ["[", "{ a = "])
def test_a_deeply_nested_file_is_refused(file: Path, depth: int, open_: str) -> None:
    close = "]" if open_ == "[" else " }"
    refused(file, "assumption = " + open_ * depth + "1" + close * depth)


def test_a_dotted_key_makes_no_rows(file: Path) -> None:
    assert "[[assumption]]" in refused(file, "assumption" + ".a" * 10 + " = 1")
    assert "more than 16 parts" in refused(file, "assumption" + ".a" * 200 + " = 1")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"gone\.toml.*cannot be read"):
        load_toml(tmp_path / "gone.toml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="is not a plain file"):
        load_toml(tmp_path)
