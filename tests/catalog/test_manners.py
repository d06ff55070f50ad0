"""A night may hold a pitch of others in its own manner; wrong rows are refused with their place."""

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.catalog.manners import Manner, check_manners, held
from livegame.catalog.problems import ContentError
from livegame.engine.compile import build_world
from livegame.runs.nightledger import night_rows

LIB = library()
NIGHT = LIB.scenarios["pdd-2020-red-shrimp"]
PITCHES = LIB.pitches


def test_only_what_it_names_is_otherwise() -> None:
    taste = PITCHES["taste"]
    here = held(taste, Manner("taste", "Why.", power=1500, seconds=30, wear=100))
    assert here.desire == {name: value * 3 // 2 for name, value in taste.desire.items()}
    assert evolve(here, desire=taste.desire, seconds=taste.seconds, wear=taste.wear) == taste


def test_the_night_counts_with_it_and_no_other_does() -> None:
    scene = evolve(NIGHT, manner=[Manner("taste", "Why.", power=2000, reopen=900, cost=700)])
    lib = evolve(LIB, scenarios=LIB.scenarios | {NIGHT.id: scene})
    usual, world = (build_world(one, NIGHT.id) for one in (LIB, lib))
    at = world.pitches.ids.index("taste")
    assert world.pitches.cost[at] == 700 != usual.pitches.cost[at]
    assert world.pitches.reopen[at] > usual.pitches.reopen[at]
    assert world.content_hash != usual.content_hash
    rest = [n for n in range(len(world.pitches.ids)) if n != at]
    assert (world.pitches.cost[rest] == usual.pitches.cost[rest]).all()
    other = "618-2020-diplomats"
    assert build_world(lib, other).content_hash == build_world(LIB, other).content_hash


def test_it_stands_in_the_record_with_its_reason() -> None:
    scene = evolve(NIGHT, manner=[Manner("taste", "Because.", power=1500, seconds=30)])
    rows = list(night_rows(evolve(LIB, scenarios={NIGHT.id: scene})))
    told = {row[0]: row for row in rows if ".manner." in row[0]}
    assert {name.rpartition(".")[2] for name in told} == {"power", "seconds"}
    assert {row[1] for row in told.values()} == {1500, 30}
    assert all(row[4] == "Because." for row in told.values())


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([Manner("sing", "Why.")], "no such pitch"),
        ([Manner("taste", "Why."), Manner("taste", "Why.")], "stands twice"),
        ([Manner("taste", "Why.", source="nowhere")], "no source 'nowhere'"),
        ([Manner("countdown", "Why.", seconds=5)], "make it longer"),
        ([Manner("taste", "Why.", reopen=5000)], "manner of taste"),
    ],
)
def test_wrong_rows_are_refused(rows: list[Manner], words: str) -> None:
    with pytest.raises(ContentError, match=words):
        check_manners(evolve(NIGHT, manner=rows), PITCHES, LIB.sources)
