"""Names of goods and pitches inside a sentence: only the first letter changes."""

import io

import pytest

from livegame.catalog.nouns import in_sentence
from livegame.plain.console import Console
from livegame.plain.evening import Wish, evening
from livegame.plain.words import pitch_name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Coconut oil, Viet Nam", "coconut oil, Viet Nam"),
        ("MP3 player", "MP3 player"),
        ("USB stick", "USB stick"),
        ("A box", "A box"),
        ("Durian", "durian"),
    ],
)
def test_countries_and_short_forms_keep_their_capitals(name: str, told: str) -> None:
    assert in_sentence(name) == told


def test_a_language_keeps_its_capital() -> None:
    assert pitch_name("talk-indonesian") == "talk in Indonesian"


def test_a_night_of_four_countries_is_told_with_capitals() -> None:
    out = io.StringIO()
    wish = Wish(scenario="1111-2020-lazada", role="lz-coffee", seed=7, player="", keep=False)
    evening(Console(io.StringIO("\n\n\n\n\n1\n\nq\n"), out), wish)
    said = out.getvalue()
    assert "phin coffee, Viet Nam" in said or "Phin coffee, Viet Nam" in said
    assert "viet nam" not in said
    assert "indonesian" not in said
    assert "vietnamese" not in said
