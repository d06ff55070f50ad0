"""The single evenings of spring and summer 2020: whole, with a decision of their own, and stating
no figure that is not on record."""

import re
from collections import Counter

import pytest

from livegame.catalog.library import Library, library
from livegame.catalog.nights import Scenario
from livegame.engine.compile import build_world

# What only this evening asks of the player, as the piece of data that asks it.
OWN = {
    "pdd-2020-red-shrimp": "group prices and a cold chain",
    "jd-kuaishou-2020": "a till that comes nearer at midnight",
    "jd-2020-florists-books": "a course before an unknown crowd",
    "taobao-2020-rockets": "deposits that close on trust",
    "tiktok-2020-what-if": "a crowd that has never bought live",
}
FEWEST_GOODS, FEWEST_INCIDENTS, FEWEST_LINES = 4, 10, 15
DIGITS = re.compile(r"\d[\d,.]*\d|\d")
BELOW = 1000


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


@pytest.fixture(params=OWN)
def scene(request: pytest.FixtureRequest, lib: Library) -> Scenario:
    return lib.scenarios[request.param]


def has_own(lib: Library, scene: Scenario) -> dict[str, bool]:
    """Which pieces a scenario uses."""
    goods = [good for role in scene.roles for good in lib.goods(role)]
    return {
        "group prices and a cold chain": any(g.team for g in goods) and bool(scene.courier),
        "a till that comes nearer at midnight": any(
            row.odds == BELOW and row.eased and row.fact == "aw_redirected" and row.appeal < 0
            for row in scene.incident
        ),
        "a course before an unknown crowd": scene.pool_luck > 0
        and any(lib.pitches[name].after for name in scene.pitches),
        "deposits that close on trust": bool(scene.closing) and any(g.deposit for g in goods),
        "a crowd that has never bought live": scene.habit is not None,
    }


def test_each_evening_asks_what_no_other_asks(lib: Library, scene: Scenario) -> None:
    used = has_own(lib, scene)
    assert [name for name, there in used.items() if there] == [OWN[scene.id]]


def test_nothing_they_sold_is_on_record_and_they_say_so(lib: Library, scene: Scenario) -> None:
    assert not scene.recorded
    assert not scene.target
    assert all(not lib.hosts[role].recorded for role in scene.roles)
    goods = [good for role in scene.roles for good in lib.goods(role)]
    assert not any(good.recorded for good in goods)
    assert "no recorded result" in lib.fits[scene.id].how


def test_par_is_a_bots_and_says_which_and_how(lib: Library, scene: Scenario) -> None:
    fit = lib.fits[scene.id]
    assert set(fit.par) == set(scene.roles)
    assert min(fit.par.values()) > 1
    assert "bot 'planner'" in fit.how
    first, end = map(int, fit.seeds.split(":"))
    assert end - first >= 9
    measured = lib.fits["618-2020-diplomats"].arrivals  # it moves a little when that is fitted anew
    assert fit.arrivals == pytest.approx(measured, rel=0.1)
    assert min(build_world(lib, scene.id).par) > 1


def test_each_room_brings_enough_goods_of_its_own(lib: Library, scene: Scenario) -> None:
    for role in scene.roles:
        goods = lib.goods(role)
        assert len(goods) >= FEWEST_GOODS, role
        assert len({good.name for good in goods}) == len(goods), role
    assert len(scene.roles) >= 3  # a rival or two, so that the night is not empty
    assert scene.rest > 0  # and the rest of the market


def test_incidents_are_many_and_their_odds_and_causes_in_plain_sight(scene: Scenario) -> None:
    assert len(scene.incident) >= FEWEST_INCIDENTS
    for row in scene.incident:
        assert row.odds > 0, row.id
        for words in (row.title, row.text, row.cause):
            assert words.strip(), row.id
        assert row.latest + 1 <= scene.minutes, row.id
        assert row.pull != BELOW or row.appeal or row.checkout != BELOW, row.id
        assert set(row.eased) <= set(scene.pitches), row.id
        assert set(row.roles) <= set(scene.roles), row.id
    texts = Counter(row.text for row in scene.incident)
    assert max(texts.values()) == 1


def test_the_incidents_categories_are_sold(lib: Library, scene: Scenario) -> None:
    for row in scene.incident:
        roles = row.roles or scene.roles
        sold = {good.category for role in roles for good in lib.goods(role)}
        assert set(row.categories) <= sold, row.id


def test_the_crowd_is_their_own(lib: Library, scene: Scenario) -> None:
    assert not {"bargain", "cooks", "foodies", "gifts", "onlookers"} & set(scene.segments)
    assert sum(lib.segments[name].share for name in scene.segments) == BELOW
    for name in scene.segments:
        assert lib.segments[name].hears in lib.segments


def test_every_own_assumption_says_why(scene: Scenario) -> None:
    for row in scene.assume:
        assert len(row.reason) > 10, row.id
    for part in (scene.habit, scene.closing, *scene.courier):
        assert part is None or len(part.reason) > 20


# ---------------------------------------------------------------------- no figure without its fact


def told_in(lib: Library, scene: Scenario) -> list[str]:
    """Every text of a scenario that a player reads."""
    texts = [scene.title, scene.intro, scene.ending, *scene.notes]
    for row in scene.incident:
        texts += [row.title, row.text, row.cause]
    for role in scene.roles:
        texts += [lib.hosts[role].intro, lib.hosts[role].office]
    return texts


def figures_without_fact(lib: Library, scene: Scenario) -> list[str]:
    """The figures in a scenario's texts that none of its facts gives."""
    known = {str(lib.facts[name].value) for name in scene.facts}
    found = [number for text in told_in(lib, scene) for number in DIGITS.findall(text)]
    return [number for number in found if number.replace(",", "") not in known]


def test_every_figure_in_a_text_is_one_of_its_facts(lib: Library, scene: Scenario) -> None:
    assert figures_without_fact(lib, scene) == []


def test_a_figure_that_nobody_recorded_is_found(lib: Library) -> None:
    from attrs import evolve

    scene = lib.scenarios["jd-kuaishou-2020"]
    recorded = evolve(scene, intro="Among 300,000 rooms.")
    invented = evolve(scene, ending="They sold 4,711 towels.")
    assert figures_without_fact(lib, recorded) == []
    assert figures_without_fact(lib, invented) == ["4,711"]


def test_facts_that_incidents_rest_on_are_among_the_scenarios_facts(scene: Scenario) -> None:
    for row in scene.incident:
        assert not row.fact or row.fact in scene.facts, row.id


def test_what_is_said_to_be_on_record_is_cited(lib: Library, scene: Scenario) -> None:
    """A host whose text speaks of the record names a fact; the others say that they are assumed."""
    for role in scene.roles:
        host = lib.hosts[role]
        assert host.facts or "ssumed room" in host.intro, role
        assert set(host.facts) <= {*lib.facts}, role


def test_what_only_some_rooms_hear_is_said_in_rooms_that_there_are(lib: Library) -> None:
    from livegame.catalog.library import read_lines

    for line in read_lines(lib.folder, "en"):
        assert set(line.roles) <= set(lib.hosts), line.text


def test_a_line_of_one_night_is_not_heard_in_another(lib: Library, scene: Scenario) -> None:
    """Lines of a night's own file name its rooms."""
    path = lib.folder / "chat" / "en" / f"{scene.id}.toml"
    from livegame.catalog.models import Line
    from livegame.catalog.reading import read_rows

    lines = read_rows(path, "line", Line)
    assert len(lines) >= FEWEST_LINES
    assert all(set(line.roles) == set(scene.roles) for line in lines)
