"""Goods in sentences: no shelf label that only a shelf explains."""

import re
import tomllib

from livegame.catalog.library import library
from livegame.catalog.nouns import noun

TEXT = library().folder / "text" / "en" / "goods.toml"
LABEL = re.compile(r"\.$|'$|\b(id|ph|th|vn)$|^(hand|bath|touch|music|white|green|straight|slim)$")


def test_a_good_in_a_sentence_is_a_word_and_not_a_label() -> None:
    words = {product: noun(product) for product in library().products}
    assert all(words.values())
    assert {p: word for p, word in words.items() if LABEL.search(word.lower())} == {}


def test_every_noun_is_that_of_a_good() -> None:
    rows = tomllib.loads(TEXT.read_text(encoding="utf-8"))["noun"]
    assert set(rows) <= set(library().products)
    assert all(library().products[p].short.lower() != word for p, word in rows.items())


def test_an_id_that_no_good_has_stays_as_it_is() -> None:
    assert noun("no-such-good") == "no-such-good"


def test_goods_of_one_room_have_nouns_of_their_own() -> None:
    said: dict[str, list[str]] = {}
    for good in library().products.values():
        said.setdefault(good.host, []).append(noun(good.id))
    assert {host: words for host, words in said.items() if len(set(words)) < len(words)} == {}
