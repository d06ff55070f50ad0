"""Every night has rungs and trophies, and wrong ones are refused."""

from typing import Any

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.catalog.nights import Limits, Rung
from livegame.catalog.problems import ContentError
from livegame.catalog.rungs import check_rungs, on_rung, rungs_of
from livegame.catalog.trophies import Trophy

NIGHTS = list(library().scenarios.values())
ids = [scene.id for scene in NIGHTS]
SCENE = library().scenarios["618-2020-diplomats"]
FIRST = SCENE.rung[0]


@pytest.mark.parametrize("scene", NIGHTS, ids=ids)
def test_every_night_has_rungs_and_trophies_in_words(scene: Any) -> None:
    assert len(scene.rung) >= 3
    assert len(scene.trophy) >= 2
    for row in (*scene.rung, *scene.trophy):
        assert 0 < len(row.name) <= 34
        assert 0 < len(row.what) <= 240
    assert all(rung.reason for rung in scene.rung)


@pytest.mark.parametrize("scene", NIGHTS, ids=ids)
def test_trophies_ask_for_different_play(scene: Any) -> None:
    asked = [{*cup.least, *cup.most} - {"points"} for cup in scene.trophy]
    assert all(asked)
    assert not set.intersection(*asked)


def test_a_rung_adds_its_rows_and_replaces_those_of_the_same_id() -> None:
    number = next(n for n, rung in enumerate(SCENE.rung, 1) if rung.certain)
    scene = on_rung(SCENE, number)
    odds = {row.id: row.odds for row in scene.incident}
    assert odds["price-storm"] == 1000
    assert len(odds) == len(SCENE.incident) + len(SCENE.rung[number - 1].incident)
    shrimp = library().scenarios["pdd-2020-red-shrimp"]
    number = next(n for n, rung in enumerate(shrimp.rung, 1) if rung.courier)
    caps = {row.id: row.packs for row in on_rung(shrimp, number).courier}
    assert caps["cold-vans"] < {row.id: row.packs for row in shrimp.courier}["cold-vans"]
    with pytest.raises(ContentError, match="no rung"):
        on_rung(SCENE, rungs_of(SCENE) + 1)


def rung(**words: Any) -> Rung:
    return Rung(**{"id": "x", "name": "x", "what": "x", "reason": "x", "stars": 1, **words})


@pytest.mark.parametrize(
    ("rungs", "cups", "told"),
    [
        ([rung(stars=0, certain=["price-storm"])], [], "the first rung is the night"),
        ([FIRST, rung()], [], "each other has a rule"),
        ([FIRST, rung(stars=0, certain=["price-storm"])], [], "needs no stars"),
        ([FIRST, rung(certain=["nothing"])], [], "no incident 'nothing'"),
        ([FIRST, rung(limits=Limits(without=["nothing"]))], [], "no pitch 'nothing'"),
        ([FIRST, rung(limits=Limits(refused=["nothing"]))], [], "no verb 'nothing'"),
        ([FIRST, rung(limits=Limits(without=list(SCENE.pitches)))], [], "leave a pitch"),
        ([FIRST, FIRST], [], "stands twice"),
        ([FIRST], [Trophy("x", "x", "x")], "say what it takes"),
        ([FIRST], [Trophy("x", "x", "x", least={"luck": 1})], "no figure 'luck'"),
    ],
)
def test_wrong_rows_are_refused(rungs: list[Rung], cups: list[Trophy], told: str) -> None:
    with pytest.raises(ContentError, match=told):
        check_rungs(evolve(SCENE, rung=rungs, trophy=cups), library().pitches)


def test_a_file_may_not_say_on_which_rung_it_is() -> None:
    with pytest.raises(ContentError, match="step"):
        check_rungs(evolve(SCENE, step=2), library().pitches)
