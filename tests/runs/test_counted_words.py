"""What is counted is named: packs that hold several, kilograms, questions that are over."""

import numpy as np
import pytest
from attrs import fields

from livegame.catalog.library import library
from livegame.engine.days.outcome import GoodOutcome
from livegame.runs.ahead import over
from livegame.runs.campaigns.ending import _good
from livegame.runs.campaigns.names import pairs
from livegame.runs.campaigns.seasons import season_of


def outcome(product: str, packs: int) -> GoodOutcome:
    """Nothing happened to a good but that so many packs went out."""
    good = library().products[product]
    known = {"id": product, "delivered": packs, "units": packs * good.units_per_pack}
    return GoodOutcome(**{f.name: known.get(f.name, 0) for f in fields(GoodOutcome)})


def test_packs_that_hold_several_are_counted_as_packs() -> None:
    season = season_of("618-2020-fruit-express", "thai-trade-team")
    told = pairs(season, np.array([33_000 if g.short == "mangosteen" else 2 if g.short == "durian"
                                   else 0 for g in season.world.goods[0]]))  # fmt: skip
    assert "33,000 packs of mangosteen" in told
    assert "2 durian" in told


@pytest.mark.parametrize(
    ("product", "told"),
    [
        ("hn-mango", "1,444 packs delivered (7,220 kg), RMB"),
        ("ft-mangosteen", "1,444 packs delivered (box of 22 each), RMB"),
        ("ft-durian", "1,444 packs delivered, RMB"),
    ],
)
def test_the_last_page_says_what_a_pack_held(product: str, told: str) -> None:
    assert told in _good(outcome(product, 1444))


def test_no_stop_stands_after_a_question() -> None:
    scene = library().scenarios["618-2020-diplomats"]
    told = {row.title: over(scene, row.id) for row in scene.incident}
    assert told["Is it the real thing?"] == "Over: Is it the real thing?"
    assert all(line.endswith((".", "?", "!")) for line in told.values())
    assert not any(line.endswith(("?.", "!.")) for line in told.values())
