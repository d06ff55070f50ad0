"""The farmers' spring: its villages whole, of their own, and honest about what nobody recorded."""

import re
from typing import Any

import pytest
from attrs import evolve

from livegame.catalog.campaigns import Campaign, check_campaign
from livegame.catalog.library import Library, library, read_lines
from livegame.catalog.problems import ContentError
from livegame.engine.days.compile import build_season

SPRING = "farmers-2020-spring"
FARMERS = (SPRING, "farmers-2020-three-days")
NAMES = ("facts", "hosts", "products", "segments", "pitches")
DIGITS = re.compile(r"\d[\d,.]*\d|\d")


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


@pytest.fixture(scope="module")
def spring(lib: Library) -> Campaign:
    return lib.campaigns[SPRING]


def test_farmers_sell_at_least_eight_crops_of_four_regions(lib: Library, spring: Campaign) -> None:
    roles = [role for name in FARMERS for role in lib.campaigns[name].roles]
    goods = {good.id for role in roles for good in lib.goods(role)}
    assert len(goods) >= 8
    assert len({lib.hosts[role].country for role in roles}) >= 4
    assert len([good for role in spring.roles for good in lib.goods(role)]) >= 5
    assert len({lib.hosts[role].country for role in spring.roles}) >= 3


def test_only_the_spring_has_people_to_train_and_farms_to_choose(lib: Library) -> None:
    having = [one.id for one in lib.campaigns.values() if one.trainee or one.farm]
    assert having == [SPRING]
    for name, one in lib.campaigns.items():
        for role in one.roles:
            village = build_season(lib, name, role).village
            assert bool(village.farms) == bool(village.people) == (name == SPRING)


def test_every_good_has_a_farm_and_every_farm_a_host(lib: Library, spring: Campaign) -> None:
    goods = [good.id for role in spring.roles for good in lib.goods(role)]
    assert sorted(farm.product for farm in spring.farm) == sorted(goods)
    for role in spring.roles:
        village = build_season(lib, SPRING, role).village
        assert sorted(village.good.tolist()) == list(range(len(lib.goods(role))))
        assert len(village.people) >= 3
        assert village.places < len(village.people)
        assert village.on_air < len(village.farms)


def test_ten_things_may_happen_each_with_odds_or_a_cause(spring: Campaign) -> None:
    assert len(spring.happening) >= 10
    assert any(event.cause for event in spring.happening)
    assert all(bool(event.odds) != bool(event.cause) for event in spring.happening)
    assert any("lessons" in event.effect for event in spring.happening)


def test_people_say_things_to_a_village_alone(lib: Library) -> None:
    own = [line for line in read_lines(lib.folder, "en") if line.category == ["spring"]]
    assert len(own) >= 15
    assert len({line.topic for line in own}) >= 8


def test_no_figure_is_stated_that_no_article_has(lib: Library, spring: Campaign) -> None:
    known = {str(lib.facts[name].value) for name in spring.facts} | {"15", "2020", "31"}
    for text in (spring.intro, spring.ending, spring.says):
        said = {number.replace(",", "") for number in DIGITS.findall(text)}
        assert said <= known, text
    assert not spring.recorded
    assert not spring.target
    assert all(not lib.hosts[role].recorded for role in spring.roles)


def test_the_season_ends_on_the_day_of_the_count(lib: Library, spring: Campaign) -> None:
    from livegame.runs.campaigns.names import date_of

    season = build_season(lib, SPRING, spring.roles[0])
    last = date_of(season, season.days - 1)
    assert last == "2020-05-15"
    assert lib.facts["aw_farmers"].when.endswith(last)


def test_each_rung_changes_what_a_village_may_do(lib: Library, spring: Campaign) -> None:
    role = spring.roles[0]
    villages = [build_season(lib, SPRING, role, row.number).village for row in spring.rung]
    first, van, test, _ = villages
    assert (van.on_air, van.places) < (first.on_air, first.places)
    assert test.licence > first.licence == 0
    assert all(test.most >= test.licence)


BAD: list[tuple[str, Any]] = [
    ("no 'zt-nobody'", lambda c: {"farm": [evolve(c.farm[0], host="zt-nobody"), *c.farm[1:]]}),
    ("no 'zt-rice'", lambda c: {"farm": [evolve(c.farm[0], product="zt-rice"), *c.farm[1:]]}),
    ("twice", lambda c: {"farm": [*c.farm, c.farm[0]]}),
    ("twice", lambda c: {"trainee": [*c.trainee, c.trainee[0]]}),
    ("no farm", lambda c: {"trainee": [*c.trainee, evolve(c.trainee[0], id="zt-idle")]}),
    ("above", lambda c: {"trainee": [evolve(c.trainee[0], start=999, most=10), *c.trainee[1:]]}),
    ("no trainee of day 1", lambda c: {"daily": [wrong_day(c, train=["zt-nobody"]), *c.daily[1:]]}),
    ("no farm of day 1", lambda c: {"daily": [wrong_day(c, air=["moon"]), *c.daily[1:]]}),
]


def wrong_day(one: Campaign, **changes: Any) -> Any:
    """A daily script whose first morning is another."""
    daily = one.daily[0]
    return evolve(daily, morning=[evolve(daily.morning[0], **changes), *daily.morning[1:]])


@pytest.mark.parametrize(("said", "change"), BAD, ids=range(len(BAD)))
def test_a_mistake_in_a_village_is_named(
    lib: Library, spring: Campaign, said: str, change: Any
) -> None:
    with pytest.raises(ContentError, match=said):
        check_campaign(
            evolve(spring, **change(spring)), {name: getattr(lib, name) for name in NAMES}
        )


def test_what_nobody_uses_changes_no_hash(lib: Library, spring: Campaign) -> None:
    """A campaign without a village does not feel that there are such; one with it does."""
    hashes = [build_season(lib, SPRING, spring.roles[0]).content_hash]
    for changed in (
        evolve(spring, every=4),
        evolve(spring, farm=[evolve(spring.farm[0], pull=999), *spring.farm[1:]]),
        evolve(spring, trainee=[evolve(spring.trainee[0], lesson=1), *spring.trainee[1:]]),
    ):
        other = evolve(lib, campaigns={**lib.campaigns, SPRING: changed})
        hashes.append(build_season(other, SPRING, spring.roles[0]).content_hash)
        name = FARMERS[1]
        role = lib.campaigns[name].roles[0]
        same = build_season(lib, name, role).content_hash
        assert build_season(other, name, role).content_hash == same
    assert len(set(hashes)) == len(hashes)
