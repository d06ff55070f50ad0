import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livegame.runs.fields import BIG, load_object
from livegame.runs.lines import Check, Footer, Header, read_entry, read_header
from livegame.runs.problems import RunError

whole = st.integers(0, BIG)
small = st.integers(1, 1000)
level = st.integers(0, 1000)
digits = st.text("0123456789abcdef", min_size=64, max_size=64)

HEADER = {
    "live": 1,
    "rules": 1,
    "scenario": "s",
    "content": "ab",
    "role": "r",
    "seed": 1,
    "mode": "free",
    "options": {},
    "player": "",
    "created": "",
}


@given(seed=whole, player=st.from_regex(r"[a-zé泰]{0,20}", fullmatch=True))
def test_header_round_trip(seed: int, player: str) -> None:
    header = Header(1, "s-1", "ab12", "new-zealand", seed, "free", {"from": "x", "n": 3}, player)
    line = header.encode()
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert b" " not in line.replace(player.encode(), b"")
    assert read_header(load_object(line[:-1], "x"), "x") == header


@given(
    st.builds(
        Check,
        small,
        digits,
        st.just("abcd"),
        st.just("0123"),
        whole,
        whole,
        small,
        whole,
        whole,
        level,
    )
)
def test_check_round_trip(check: Check) -> None:
    assert read_entry(load_object(check.encode()[:-1], "x"), "x") == check


@given(
    st.builds(
        Footer, small, whole, st.integers(-BIG, BIG), small, st.integers(0, 5), level, level, digits
    )
)
def test_footer_round_trip(footer: Footer) -> None:
    row = load_object(footer.encode()[:-1], "x")
    assert row["points"] == footer.points
    assert read_entry(row, "x") == footer


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("live", "1"),
        ("seed", -1),
        ("seed", 2**63),
        ("seed", 0.5),
        ("scenario", "../../etc"),
        ("role", ""),
        ("mode", "Free Mode"),
        ("options", []),
        ("options", {"a": [1]}),
        ("options", {"a b": 1}),
        ("player", 5),
        ("player", "x" * 500),
        ("created", "yesterday"),
        ("content", "not hex"),
        ("extra", 1),
    ],
)
def test_a_bad_header_is_refused_with_its_key(key: str, value: object) -> None:
    with pytest.raises(RunError, match=f"'{key}'"):
        read_header({**HEADER, key: value}, "x line 1")


def test_a_newer_format_says_so() -> None:
    with pytest.raises(RunError, match="format 2"):
        read_header({**HEADER, "live": 2, "whatever": []}, "x")


def test_names_are_cleaned() -> None:
    found = read_header({**HEADER, "player": "\x1b[31mEve\u202e[/red]"}, "x")
    assert found.player == "Eve[/red]"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"3",
        b"{",
        b'{"a":1,"a":2}',
        b'{"a":NaN}',
        b'{"a":Infinity}',
        b"\xff\xfe",
        b"[" * 9000,
        b'{"a":' * 2500,
        b'{"a":' + b"9" * 9000 + b"}",
        b'{"a":"' + b"x" * 20000 + b'"}',
    ],
)
def test_what_is_no_object_is_refused_in_one_line(line: bytes) -> None:
    with pytest.raises(RunError) as caught:
        load_object(line, "x line 2")
    assert "x line 2" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_deep_value_is_refused_by_its_key() -> None:
    deep = json.loads("[" * 200 + "]" * 200)
    with pytest.raises(RunError, match="'player'"):
        read_header({**HEADER, "player": deep}, "x")
