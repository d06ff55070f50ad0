import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from livegame.runs.clean import clean


@given(st.text(max_size=400), st.integers(1, 60))
def test_nothing_that_steers_a_terminal_is_left(text: str, limit: int) -> None:
    found = clean(text, limit)
    assert len(found) <= limit
    assert not any(unicodedata.category(char)[0] == "C" for char in found)
    assert "\u2028" not in found
    assert "\u2029" not in found
    assert clean(found, limit) == found


def test_escape_sequences_go_as_a_whole() -> None:
    assert clean("\x1b[31;1mred\x1b[0m", 40) == "red"
    assert clean("\x1b]0;owned\x07title", 40) == "title"
    assert clean("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", 40) == "link"
    assert clean("a\x9b2Jb", 40) == "ab"


def test_bidi_overrides_and_invisible_characters_go() -> None:
    assert clean("a\u202eb\u2066c\u200bd\ufeff", 40) == "abcd"


def test_lines_become_one() -> None:
    assert clean("  a\r\nb\tc ", 40) == "a b c"


def test_other_scripts_stay() -> None:
    assert clean("泰国 Zoë עברית", 40) == "泰国 Zoë עברית"


def test_piles_of_marks_are_cut() -> None:
    assert len(clean("a" + "\u0301" * 30, 40)) == 3
