"""The shipped content: whole, referring only to what there is, within sensible bounds."""

import re
import tomllib
from collections import Counter

import pytest

from livegame.catalog.library import Library, library, read_lines
from livegame.engine.compile import build_world
from livegame.engine.moods import TOPICS

FACTS, HOSTS, FEWEST_LINES = 106, 16, 250


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


def test_all_facts_of_the_five_articles_are_there(lib: Library) -> None:
    assert len(lib.facts) == FACTS
    assert len(lib.articles) == 5
    assert {fact.article for fact in lib.facts.values()} == set(lib.articles)


def test_every_fact_is_told_in_full(lib: Library) -> None:
    for fact in lib.facts.values():
        for words in (fact.unit, fact.measures, fact.when, fact.platform, fact.subject):
            assert words.strip(), fact.id


def test_every_assumption_has_its_reason(lib: Library) -> None:
    for row in [*lib.assumptions.values(), *lib.day_assumptions.values()]:
        for words in (row.unit, row.what, row.reason):
            assert words.strip(), row.id


def test_disputes_name_facts_and_the_games_choice(lib: Library) -> None:
    assert len(lib.disputes) >= 10
    for dispute in lib.disputes.values():
        assert dispute.facts, dispute.id
        assert dispute.says.strip()
        assert dispute.choice.strip()


def test_measures_are_what_their_facts_give(lib: Library) -> None:
    for measure in lib.measures.values():
        names = {name: lib.facts[name].value for name in measure.facts}
        assert names, measure.id
        assert measure.formula.strip(), measure.id


def test_each_host_brings_at_least_three_goods(lib: Library) -> None:
    campaigns = {role for one in lib.campaigns.values() for role in one.roles}
    assert len(set(lib.hosts) - campaigns) >= HOSTS
    assert campaigns <= set(lib.hosts)
    goods = Counter(product.host for product in lib.products.values())
    assert set(goods) == set(lib.hosts)
    assert min(goods.values()) >= 3


def test_recorded_goods_name_their_facts_and_the_others_say_why(lib: Library) -> None:
    for good in lib.products.values():
        assert good.facts or not good.recorded, good.id
        assert good.price_kind in ("recorded", "outside", "assumed"), good.id
        assert (good.price_kind != "outside") or good.price_source, good.id
        assert good.price_reason.strip(), good.id
        assert good.cost_reason.strip(), good.id


def test_goods_are_within_bounds(lib: Library) -> None:
    known = [*lib.assumptions, *lib.day_assumptions]
    categories = {name.removeprefix("appeal.") for name in known if "appeal." in name}
    for good in lib.products.values():
        most = 10**10 if good.deposit else 1_000_000
        assert 100 <= good.usual_fen <= most, good.id
        assert good.deposit < good.usual_fen, good.id
        assert 0 < good.cost_permille < 1000, good.id
        assert 0 <= good.spoil_permille <= 1000, good.id
        assert 0 < good.stock <= good.stock_max <= 100_000, good.id
        assert good.units_per_pack >= 1, good.id
        for trait in (good.needs_showing, good.tastes, good.gift, good.unfamiliar):
            assert 0 <= trait <= 3, good.id
        assert good.category in categories, good.id
        assert len(good.short) <= 10, good.id


def test_segments_are_within_bounds(lib: Library) -> None:
    for scene in lib.scenarios.values():
        assert sum(lib.segments[name].share for name in scene.segments) == 1000, scene.id
    categories = {good.category for good in lib.products.values()}
    for segment in lib.segments.values():
        assert segment.share > 0
        assert 0.5 < segment.price_slope < 6.0
        assert 60 <= segment.stay <= 3600
        assert set(segment.likes) <= categories | {"dairy", "snack"}, segment.id


def test_pitches_are_within_bounds(lib: Library) -> None:
    for scene in lib.scenarios.values():
        keys = [lib.pitches[name].key for name in scene.pitches]
        assert len(set(keys)) == len(keys), scene.id
    for pitch in lib.pitches.values():
        assert 5 <= pitch.seconds <= 7200, pitch.id
        assert 0 <= pitch.launch < pitch.seconds, pitch.id
        assert set(pitch.desire) <= set(lib.segments), pitch.id
        assert bool(pitch.desire) == pitch.needs_product, pitch.id
        assert pitch.cost >= 0, pitch.id
        assert 0.0 <= pitch.showing + pitch.tasting + pitch.giving <= 1.0, pitch.id
        for share in (pitch.doubt, pitch.mood, pitch.reopen, pitch.wear, pitch.extra):
            assert 0 <= share <= 1000, pitch.id
        for words in (pitch.what, pitch.risk, pitch.reason):
            assert words.strip(), pitch.id


@pytest.mark.parametrize("scenario", library().scenarios)
def test_a_scenario_has_each_role_segment_and_pitch_once(lib: Library, scenario: str) -> None:
    scene = lib.scenarios[scenario]
    for names in (scene.roles, scene.segments, scene.pitches):
        assert names
        assert len(set(names)) == len(names)
    assert scene.minutes * 60 % scene.tick_seconds == 0
    assert 1 <= scene.minutes <= 1440
    assert {target.kind for target in scene.target} <= {"fitted", "implied", "held_out"}
    assert set(lib.scripts[scenario]) == set(scene.roles)


@pytest.mark.parametrize("scenario", library().scenarios)
def test_every_beat_of_a_script_is_one_that_a_host_could_begin(lib: Library, scenario: str) -> None:
    for role, script in lib.scripts[scenario].items():
        own = {good.id: good for good in lib.goods(role)}
        assert set(script.open) | set(script.lots) <= set(own)
        for name, packs in script.lots.items():
            assert 0 <= packs <= own[name].stock
        for cue in script.cues:
            assert bool(cue.product) == lib.pitches[cue.pitch].needs_product, role
            assert {*cue.shut, *cue.open, *cue.release, *cue.price} <= set(own), role
            assert all(400 <= permille <= 1500 for permille in cue.price.values()), role
            assert all(packs > 0 for packs in cue.release.values()), role


def test_each_role_has_one_script_and_each_scenario_one_fit(lib: Library) -> None:
    for scenario in lib.scenarios:
        files = sorted((lib.folder / "scripts" / scenario).glob("*.toml"))
        roles = [s["role"] for f in files for s in tomllib.loads(f.read_text("utf-8"))["script"]]
        assert len(set(roles)) == len(roles)
    fits = [tomllib.loads(f.read_text("utf-8")) for f in (lib.folder / "fits").glob("*.toml")]
    assert len({fit["scenario"] for fit in fits}) == len(fits)


@pytest.mark.parametrize("scenario", library().scenarios)
def test_every_scenario_can_be_played(lib: Library, scenario: str) -> None:
    world = build_world(lib, scenario)
    assert len(world.content_hash) == 16
    assert min(world.par) > 0


# ------------------------------------------------------------------------------------- the chat


@pytest.mark.parametrize("language", ["en", "zh"])
def test_chat_lines_belong_to_topics_of_the_crowd(lib: Library, language: str) -> None:
    lines = read_lines(lib.folder, language)
    called = {f"call-{name}" for scene in lib.scenarios.values() if scene.calls
              for name in scene.calls.pitches}  # fmt: skip
    assert {line.topic for line in lines} == set(TOPICS) - {"call"} | called
    categories = {good.category for good in lib.products.values()}
    for line in lines:
        assert set(line.category) <= categories, line.text
        assert set(re.findall(r"\{(\w+)\}", line.text)) <= {"product"}, line.text
        assert 0 < len(line.text) <= 80, line.text


def test_there_are_enough_chat_lines(lib: Library) -> None:
    lines = read_lines(lib.folder, "en")
    assert len(lines) >= FEWEST_LINES
    assert len({line.text for line in lines}) == len(lines)
    assert min(Counter(line.topic for line in lines).values()) >= 6
