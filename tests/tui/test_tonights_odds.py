"""What may come and what goes on, as the studio writes it: whole, never wider than its place."""

import pytest
from attrs import evolve
from rich.cells import cell_len

from livegame.catalog.library import library
from livegame.engine.begin import begin
from livegame.engine.compile import build_world
from livegame.engine.watch import view
from livegame.runs.session import Session
from livegame.studio.ahead import ahead, expects, going_on, stands, terms, terms_short
from livegame.studio.lines import Line
from livegame.studio.show import Show
from livegame.studio.widgets.status import Status
from livegame.studio.widgets.tonight import Tonight
from tests.tui.fakehouse import FakeVoices

NIGHTS = {
    "pdd-2020-red-shrimp": "argentina-consul",
    "jd-kuaishou-2020": "jd-executive",
    "jd-2020-florists-books": "spring-florist",
    "taobao-2020-rockets": "rocket-host",
    "tiktok-2020-what-if": "first-us-host",
}


def said(line: Line) -> str:
    return "".join(span.text for span in line)


@pytest.mark.parametrize(("night", "role"), NIGHTS.items())
@pytest.mark.parametrize("width", [40, 74, 120])
def test_the_sheet_tells_every_incident_within_its_width(night: str, role: str, width: int) -> None:
    world = build_world(library(), night)
    assert expects(world, role)
    lines = [said(line) for line in ahead(library(), world, role, width)]
    assert max(cell_len(line) for line in lines) <= width
    told = " ".join(" ".join(lines).split())
    for row in world.scenario.incident:
        assert (row.title in told) == (not row.roles or role in row.roles), row.id


def test_what_goes_on_fits_the_room_it_is_given() -> None:
    world = build_world(library(), "jd-kuaishou-2020")
    seen = evolve(view(world, begin(world, [1]), 0), incidents=("redirect", "coupon"))
    for room in range(0, 60):
        told = going_on(world.scenario, seen, room)
        assert cell_len(told) <= room
    assert going_on(world.scenario, seen, 60) == "◆ A coupon drops +1"
    assert going_on(world.scenario, evolve(seen, incidents=()), 60) == ""


def test_terms_of_teams_and_deposits_fit_beside_the_price() -> None:
    for night, words in (("pdd-2020-red-shrimp", "150 more"), ("taobao-2020-rockets", "500k")):
        world = build_world(library(), night)
        good = view(world, begin(world, [1]), 0).products[0]
        assert terms(good)
        assert words in terms_short(good, 40)
        assert all(cell_len(terms_short(good, width)) <= width for width in range(4, 40))


def test_where_the_room_stands_is_told_where_only_this_night_has_it() -> None:
    for night, words in (
        ("tiktok-2020-what-if", "shyness 100 %"),
        ("taobao-2020-rockets", "closing 42 %"),
        ("jd-kuaishou-2020", ""),
    ):
        world = build_world(library(), night)
        told = stands(world.scenario, view(world, begin(world, [1]), 0))
        assert words in told
        assert bool(told) == bool(words)


@pytest.mark.parametrize(
    ("sold", "count"),
    [(0, "0/3,600"), (258, "258/3,600"), (1_258, "1.2k/3.6k"), (12_580, "12k/3.6k")],
)
def test_a_count_of_four_digits_is_shortened_rather_than_dropped(sold: int, count: str) -> None:
    """At 80 columns: beside the head of the night's leaderboard."""
    session = Session.start("pdd-2020-red-shrimp", "argentina-consul", seed=1, keep=False)
    show = Show(session, library(), FakeVoices())
    first, *others = show.view.products
    show.view = evolve(show.view, products=(evolve(first, sold=sold), *others))
    head = said(Tonight(show, "tonight").draw(31, 7)[0])
    assert cell_len(head) == 31
    assert f"parcels {count} ─" in head
    wide = said(Status(show, "status").draw(200, 2)[1])
    assert f"parcels {sold:,}/3,600" in wide
