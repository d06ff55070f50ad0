"""Why, asked of the news on top: each thing that goes on, what it does and until when."""

import pytest
from attrs import evolve

from livegame.catalog import figures
from livegame.catalog.library import library
from livegame.engine.begin import begin
from livegame.engine.compile import build_world
from livegame.engine.watch import view
from livegame.runs.ahead import ahead_of, going_on
from livegame.runs.session import Session
from livegame.studio.answers.night import outside
from livegame.studio.show import Show
from tests.tui.fakehouse import FakeVoices

NIGHTS = ["pdd-2020-red-shrimp", "jd-2020-florists-books", "jd-kuaishou-2020"]


def told(show: Show) -> str:
    rows = outside(show).lines(60)
    return " ".join(" ".join("".join(span.text for span in row) for row in rows).split())


@pytest.mark.parametrize("night", NIGHTS)
def test_each_is_told_as_before_the_night_and_until_when(night: str) -> None:
    scene = library().scenarios[night]
    session = Session.start(night, scene.roles[0], seed=4, keep=False)
    show = Show(session, library(), FakeVoices())
    before = {
        title: effects
        for title, _, effects, _ in ahead_of(
            library(), session.world, scene, scene.roles[0]
        ).rows
    }  # fmt: skip
    ends: dict[str, int] = {}
    over: dict[str, int] = {}
    while not session.finished:
        was = session.view.incidents
        session.advance()
        show.view = session.view
        for name in session.view.incidents:
            if name in ends:
                continue
            ends[name] = session.until[name]
            row = next(row for row in scene.incident if row.id == name)
            words = told(show)
            assert row.title in words
            assert before[row.title] in words
            assert f" {figures.clock(scene.starts, ends[name])[:5]}" in words
        over |= {name: session.view.clock for name in was if name not in session.view.incidents}
    assert over
    assert {name: ends[name] for name in over} == over


def test_several_stand_under_each_other_and_none_is_hidden() -> None:
    world = build_world(library(), "jd-kuaishou-2020")
    seen = evolve(view(world, begin(world, [1]), 0), incidents=("redirect", "coupon", "gone"))
    rows = going_on(library(), world.scenario, seen)
    assert [title for title, _ in rows][1:] == ["A coupon drops", "gone"]
    assert all(effects for _, effects in rows[:2])


def test_a_milestone_tells_what_it_draws() -> None:
    world = build_world(library(), "1111-2020-peak")
    row = world.scenario.milestone[0]
    seen = evolve(view(world, begin(world, [1]), 0), incidents=(row.id,))
    ((title, effects),) = going_on(library(), world.scenario, seen)
    assert title == row.title
    assert f"+{(row.pull - 1000) // 10} % arrivals" in effects


def test_a_rung_that_tells_nothing_before_the_night_tells_no_figures() -> None:
    world = build_world(library(), "jd-kuaishou-2020")
    blind = evolve(world.scenario, limits=evolve(world.scenario.limits, blind=True))
    seen = evolve(view(world, begin(world, [1]), 0), incidents=("coupon",))
    ((_, words),) = going_on(library(), blind, seen)
    assert words == next(row.text for row in blind.incident if row.id == "coupon")
