"""The eleven days: whole for each role, of its own, and honest about what nobody recorded."""

from typing import Any

import pytest
from attrs import evolve

from livegame.catalog.campaigns import Campaign, check_campaign
from livegame.catalog.library import Library, library
from livegame.catalog.problems import ContentError
from livegame.engine.days.compile import build_season

ELEVEN, PEAK = "1111-2020", "1111-2020-peak"
NAMES = ("facts", "hosts", "products", "segments", "pitches", "scenarios")


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


@pytest.fixture(scope="module")
def one(lib: Library) -> Campaign:
    return lib.campaigns[ELEVEN]


def test_it_has_the_eleven_days_and_the_night_that_is_played_by_itself(
    lib: Library, one: Campaign
) -> None:
    assert one.days == lib.facts["vns_days"].value
    assert PEAK in lib.scenarios
    assert "another time" not in lib.scenarios[PEAK].ending
    assert set(one.roles) <= set(lib.scenarios[PEAK].roles)
    assert not one.recorded
    assert not one.target


def test_each_role_has_rows_of_its_own(lib: Library, one: Campaign) -> None:
    for role in one.roles:
        season = build_season(lib, ELEVEN, role)
        eve = season.eve
        assert len(eve.depots) >= 3
        assert eve.carrier is not None
        assert len(eve.topics) >= 3
        assert len(eve.goals) == 1
        assert set(season.strokes) == {PEAK}
        assert eve.book.sum() > 0
        assert int(eve.near.sum()) < 1000
        assert all(row.id.endswith(role.partition("-")[2]) for row in season.campaign.slot)


def test_ten_things_may_happen_each_with_odds_or_a_cause(one: Campaign) -> None:
    assert len(one.happening) >= 10
    assert any(event.cause for event in one.happening)
    assert all(bool(event.odds) != bool(event.cause) for event in one.happening)


def test_goals_rest_on_the_record(lib: Library, one: Campaign) -> None:
    facts = {row.fact for row in one.goal}
    assert facts == {"vns_channel_100m", "vns_growth1000", "vns_growth"}
    channel = build_season(lib, ELEVEN, "nov-channel")
    assert channel.eve.line[0] == int(lib.facts["vns_channel_100m"].value) * 100


def test_each_rung_changes_a_rule_of_the_eve(lib: Library, one: Campaign) -> None:
    first, window, roads, machine = (
        build_season(lib, ELEVEN, "nov-brand", row.number).eve for row in one.rung
    )
    assert first.calls
    assert not window.calls
    assert len(roads.depots) == len(first.depots) - 1
    assert (roads.vans < first.vans).all()
    assert (machine.lesson < first.lesson).all()
    assert machine.most < first.most


BAD: list[tuple[str, Any]] = [
    ("roads", lambda c: {"depot": [evolve(c.depot[0], roads=[1]), *c.depot[1:]]}),
    ("carries", lambda c: {"carrier": [evolve(c.carrier[0], carries=[1]), *c.carrier[1:]]}),
    ("twice", lambda c: {"topic": [*c.topic, c.topic[0]]}),
    ("grows", lambda c: {"topic": [evolve(c.topic[0], grows="moon"), *c.topic[1:]]}),
    ("effect", lambda c: {"goal": [evolve(c.goal[0], effect={"luck": 2}), *c.goal[1:]]}),
    ("fact", lambda c: {"goal": [evolve(c.goal[0], fact="no-such"), *c.goal[1:]]}),
    ("not both", lambda c: {"goal": [evolve(c.goal[0], last=5, before=5), *c.goal[1:]]}),
    ("windows", lambda c: {"window": []}),
    ("due", lambda c: {"window": [evolve(row, due=False) for row in c.window]}),
    ("within", lambda c: {"window": [evolve(c.window[0], last=12), *c.window[1:]]}),
    ("everybody", lambda c: {"depot": [evolve(c.depot[0], near=900), *c.depot[1:]]}),
    ("carrier", lambda c: {"carrier": []}),
    ("scenario", lambda c: {"slot": [evolve(c.slot[0], night="no-such"), *c.slot[1:]]}),
]


@pytest.mark.parametrize(("said", "change"), BAD, ids=range(len(BAD)))
def test_a_mistake_is_named(lib: Library, one: Campaign, said: str, change: Any) -> None:
    with pytest.raises(ContentError, match=said):
        check_campaign(evolve(one, **change(one)), {name: getattr(lib, name) for name in NAMES})


def test_a_row_more_changes_no_other_campaign(lib: Library, one: Campaign) -> None:
    other = evolve(one, topic=[evolve(one.topic[0], lesson=1), *one.topic[1:]])
    changed = evolve(lib, campaigns={**lib.campaigns, ELEVEN: other})
    assert (
        build_season(changed, ELEVEN, "nov-brand").content_hash
        != build_season(lib, ELEVEN, "nov-brand").content_hash
    )
    name, role = "farmers-2020-spring", "zhejiang-tea-hill"
    same = build_season(lib, name, role).content_hash
    assert build_season(changed, name, role).content_hash == same
