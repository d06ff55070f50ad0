"""A rung sets one rule otherwise; the first leaves a night as it is."""

import pytest
from attrs import evolve

from livegame.catalog.library import library
from livegame.catalog.nights import Limits
from livegame.catalog.rungs import on_rung
from livegame.catalog.trophies import NIGHT_FIGURES, Trophy
from livegame.engine.actions import Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.compile import build_world
from livegame.engine.feats import figures_of, trophies_of
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import begin, tick, why_not
from livegame.engine.settlement import settle
from livegame.engine.state import State
from livegame.engine.tables import Ints
from livegame.engine.world import World

SCENE = "618-2020-diplomats"
RUNGS = {rung.id: n for n, rung in enumerate(library().scenarios[SCENE].rung, 1)}


def world_with(limits: Limits) -> World:
    lib = library()
    scene = evolve(lib.scenarios[SCENE], limits=limits)
    return build_world(evolve(lib, scenarios={SCENE: scene}), SCENE)


def after(world: World, ticks: int, seed: int = 3) -> State:
    state = begin(world, [seed])
    for _ in range(ticks):
        state, _ = tick(world, state)
    return state


@pytest.mark.parametrize("name", list(library().scenarios))
def test_the_first_rung_is_the_night_itself(name: str) -> None:
    lib = library()
    bare = evolve(lib.scenarios[name], rung=[], trophy=[])
    without = build_world(evolve(lib, scenarios={name: bare}), name)
    first = build_world(lib, name, rung=1)
    assert first.content_hash == without.content_hash == build_world(lib, name).content_hash
    assert state_hash(after(first, 20)) == state_hash(after(without, 20))


@pytest.mark.parametrize("name", list(library().scenarios))
def test_each_rung_is_another_game(name: str) -> None:
    lib = library()
    several = range(1, len(lib.scenarios[name].rung) + 1)
    hashes = {build_world(lib, name, rung=n).content_hash for n in several}
    assert len(hashes) == len(several) >= 3


@pytest.mark.parametrize("name", list(library().scenarios))
def test_a_rung_changes_what_happens_or_what_may_be_done(name: str) -> None:
    lib = library()
    usual = build_world(lib, name)
    for number in range(2, len(lib.scenarios[name].rung) + 1):
        world = build_world(lib, name, rung=number)
        limits = world.scenario.limits
        odds = world.incidents.odds.tolist() != usual.incidents.odds.tolist()
        couriers = world.scenario.courier != usual.scenario.courier
        assert limits != Limits() or odds or couriers


def test_a_pitch_taken_away_is_refused_to_whoever_plays() -> None:
    world = build_world(library(), SCENE, rung=RUNGS["nothing-free"])
    state = begin(world, [1], (0,))
    assert why_not(world, state, 0, Beat("giveaway")) == "engine.refuse.pitch_barred"
    assert not why_not(world, state, 0, Beat("story", "th-durian"))
    usual = build_world(library(), SCENE)
    assert not why_not(usual, state, 0, Beat("giveaway"))


@pytest.mark.parametrize(
    ("verb", "action"),
    [
        ("price", SetPrice("th-durian", 15000)),
        ("tags", Plan(prices=(("th-durian", 15000),))),
        ("stock", Plan(stock=(("th-durian", 1),))),
        ("advert", Plan(advert=10_000_00)),
        ("release", Release("th-durian", 1)),
        ("link", Link("th-mangosteen", True)),
        ("reply", Reply()),
        ("cut", Cut()),
    ],
)
def test_a_refused_verb_is_refused_and_no_other(verb: str, action: object) -> None:
    world, usual = world_with(Limits(refused=[verb])), world_with(Limits())
    state = begin(world, [1], (0,))
    assert why_not(world, state, 0, action) == "engine.refuse.not_here"  # type: ignore[arg-type]
    was = why_not(usual, state, 0, action)  # type: ignore[arg-type]
    assert was != "engine.refuse.not_here"
    others = world_with(Limits(refused=[n for n in ("link", "cut", "price") if n != verb]))
    assert why_not(others, state, 0, action) == was  # type: ignore[arg-type]


def test_a_plan_that_leaves_things_as_they_are_is_allowed_where_they_may_not_be_changed() -> None:
    world = world_with(Limits(refused=["tags", "stock", "advert"]))
    state = begin(world, [1], (0,))
    goods = world.goods[0]
    stock = tuple((good.id, good.stock) for good in goods)
    prices = tuple((good.id, good.usual_fen) for good in goods)
    assert not why_not(world, state, 0, Plan(stock=stock, prices=prices, lots=stock[:1]))


def test_unpaid_packs_come_back_on_the_link_unless_they_are_kept() -> None:
    ticks = 150  # more than the quarter of an hour for which an order waits
    usual, kept = after(world_with(Limits()), ticks), after(world_with(Limits(kept=True)), ticks)
    assert usual.pending.sum() > 0
    assert kept.pending.sum() == 0

    def gone(state: State) -> Ints:
        there = state.shelf + state.held + state.pending.sum(axis=-1)
        return state.stock - there - state.sold - state.owed

    assert not gone(usual).any()
    assert gone(kept).sum() > 0
    assert (gone(kept) >= 0).all()


def test_a_certain_incident_comes_every_night() -> None:
    world = build_world(library(), SCENE, rung=RUNGS["price-war"])
    at = [world.incidents.ids.index(name) for name in ("price-storm", "second-storm")]
    begins = begin(world, range(40)).incident[:, at]
    assert (begins >= 0).all()
    usual = build_world(library(), SCENE)
    now = begin(usual, range(40)).incident[:, usual.incidents.ids.index("price-storm")]
    assert (now < 0).any()


def test_a_courier_cap_sends_parcels_back() -> None:
    name = "pdd-2020-red-shrimp"
    lib = library()
    number = next(n for n, r in enumerate(lib.scenarios[name].rung, 1) if r.courier)
    scene = on_rung(lib.scenarios[name], number)
    ids = [row.id for row in scene.courier]
    assert len(ids) == len(set(ids))
    returned = []
    for rung in (1, number):
        world = build_world(lib, name, rung=rung)
        result = settle(world, after(world, world.ticks), 0)
        returned.append(figures_of(result)["returned"])
    assert returned[1] > returned[0] + 50


def test_trophies_are_won_by_figures() -> None:
    lib = library()
    world = build_world(lib, SCENE)
    result = settle(world, after(world, world.ticks), 0)
    figures = figures_of(result)
    assert set(figures) == set(NIGHT_FIGURES)
    assert figures["packs"] == sum(good.packs for good in result.products)
    assert figures["settled"] == result.settled
    cups = [
        Trophy("at-it", "n", "w", least={"points": figures["points"]}),
        Trophy("more", "n", "w", least={"points": figures["points"] + 1}),
        Trophy("both", "n", "w", least={"points": 1}, most={"marketing": figures["marketing"]}),
        Trophy("less", "n", "w", most={"marketing": figures["marketing"] - 1}),
    ]
    assert trophies_of(evolve(world.scenario, trophy=cups), result) == ("at-it", "both")
