from hypothesis import given
from hypothesis import strategies as st

from livegame.plain.columns import cells, shorten, table


def test_figures_stand_to_the_right_and_wide_characters_count_twice() -> None:
    assert table(["name", "n"], [["泰国", 5], ["ab", 1200]]) == [
        "name     n",
        "----  ----",
        "泰国     5",
        "ab    1200",
    ]


def test_an_empty_table_is_its_head() -> None:
    assert table(["a", "bb"], []) == ["a  bb", "-  --"]


@given(st.text(st.characters(blacklist_categories=["C"]), max_size=60), st.integers(4, 40))
def test_what_is_shortened_fits(text: str, most: int) -> None:
    assert cells(shorten(text, most)) <= max(most, 3)
