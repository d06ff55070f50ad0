"""Prices in other money: what they come to, what they look like, and what it does to buyers."""

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from moments import after, with_room
from without import changed

from livegame.catalog.library import library
from livegame.engine.choice import log_odds
from livegame.engine.currencies import RATE, local_prices, looks_like, read_here
from livegame.engine.scene import set_scene
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.world import World
from livegame.runs.localmoney import money_of

NIGHT, ROOM = "1111-2020-lazada", 0
SCENE = library().scenarios[NIGHT]


@pytest.fixture(scope="module")
def world() -> World:
    return changed(NIGHT)


@pytest.fixture(scope="module")
def moment(world: World) -> State:
    state = after(world, 20)
    return moved_on(state, incident=np.full_like(state.incident, -1))


def at_price(state: State, fen: int, slot: int) -> State:
    return with_room(state, ROOM, price=(slot, fen))


def test_every_listing_is_read_in_its_countrys_money(world: World) -> None:
    assert world.money is not None
    assert (world.money.has == (world.has > 0)).all()
    for good in world.goods[ROOM]:
        money = money_of(SCENE, good)
        assert money is not None
        assert money.local(good.usual_fen) == good.usual_fen * money.rate // RATE


def test_the_usual_price_looks_like_itself(world: World, moment: State) -> None:
    state = moved_on(moment, price=np.broadcast_to(world.usual, moment.price.shape).copy())
    assert (looks_like(world, state, set_scene(world, state)) == world.usual).all()


@given(fen=st.integers(500, 40_000), slot=st.integers(0, 3))
def test_the_screens_money_is_the_rules(fen: int, slot: int) -> None:
    world = changed_world()
    state = at_price(START, fen, slot)
    local, looks, sign = read_here(world, state, set_scene(world, state), ROOM, slot)
    money = money_of(SCENE, world.goods[ROOM][slot])
    assert money is not None
    assert (local, looks, sign) == (money.local(fen), money.looks(fen), money.sign)
    assert looks <= local
    assert local - looks <= money.step * 0.2 + 1


@given(fen=st.integers(2000, 40_000), slot=st.integers(0, 3), way=st.sampled_from([-1, 1]))
def test_just_below_is_just_below_a_round_sum(fen: int, slot: int, way: int) -> None:
    money = money_of(SCENE, changed_world().goods[ROOM][slot])
    assert money is not None
    found = money.below(fen, way)
    if found == fen:
        return
    assert (found > fen) == (way > 0)
    assert money.local(found) // money.step < money.local(found + 1) // money.step


def test_one_fen_less_that_crosses_a_round_sum_sells_much_more(world: World, moment: State) -> None:
    money = money_of(SCENE, world.goods[ROOM][0])
    assert money is not None
    low = money.below(world.goods[ROOM][0].usual_fen, 1)
    odds = []
    for fen in (low - 1, low, low + 1):
        state = at_price(moment, fen, 0)
        odds.append(log_odds(world, state, set_scene(world, state))[0, ROOM, 0, 0] / ONE)
    assert odds[1] - odds[2] > 0.05
    assert abs(odds[0] - odds[1]) < 0.01


def test_a_turn_of_the_money_is_another_price_there(world: World, moment: State) -> None:
    at = world.incidents.ids.index("baht")
    begins = moment.incident.copy()
    begins[0, at] = moment.tick
    turned = moved_on(moment, incident=begins)
    calm, now = (
        local_prices(world, s.price, set_scene(world, s).on)[0, ROOM] for s in (moment, turned)
    )
    thai = [g.category == "to-thailand" for g in world.goods[ROOM]]
    row = next(one for one in SCENE.incident if one.id == "baht")
    for slot, here in enumerate(thai):
        wanted = int(calm[slot]) * row.turn / 1000 if here else int(calm[slot])
        assert int(now[slot]) == pytest.approx(wanted, abs=1)
        money = money_of(SCENE, world.goods[ROOM][slot], ["baht"])
        assert money is not None
        assert money.local(int(turned.price[0, ROOM, slot])) == int(now[slot])


def test_without_rows_a_price_is_what_it_is(world: World, moment: State) -> None:
    plain = changed(NIGHT, currency=[])
    scene = set_scene(plain, moment)
    assert plain.money is None
    assert looks_like(plain, moment, scene) is moment.price
    blind = [evolve(row, overlooked=0) for row in SCENE.currency]
    exact = changed(NIGHT, currency=blind)
    near = looks_like(exact, moment, set_scene(exact, moment))
    assert near == pytest.approx(moment.price, rel=0.005)


_KEPT: list[World] = []


def changed_world() -> World:
    """The night, compiled once."""
    if not _KEPT:
        _KEPT.append(changed(NIGHT))
    return _KEPT[0]


START = after(changed_world(), 0)
START = moved_on(START, incident=np.full_like(START.incident, -1))
