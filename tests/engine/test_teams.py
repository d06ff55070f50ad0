"""Group prices: steps by what a team has bought, and the difference back for those before."""

import numpy as np
import pytest
from attrs import evolve
from invariants import check_state, check_tick

from livegame.catalog.library import library
from livegame.catalog.models import Tier
from livegame.engine.actions import Link, Plan, SetPrice
from livegame.engine.acts import act
from livegame.engine.begin import begin
from livegame.engine.compile import build_world
from livegame.engine.reducer import tick
from livegame.engine.settlement import settle
from livegame.engine.teams import next_step
from livegame.engine.watch import view
from livegame.engine.world import World

SCENE, DURIAN = "618-2020-diplomats", 1
STEPS = [Tier(packs=80, permille=800), Tier(packs=20, permille=900)]


@pytest.fixture(scope="module")
def grouped() -> World:
    lib = library()
    durian = evolve(lib.products["th-durian"], team=STEPS)
    return build_world(evolve(lib, products=lib.products | {"th-durian": durian}), SCENE)


def test_the_price_falls_at_each_step_and_nobody_pays_more(grouped: World) -> None:
    plan = Plan(prices=(), stock=(), lots=(("th-durian", 9000),), open=("th-durian",), advert=0)
    state = act(grouped, begin(grouped, [4], [0]), 0, plan)
    usual = int(grouped.usual[0, DURIAN])
    paid_once = []
    for _ in range(200):
        new, report = tick(grouped, state)
        check_tick(grouped, state, new, report)
        check_state(grouped, new)
        team = int(new.team[0, 0, DURIAN])
        permille = 800 if team >= 80 else 900 if team >= 20 else 1000
        assert new.price[0, 0, DURIAN] == usual * permille // 1000
        assert int(new.team[0, 0, DURIAN]) - int(state.team[0, 0, DURIAN]) == int(
            report.sold.packs[0, 0, DURIAN]
        )
        paid_once.append(int(new.protected[0, 0, DURIAN]))
        state = new
    assert int(state.team[0, 0, DURIAN]) >= 80
    assert paid_once[-1] > 0
    packs = int(state.sold[0, 0, DURIAN] + state.owed[0, 0, DURIAN])
    paid = int(state.sales[0, 0, DURIAN] + state.owed_fen[0, 0, DURIAN])
    # Late unpaid packs aside, what stays is the last price for every pack.
    assert paid - paid_once[-1] == pytest.approx(packs * int(state.price[0, 0, DURIAN]), rel=0.02)


def test_a_new_team_begins_at_the_hosts_price(grouped: World) -> None:
    state = act(grouped, begin(grouped, [4], [0]), 0, Link("th-durian", False))
    state = evolve_team(grouped, state, 50)
    assert view(grouped, state, 0).products[DURIAN].step_packs == 30
    assert next_step(grouped, state, 0, DURIAN)[1] == int(grouped.usual[0, DURIAN]) * 800 // 1000
    opened = act(grouped, state, 0, Link("th-durian", True))
    new, report = tick(grouped, opened)
    assert new.team[0, 0, DURIAN] == report.sold.packs[0, 0, DURIAN]
    assert new.price[0, 0, DURIAN] == grouped.usual[0, DURIAN]


def evolve_team(world: World, state, packs: int):  # type: ignore[no-untyped-def]
    from livegame.engine.state import evolve as moved_on

    team, price = state.team.copy(), state.price.copy()
    team[0, 0, DURIAN] = packs
    price[0, 0, DURIAN] = int(world.usual[0, DURIAN]) * 900 // 1000
    return moved_on(state, team=team, price=price)


def test_the_hosts_new_price_holds_for_a_team_of_one(grouped: World) -> None:
    state = evolve_team(grouped, begin(grouped, [4], [0]), 60)
    asked = int(grouped.usual[0, DURIAN]) // 2
    new = act(grouped, state, 0, SetPrice("th-durian", asked))
    assert new.base[0, 0, DURIAN] == asked
    assert new.price[0, 0, DURIAN] == asked * 900 // 1000


def test_goods_without_steps_keep_their_price(world: World) -> None:
    state = begin(world, [4])
    for _ in range(30):
        state, _ = tick(world, state)
    assert view(world, state, 0).products[DURIAN].step_packs == 0
    assert not np.any(world.teams.has)


def test_a_night_with_teams_adds_up(grouped: World) -> None:
    short = evolve(grouped, ticks=120)
    state = begin(short, [9])
    while state.tick < short.ticks:
        state, _ = tick(short, state)
    result = settle(short, state, 0)
    assert sum(value for _, value in result.parts()) == result.settled
