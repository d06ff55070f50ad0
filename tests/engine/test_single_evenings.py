"""Courses, shyness, an unknown crowd, contracts, the rest of the market and eased incidents: data
that any scenario may use, and that changes nothing where it is not used."""

import numpy as np
import pytest
from attrs import evolve
from invariants import check_state, check_tick

from livegame.bots.nights import shipped_world
from livegame.bots.seat import Seat
from livegame.catalog.library import Library, library
from livegame.catalog.nights import Closing, Habit, Scenario
from livegame.catalog.outside import Incident
from livegame.catalog.problems import ContentError
from livegame.engine.actions import Beat
from livegame.engine.acts import act, why_not
from livegame.engine.audience import room_pull
from livegame.engine.begin import begin
from livegame.engine.choice import log_odds
from livegame.engine.compile import build_world
from livegame.engine.courses import too_early
from livegame.engine.crowd import draw_crowd, outlook
from livegame.engine.reducer import tick
from livegame.engine.scene import set_scene
from livegame.engine.settlement import accounts, settle
from livegame.engine.solo import solo_state
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.watch import view
from livegame.engine.world import World
from livegame.runs.estimate import estimate

SCENE, DURIAN = "618-2020-diplomats", 1


@pytest.fixture(scope="module")
def lib() -> Library:
    return library()


def altered(lib: Library, **changes: object) -> World:
    """The shipped night with something that only other scenarios use."""
    scene: Scenario = evolve(lib.scenarios[SCENE], **changes)
    return build_world(evolve(lib, scenarios={SCENE: scene}), SCENE)


def through(world: World, state: State, ticks: int) -> State:
    for _ in range(ticks):
        new, report = tick(world, state)
        check_tick(world, state, new, report)
        check_state(world, new)
        state = new
    return state


# ------------------------------------------------------------------------------------- courses


@pytest.fixture(scope="module")
def course(lib: Library) -> World:
    answer = evolve(lib.pitches["answer"], after="story")
    return build_world(evolve(lib, pitches=lib.pitches | {"answer": answer}), SCENE)


def test_a_part_may_be_held_only_after_the_one_before_it(course: World) -> None:
    state = begin(course, [1], [0])
    second, first = Beat("answer", "th-durian"), Beat("story", "th-durian")
    assert why_not(course, state, 0, second) == "engine.refuse.builds_on"
    assert second not in Seat(course, state, 0).beats
    state = act(course, state, 0, first)
    while state.left[0, 0]:
        state, _ = tick(course, state)
    assert why_not(course, state, 0, second) == ""
    assert second in Seat(course, state, 0).beats


def test_a_rival_whose_order_runs_ahead_does_something_free_instead(course: World) -> None:
    story, answer = (course.pitches.ids.index(name) for name in ("story", "answer"))
    state = begin(course, [3])
    for _ in range(course.ticks):
        new, _ = tick(course, state)
        held_now = (new.done - state.done)[..., answer] > 0
        assert not (held_now & (state.done[..., story] == 0) & (new.done[..., story] == 0)).any()
        state = new
    assert state.done[..., answer].sum() > 0


def test_no_pitch_builds_on_another_on_an_ordinary_night(world: World) -> None:
    state = begin(world, [1])
    assert world.pitches.after is None
    assert too_early(world, state, np.array([0]), np.array([3])) is None


# ------------------------------------------------------------------------------------- shyness


def test_shyness_goes_as_orders_come(lib: Library) -> None:
    shy = altered(lib, habit=Habit(shy=2.0, half=100, reason="a test"))
    state = begin(shy, [1])
    plain = altered(lib)
    for orders, left in ((0, 2.0), (100, 1.0), (300, 0.5)):
        seen = state.orders.copy()
        seen[0, 0, DURIAN] = orders
        moment = moved_on(state, orders=seen)
        shift = log_odds(plain, moment, set_scene(plain, moment)) - log_odds(
            shy, moment, set_scene(shy, moment)
        )
        assert (shift[0, 0] == round(left * ONE)).all()
        assert (shift[0, 1:] == 2 * ONE).all()  # another room's orders embolden nobody here


# ----------------------------------------------------------------------------- an unknown crowd


def test_how_many_may_come_is_luck_of_the_spread_that_is_told(lib: Library) -> None:
    world = altered(lib, pool_luck=0.8)
    factor = draw_crowd(world, range(4000)) / ONE
    assert np.median(factor) == pytest.approx(1.0, abs=0.05)
    assert np.log(factor).std() == pytest.approx(0.8, abs=0.04)
    state = begin(world, range(50))
    check_state(world, state)
    assert len(set(state.pool.sum(axis=1).tolist())) == 50


def test_the_outlook_holds_about_four_evenings_of_five(lib: Library) -> None:
    world = altered(lib, pool_luck=0.8)
    seeds = range(60)
    state = begin(world, seeds)
    while state.tick < world.ticks:
        state, _ = tick(world, state)
    ends = [outlook(world, room) for room in range(len(world.roles))]
    low, high = (np.array(end) for end in zip(*ends, strict=True))
    inside = (state.visitors >= low) & (state.visitors <= high)
    assert 0.6 < inside.mean() < 0.95


def test_the_crowds_luck_is_told_with_the_rest_of_it(lib: Library) -> None:
    world = altered(lib, pool_luck=0.8)
    state = moved_on(begin(world, [7]), tick=world.ticks)
    name, share = settle(world, state, 0).luck[0]
    assert name == "crowd"
    assert share == pytest.approx(1000 * int(draw_crowd(world, [7])[0]) / ONE, abs=1)


def test_an_ordinary_crowd_is_no_matter_of_luck(world: World) -> None:
    assert (draw_crowd(world, range(5)) == ONE).all()
    state = moved_on(begin(world, [7]), tick=world.ticks)
    assert settle(world, state, 0).luck[0][0] == "room"


# ------------------------------------------------------------------------------------- contracts

CLOSING = Closing(share=500, trust=2000, least=100, most=900, reason="a test")
DEPOSIT = 1000


@pytest.fixture(scope="module")
def dear(lib: Library) -> World:
    """The durian against a deposit."""
    durian = evolve(lib.products["th-durian"], deposit=DEPOSIT)
    scene = evolve(lib.scenarios[SCENE], closing=CLOSING)
    changed = evolve(lib, products=lib.products | {"th-durian": durian}, scenarios={SCENE: scene})
    return build_world(changed, SCENE)


@pytest.fixture(scope="module")
def signed(dear: World) -> State:
    state = begin(dear, range(6))
    while state.tick < dear.ticks:
        state, _ = tick(dear, state)
    return state


def with_trust(state: State, level: float) -> State:
    trust = state.trust.copy()
    trust[:, 0] = round(level * ONE)
    return moved_on(state, trust=trust)


@pytest.mark.parametrize(("trust", "closed"), [(0.6, 0.5), (0.7, 0.7), (0.99, 0.9), (0.2, 0.1)])
def test_contracts_are_closed_as_far_as_the_room_is_trusted(
    dear: World, signed: State, trust: float, closed: float
) -> None:
    books = accounts(dear, with_trust(signed, trust))
    packs, back = (a[:, 0, DURIAN].sum() for a in (books.packs, books.returned))
    assert packs > 1000
    assert 1.0 - back / packs == pytest.approx(closed, abs=0.03)


def test_who_walks_away_leaves_a_share_of_the_deposit_and_cost_nothing(
    lib: Library, dear: World, signed: State
) -> None:
    kept = DEPOSIT * (1000 - lib.products["th-durian"].cost_permille) // 1000
    assert 0 < kept < DEPOSIT
    books = accounts(dear, signed)
    at = (slice(None), 0, DURIAN)
    whole = books.value[at] * books.returned[at] // np.maximum(books.packs[at], 1)
    assert (books.refund[at] == whole - kept * books.returned[at]).all()
    for night in range(signed.batch):
        result = settle(dear, signed, 0, night)
        assert sum(fen for _, fen in result.parts()) == result.settled
    brought = books.packs[:, 0].copy()
    brought[:, DURIAN] -= books.returned[:, 0, DURIAN]
    assert (books.goods[:, 0] == (brought * dear.cost[0]).sum(axis=1)).all()


def test_a_contract_that_is_closed_at_its_price_leaves_more_than_one_that_is_not() -> None:
    deals = shipped_world("taobao-2020-rockets")
    assert deals.contracts is not None
    left = deals.usual - deals.cost
    assert (left > 3 * deals.contracts.kept)[deals.contracts.has].all()


def test_the_estimate_expects_what_the_settlement_then_finds(dear: World, signed: State) -> None:
    almost = moved_on(signed, tick=dear.ticks - 1)
    found = [settle(dear, signed, 0, night).settled for night in range(signed.batch)]
    first = estimate(dear, almost, 0)
    assert first.settled == pytest.approx(found[0], rel=0.03)


def test_the_view_shows_the_deposit(dear: World) -> None:
    shown = view(dear, begin(dear, [1]), 0).products
    assert [good.deposit for good in shown] == [0, DEPOSIT, 0, 0]


def test_a_deposit_without_a_closing_is_refused(lib: Library) -> None:
    from livegame.catalog.library_check import check_scenario

    durian = evolve(lib.products["th-durian"], deposit=DEPOSIT)
    changed = evolve(lib, products=lib.products | {"th-durian": durian})
    with pytest.raises(ContentError, match="closing"):
        check_scenario(changed, changed.scenarios[SCENE])


# --------------------------------------------------------------------------- the rest of the market


def test_the_rest_of_the_market_takes_its_share_of_the_crowd(lib: Library, world: World) -> None:
    draws = sum(lib.hosts[role].draw for role in world.roles)
    shared = altered(lib, rest=3 * draws)
    alone, beside = (through(w, begin(w, [1, 2]), 60) for w in (world, shared))
    ratio = beside.visitors.sum() / alone.visitors.sum()
    assert ratio == pytest.approx(0.25, abs=0.06)


def test_a_forecast_keeps_the_rest_of_the_market(lib: Library) -> None:
    world = altered(lib, rest=20.0)
    state = begin(world, [1])
    copies = solo_state(world, state, 0, (5, 6))
    pulls = room_pull(world, state, set_scene(world, state))[0]
    assert copies.rest_pull.tolist() == [int(pulls[1:].sum()) + 20 * ONE] * 2


# ----------------------------------------------------------------------------- eased incidents


def test_a_pitch_eases_an_incident_in_its_room_while_it_is_held(lib: Library) -> None:
    row = Incident(
        id="doubt",
        title="a doubt",
        text="A doubt.",
        cause="certain",
        odds=1000,
        earliest=0,
        latest=0,
        minutes=30,
        appeal=-1.0,
        eased={"answer": 250},
    )
    world = altered(lib, incident=[row])
    calm = begin(world, [1], range(len(world.roles)))
    held = act(world, calm, 0, Beat("answer", "th-durian"))

    def shift(state: State) -> np.ndarray:
        quiet = moved_on(state, incident=np.array([[-1]]))
        both = [log_odds(world, one, set_scene(world, one)) for one in (state, quiet)]
        return (both[0] - both[1])[0]

    assert (shift(calm) == -ONE).all()
    assert (shift(held)[0] == -ONE // 4).all()
    assert (shift(held)[1:] == -ONE).all()
