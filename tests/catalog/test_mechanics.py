"""Rows of chatbot, milestones, stalls and currencies: wrong ones are refused with their place."""

from typing import Any

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.catalog.mechanics import Currency, Stall
from livegame.catalog.mechanics_check import check_mechanics
from livegame.catalog.nights import Scenario
from livegame.catalog.problems import ContentError

LIB = library()
PEAK, ABROAD = LIB.scenarios["1111-2020-peak"], LIB.scenarios["1111-2019-aliexpress"]
ASIA = LIB.scenarios["1111-2020-lazada"]
BOT, LINE, BOOTH, MONEY = PEAK.chatbot, PEAK.milestone[0], ABROAD.stall[0], ASIA.currency[0]
assert BOT is not None


def test_the_shipped_rows_fit() -> None:
    for scene in LIB.scenarios.values():
        check_mechanics(scene, LIB.facts, LIB.sources)


@pytest.mark.parametrize(
    ("scene", "rows", "told"),
    [
        (PEAK, {"chatbot": evolve(BOT, held={"nothing": 5})}, "chatbot: no pitch 'nothing'"),
        (PEAK, {"chatbot": evolve(BOT, bought={"nothing": 5})}, "chatbot: no pitch 'nothing'"),
        (PEAK, {"chatbot": evolve(BOT, rooms={"nobody": 5})}, "chatbot: no role 'nobody'"),
        (PEAK, {"chatbot": evolve(BOT, fact="vns_nothing")}, "no fact 'vns_nothing'"),
        (PEAK, {"milestone": [evolve(LINE, fact="vns_nothing")]}, "no fact 'vns_nothing'"),
        (PEAK, {"milestone": [evolve(LINE, last=5)]}, "either before or last"),
        (PEAK, {"milestone": [evolve(LINE, before=0)]}, "either before or last"),
        (PEAK, {"milestone": [evolve(LINE, roles=["nobody"])]}, "no role 'nobody'"),
        (PEAK, {"milestone": [LINE, LINE]}, "stands twice"),
        (PEAK, {"milestone": [evolve(LINE, id="jam")]}, "an incident and a milestone"),
        (ABROAD, {"stall": [evolve(BOOTH, pitch="nothing")]}, "no pitch 'nothing'"),
        (ABROAD, {"stall": [evolve(BOOTH, pull={"nobody": 1200})]}, "no segment 'nobody'"),
        (ABROAD, {"stall": [BOOTH, BOOTH]}, "stands twice"),
        (ASIA, {"currency": [MONEY, evolve(MONEY, code="XXX")]}, "stands twice"),
        (ASIA, {"currency": [evolve(MONEY, source="nowhere")]}, "no source 'nowhere'"),
    ],
)
def test_wrong_rows_are_refused(scene: Scenario, rows: dict[str, Any], told: str) -> None:
    with pytest.raises(ContentError, match=told):
        check_mechanics(evolve(scene, **rows), LIB.facts, LIB.sources)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Stall, {"pitch": "x", "minutes": 0, "pull": {}, "reason": "x"}),
        (Currency, {"code": "x", "name": "x", "sign": "x", "rate": 0, "step": 1, "overlooked": 0,
                    "categories": [], "reason": "x"}),
    ],
)  # fmt: skip
def test_numbers_have_ends(kind: Any, values: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        kind(**values)
