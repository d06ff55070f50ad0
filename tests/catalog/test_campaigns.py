"""Campaigns: whole, checked against the library, and each mistake named."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from livegame.catalog.campaigns import Campaign, check_campaign, read_campaign
from livegame.catalog.happenings import EFFECTS
from livegame.catalog.library import Library, library
from livegame.catalog.problems import ContentError
from livegame.engine.days.compile import build_season
from livegame.engine.days.outcome import TROPHY_FIGURES

CAMPAIGNS = list(library().campaigns.values())
NAMES = ("facts", "hosts", "products", "segments", "pitches")
ids = [one.id for one in CAMPAIGNS]


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


def known(lib: Library) -> dict[str, Any]:
    return {name: getattr(lib, name) for name in NAMES}


@pytest.mark.parametrize("one", CAMPAIGNS, ids=ids)
def test_every_role_on_every_rung_can_be_played(lib: Library, one: Campaign) -> None:
    for role in one.roles:
        for rung in one.rung:
            season = build_season(lib, one.id, role, rung.number)
            assert len(season.content_hash) == 16
            assert season.par > 0
        hashes = {build_season(lib, one.id, role, r.number).content_hash for r in one.rung}
        assert len(hashes) == len(one.rung)


@pytest.mark.parametrize("one", CAMPAIGNS, ids=ids)
def test_each_rung_above_the_first_changes_a_rule(one: Campaign) -> None:
    first, *others = one.rung
    assert not first.without
    assert not first.rule
    assert len(others) >= 2
    for rung in others:
        assert rung.without or rung.rule, rung.name


@pytest.mark.parametrize("one", CAMPAIGNS, ids=ids)
def test_there_are_two_trophies_that_ask_for_different_figures(one: Campaign) -> None:
    asked = [frozenset([*trophy.least, *trophy.most]) for trophy in one.trophy]
    assert len(asked) >= 2
    assert len(set(asked)) == len(asked)
    assert all(names <= set(TROPHY_FIGURES) for names in asked)


@pytest.mark.parametrize("one", CAMPAIGNS, ids=ids)
def test_it_says_what_is_recorded_and_what_is_assumed(one: Campaign) -> None:
    assert one.says.startswith("Recorded:")
    assert "Assumed:" in one.says
    for rows in (one.route, one.crop, one.slot, one.coupon, one.happening, one.daily, one.script):
        assert all(row.reason.strip() for row in rows)  # type: ignore[attr-defined]


@pytest.mark.parametrize("one", CAMPAIGNS, ids=ids)
def test_the_daily_script_is_for_each_day_and_of_its_own_goods(lib: Library, one: Campaign) -> None:
    for daily in one.daily:
        own = {good.id for good in lib.goods(daily.role)}
        assert [m.day for m in daily.morning] == list(range(1, one.days + 1))
        for morning in daily.morning:
            goods = [*morning.picks, *morning.promise, *morning.prices]
            goods += [name.partition(".")[2] for name in morning.loads]
            assert set(goods) <= own


def test_all_effects_are_used_by_some_campaign() -> None:
    used = {name for one in CAMPAIGNS for event in one.happening for name in event.effect}
    assert used == set(EFFECTS)


def wrong(one: Campaign, **changes: Any) -> Campaign:
    return evolve(one, **changes)


BAD: list[tuple[str, Any]] = [
    ("effect", lambda c: {"happening": [evolve(c.happening[0], effect={"luck": 1})]}),
    ("cause", lambda c: {"happening": [evolve(c.happening[0], odds=0, cause="bad mood")]}),
    ("odds or a cause", lambda c: {"happening": [evolve(c.happening[0], cause="fans")]}),
    ("good", lambda c: {"happening": [evolve(c.happening[0], appeal={"kr-ramen": 1})]}),
    ("rung", lambda c: {"rung": [evolve(c.rung[0], number=2)]}),
    ("rule", lambda c: {"rung": [evolve(c.rung[0], rule={"gravity": 1})]}),
    ("without|route", lambda c: {"rung": [evolve(c.rung[0], without=["rocket"])]}),
    ("keen", lambda c: {"crop": [evolve(c.crop[0], keen=[0.0]), *c.crop[1:]]}),
    ("stage", lambda c: {"crop": [evolve(c.crop[0], ripe=20), *c.crop[1:]]}),
    ("script", lambda c: {"script": []}),
    ("fact", lambda c: {"facts": ["no-such"]}),
    ("pitch", lambda c: {"evening": evolve(c.evening, pitches=["sing"])}),
]


@pytest.mark.parametrize(("said", "change"), BAD, ids=[said for said, _ in BAD])
def test_a_mistake_is_named(lib: Library, said: str, change: Any) -> None:
    one = CAMPAIGNS[0]
    with pytest.raises(ContentError, match=said):
        check_campaign(wrong(one, **change(one)), known(lib))


def test_a_table_that_stands_in_two_files_is_refused(tmp_path: Path, lib: Library) -> None:
    one = CAMPAIGNS[0]
    (tmp_path / "campaigns" / one.id).mkdir(parents=True)
    for name in ("a", "b"):
        (tmp_path / "campaigns" / one.id / f"{name}.toml").write_text("[[coupon]]\nid = 'x'\n")
    with pytest.raises(ContentError, match="another file"):
        read_campaign(lib.folder / "scenarios" / f"{one.id}.toml", tmp_path)


def test_a_campaigns_hash_hangs_on_its_own_numbers_only(lib: Library) -> None:
    def with_other(name: str) -> Library:
        row = lib.day_assumptions[name]
        changed = {**lib.day_assumptions, name: evolve(row, value=float(str(row.value)) * 0.9)}
        return evolve(lib, day_assumptions=changed)

    one = lib.campaigns["farmers-2020-three-days"]
    role = one.roles[0]
    before = build_season(lib, one.id, role).content_hash
    for name in ("days.orchard.purse", "days.trust-rest", "appeal.harvest"):
        assert build_season(with_other(name), one.id, role).content_hash != before, name
    for name in ("days.express.purse", "appeal.express"):
        assert build_season(with_other(name), one.id, role).content_hash == before, name


def test_a_nights_hash_does_not_hang_on_the_day_scale(lib: Library) -> None:
    from livegame.engine.compile import build_world

    other = evolve(lib, day_assumptions={}, campaigns={})
    name = "618-2020-diplomats"
    assert build_world(other, name).content_hash == build_world(lib, name).content_hash
