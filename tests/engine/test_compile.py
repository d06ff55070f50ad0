"""From content to arrays: each number where it belongs, and misfits refused by name."""

from typing import Any

import numpy as np
import pytest
from attrs import evolve

from livegame.catalog.library import Library, library
from livegame.catalog.problems import ContentError
from livegame.catalog.running import Cue
from livegame.engine.compile import build_world
from livegame.engine.rates import Rates, read_rates
from livegame.engine.tables import ONE
from livegame.engine.world import World

SCENE = "618-2020-diplomats"


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


def with_cue(lib: Library, cue: Cue) -> Library:
    """The library with one more cue in the script of Thailand."""
    scripts = lib.scripts[SCENE]
    script = evolve(scripts["thailand"], cues=[*scripts["thailand"].cues, cue])
    return evolve(lib, scripts=lib.scripts | {SCENE: scripts | {"thailand": script}})


def test_rooms_goods_and_segments_keep_the_order_of_content(world: World, lib: Library) -> None:
    scene = lib.scenarios[SCENE]
    assert world.roles == tuple(scene.roles)
    assert world.segments == tuple(scene.segments)
    assert world.pitches.ids == ("", *scene.pitches)
    for room, role in enumerate(world.roles):
        assert [g.id for g in world.goods[room]] == [g.id for g in lib.goods(role)]
        assert world.has[room].sum() == len(world.goods[room])


def test_an_hour_has_360_ticks(world: World) -> None:
    assert (world.ticks, world.tick_seconds) == (360, 10)
    assert len(world.arrivals) == 360


def test_prices_stock_and_cost_are_those_of_the_goods(world: World) -> None:
    for room, goods in enumerate(world.goods):
        for slot, good in enumerate(goods):
            assert world.usual[room, slot] == good.usual_fen
            assert world.stock[room, slot] == good.stock
            assert world.stock_most[room, slot] == good.stock_max
            assert world.cost[room, slot] == good.usual_fen * good.cost_permille // 1000


def test_appeal_is_fit_and_interest_and_liking(world: World, lib: Library) -> None:
    fit, segment = lib.fits[SCENE], lib.segments["foodies"]
    expected = fit.appeal["th-durian"] + segment.interest + segment.likes["fruit"]
    found = world.appeal[0, world.segments.index("foodies"), 1] / ONE
    assert found == pytest.approx(expected, abs=1e-4)


def test_pitches_take_their_seconds_in_ticks(world: World, lib: Library) -> None:
    for name, ticks in zip(world.pitches.ids[1:], world.pitches.ticks[1:], strict=True):
        assert ticks * world.tick_seconds == lib.pitches[name].seconds


def test_fit_is_full_where_a_good_has_all_that_a_pitch_asks_for(world: World) -> None:
    demonstrate = world.pitches.ids.index("demonstrate")
    mango, rice = world.pitches.fit[demonstrate, 0, [0, 3]]
    assert mango == ONE
    assert rice == pytest.approx(ONE * (0.4 + 0.6 / 3), abs=1)


def test_arrivals_make_up_the_fitted_share_of_the_pool(world: World, lib: Library) -> None:
    assert world.arrivals.sum() == pytest.approx(lib.fits[SCENE].arrivals)


def test_scripts_are_compiled_cue_by_cue(world: World, lib: Library) -> None:
    for room, role in enumerate(world.roles):
        script = lib.scripts[SCENE][role]
        assert world.scripts.length[room] == len(script.cues)
        for at, cue in enumerate(script.cues):
            assert world.pitches.ids[world.scripts.pitch[room, at]] == cue.pitch
            slot = world.scripts.product[room, at]
            assert (world.goods[room][slot].id if slot >= 0 else "") == cue.product


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        (Cue("taste", "kr-ramen"), "kr-ramen"),
        (Cue("sing", "th-rice"), "sing"),
        (Cue("breathe", shut=["kr-ramen"]), "kr-ramen"),
        (Cue("breathe", open=["kr-ramen"]), "kr-ramen"),
        (Cue("breathe", release={"kr-ramen": 5}), "kr-ramen"),
        (Cue("breathe", price={"kr-ramen": 900}), "kr-ramen"),
    ],
)
def test_a_cue_that_does_not_fit_its_host_is_named(lib: Library, cue: Cue, said: str) -> None:
    with pytest.raises(ContentError, match=f"thailand.*{said}"):
        build_world(with_cue(lib, cue), SCENE)


def test_cues_release_open_shut_and_price(lib: Library) -> None:
    cue = Cue("taste", "th-rice", ["th-durian"], ["th-rice"], {"th-rice": 7}, {"th-rice": 900})
    scripts = build_world(with_cue(lib, cue), SCENE).scripts
    at = scripts.length[0] - 1
    assert scripts.link[0, at].tolist() == [-1, 0, -1, 1]
    assert scripts.release[0, at].tolist() == [0, 0, 0, 7]
    assert scripts.price[0, at].tolist() == [0, 0, 0, 5391]


def test_a_script_without_cues_is_refused(lib: Library) -> None:
    scripts = lib.scripts[SCENE]
    empty = scripts | {"peru": evolve(scripts["peru"], cues=[])}
    with pytest.raises(ContentError, match=r"peru.*no cues"):
        build_world(evolve(lib, scripts={SCENE: empty}), SCENE)


def test_an_unknown_scenario_is_refused(lib: Library) -> None:
    with pytest.raises(ContentError, match=f"no scenario 'x'; there are {SCENE}, "):
        build_world(lib, "x")


def test_a_scenario_without_a_fit_says_what_to_run(lib: Library) -> None:
    with pytest.raises(ContentError, match="livegame calibrate"):
        build_world(evolve(lib, fits={}), SCENE)


def changed(lib: Library, table: str, row: str, values: dict[str, Any]) -> str:
    rows = getattr(lib, table)
    other = evolve(lib, **{table: rows | {row: evolve(rows[row], **values)}})
    return build_world(other, SCENE).content_hash


@pytest.mark.parametrize(
    ("table", "row", "values"),
    [
        ("products", "th-rice", {"usual_fen": 5991}),
        ("products", "th-rice", {"spoil_permille": 6}),
        ("products", "th-rice", {"category": "fruit"}),
        ("pitches", "taste", {"wear": 481}),
        ("segments", "cooks", {"price_slope": 2.7}),
        ("hosts", "peru", {"draw": 0.123}),
        ("assumptions", "crowd.bounce", {"value": 0.46}),
    ],
)
def test_the_content_hash_changes_with_what_the_rules_read(
    lib: Library, world: World, table: str, row: str, values: dict[str, Any]
) -> None:
    assert changed(lib, table, row, values) != world.content_hash


@pytest.mark.parametrize(
    ("table", "row", "values"),
    [
        ("products", "th-rice", {"name": "Rice", "blurb": "Other words."}),
        ("pitches", "taste", {"what": "Other words.", "key": "z"}),
        ("segments", "cooks", {"what": "Other words."}),
        ("hosts", "peru", {"intro": "Other words."}),
        ("assumptions", "crowd.bounce", {"reason": "Other words."}),
        ("scenarios", SCENE, {"title": "Other words.", "intro": "Other words."}),
    ],
)
def test_the_content_hash_does_not_change_with_wording(
    lib: Library, world: World, table: str, row: str, values: dict[str, Any]
) -> None:
    assert changed(lib, table, row, values) == world.content_hash


def test_every_rate_has_its_assumption(lib: Library, world: World) -> None:
    rates = read_rates(lib.under(world.scenario), world.tick_seconds)
    assert rates == world.rates
    assert rates.pool == 40_000_000
    assert rates.budget == 60_000 * 100
    assert rates.mood_start == round(0.6 * ONE)
    assert rates.bounce == 0.45
    assert isinstance(rates, Rates)


def test_a_missing_assumption_is_named(lib: Library) -> None:
    rows = {name: row for name, row in lib.assumptions.items() if name != "crowd.bounce"}
    with pytest.raises(ContentError, match=r"crowd\.bounce"):
        read_rates(evolve(lib, assumptions=rows), 10)


def test_rooms_with_fewer_goods_are_padded_with_nothing(lib: Library) -> None:
    goods = {name: row for name, row in lib.products.items() if name != "th-mangosteen"}
    scripts = lib.scripts[SCENE]
    plain = evolve(scripts["thailand"], cues=[Cue("taste", "th-rice")], lots={}, open=["th-rice"])
    fewer = evolve(lib, products=goods, scripts={SCENE: scripts | {"thailand": plain}})
    world = build_world(fewer, SCENE)
    assert world.has[0].tolist() == [1, 1, 1, 0]
    assert (world.usual > 0).all()
    assert world.stock[0, 3] == 0


def test_a_night_with_padding_can_be_played(lib: Library) -> None:
    from invariants import check_state, check_tick

    from livegame.engine.begin import begin
    from livegame.engine.reducer import tick

    goods = {name: row for name, row in lib.products.items() if name != "th-mangosteen"}
    scripts = lib.scripts[SCENE]
    plain = evolve(scripts["thailand"], cues=[Cue("countdown", "th-rice"), Cue("breathe")],
                   lots={"th-rice": 5}, open=["th-rice"])  # fmt: skip
    fewer = evolve(lib, products=goods, scripts={SCENE: scripts | {"thailand": plain}})
    world = build_world(fewer, SCENE)
    state = begin(world, [3])
    for _ in range(60):
        new, report = tick(world, state)
        check_tick(world, state, new, report)
        check_state(world, new)
        state = new
    assert np.array_equal(state.stock[0, 0], [9000, 9000, 8000, 0])
