"""Pitches that only one night has: the review can speak of each."""

import pytest

from livegame.bots.review.words import beat_name
from livegame.catalog.library import library
from livegame.catalog.nouns import noun
from livegame.engine.actions import Beat


@pytest.mark.parametrize("night", library().scenarios)
def test_the_review_has_words_for_every_pitch(night: str) -> None:
    lib = library()
    scene = lib.scenarios[night]
    good = lib.goods(scene.roles[0])[0]
    for name in scene.pitches:
        pitch = lib.pitches[name]
        said = beat_name(Beat(name, good.id if pitch.needs_product else ""))
        assert said.strip()
        assert "{" not in said
        assert (noun(good.id) in said) == pitch.needs_product, said
