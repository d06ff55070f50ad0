"""What may come over a night from outside: as often as its odds say, when and to whom it may."""

import numpy as np
import pytest
from attrs import evolve
from moments import through

from livegame.catalog.library import Library, library
from livegame.catalog.outside import Incident
from livegame.engine.audience import room_pull
from livegame.engine.begin import begin
from livegame.engine.choice import log_odds, reference_price
from livegame.engine.compile import build_world
from livegame.engine.events import IncidentBegan, IncidentOver
from livegame.engine.orders import checkout
from livegame.engine.reducer import tick
from livegame.engine.scene import set_scene
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.watch import events_of, view
from livegame.engine.world import World

SCENE = "618-2020-diplomats"
WAVE = Incident(
    id="wave",
    title="a wave",
    text="A wave.",
    cause="odds one in four",
    odds=250,
    earliest=10,
    latest=20,
    minutes=5,
    roles=["thailand"],
    categories=["fruit"],
    pull=2000,
    appeal=-0.5,
)
CAP = evolve(WAVE, id="cap", odds=1000, earliest=1, latest=1, pull=1000, appeal=0.0,
             roles=[], categories=[], checkout=100)  # fmt: skip


def with_incidents(*rows: Incident) -> World:
    lib: Library = library()
    scene = evolve(lib.scenarios[SCENE], incident=list(rows))
    return build_world(evolve(lib, scenarios={SCENE: scene}), SCENE)


@pytest.fixture(scope="module")
def wave() -> World:
    return with_incidents(WAVE, CAP)


def at(world: World, state: State, ticks: int) -> State:
    return moved_on(state, tick=ticks)


def test_it_comes_as_often_as_the_odds_say_and_when_it_may(wave: World) -> None:
    begins = begin(wave, range(2000)).incident
    came = begins[:, 0] >= 0
    assert came.mean() == pytest.approx(0.25, abs=0.03)
    assert set(np.unique(begins[came, 0])) == set(range(60, 121))
    assert (begins[:, 1] == 6).all()


def test_it_touches_whom_it_says_while_it_lasts(wave: World) -> None:
    state = moved_on(begin(wave, [1]), incident=np.array([[60, -1]]))
    for now, on in ((59, False), (60, True), (89, True), (90, False)):
        moment = at(wave, state, now)
        calm = moved_on(moment, incident=np.array([[-1, -1]]))
        pulls = [room_pull(wave, s, set_scene(wave, s))[0] for s in (moment, calm)]
        assert pulls[0][0] == pytest.approx(pulls[1][0] * (2 if on else 1), rel=1e-4)
        assert np.array_equal(pulls[0][1:], pulls[1][1:])
        odds = [log_odds(wave, s, set_scene(wave, s))[0] for s in (moment, calm)]
        moved = odds[0] - odds[1]
        fruit = [g.category == "fruit" for g in wave.goods[0]]
        assert (moved[0][:, fruit] == (-32768 if on else 0)).all()
        assert not moved[1:].any()
        assert view(wave, moment, 0).incidents == (("wave",) if on else ())
        assert view(wave, moment, 1).incidents == ()


def test_a_short_checkout_binds_while_it_lasts(wave: World) -> None:
    state = begin(wave, [1])
    full = wave.rates.checkout * wave.tick_seconds
    assert int(checkout(wave, at(wave, state, 5), set_scene(wave, at(wave, state, 5)))) == full
    capped = checkout(wave, at(wave, state, 6), set_scene(wave, at(wave, state, 6)))[0]
    assert capped == pytest.approx(full / 10, rel=1e-3)


def test_its_coming_and_going_are_told_to_those_it_touches(wave: World) -> None:
    state = moved_on(begin(wave, [1]), incident=np.array([[2, 3]]))
    told: dict[int, list[object]] = {0: [], 1: []}
    for _ in range(40):
        new, report = tick(wave, state)
        for room in told:
            told[room] += [
                (report.tick, e)
                for e in events_of(wave, room, state, new, report)
                if isinstance(e, IncidentBegan | IncidentOver)
            ]
        state = new
    assert told[0] == [
        (2, IncidentBegan("wave")),
        (3, IncidentBegan("cap")),
        (32, IncidentOver("wave")),
        (33, IncidentOver("cap")),
    ]
    assert told[1] == [(3, IncidentBegan("cap")), (33, IncidentOver("cap"))]


def test_a_forecast_knows_what_has_begun_and_guesses_the_rest_by_its_odds(wave: World) -> None:
    from livegame.engine.solo import solo_state

    state = moved_on(begin(wave, [1]), tick=62, incident=np.array([[61, 80]]))
    copies = solo_state(wave, state, 0, tuple(range(400)))
    assert (copies.incident[:, 0] == 61).all()
    later = with_incidents(WAVE)
    ahead = solo_state(later, moved_on(begin(later, [1]), tick=30), 0, tuple(range(1000)))
    assert (ahead.incident[:, 0] >= 0).mean() == pytest.approx(0.25, abs=0.05)


def test_a_night_without_incidents_has_none() -> None:
    world = with_incidents()
    state, _ = through(world, begin(world, [1]), 2)
    assert state.incident.shape == (1, 0)
    assert set_scene(world, state).on is None


def test_what_others_ask_moves_the_price_that_goods_are_held_against() -> None:
    cheap = evolve(WAVE, odds=1000, pull=1000, appeal=0.0, roles=[], reference=800)
    world = with_incidents(cheap)
    state = at(world, moved_on(begin(world, [1]), incident=np.array([[0]])), 3)
    calm = moved_on(state, incident=np.array([[-1]]))
    now, was = (reference_price(world, s, set_scene(world, s))[0] for s in (state, calm))
    for room, goods in enumerate(world.goods):
        for slot, good in enumerate(goods):
            share = 0.8 if good.category == "fruit" else 1.0
            assert now[room, slot] == pytest.approx(was[room, slot] * share, rel=1e-3)
    seen = view(world, state, 0).products[0]
    assert seen.reference == now[0, 0] < seen.usual


def test_a_question_that_goes_round_raises_doubts_once() -> None:
    asked = evolve(WAVE, odds=1000, pull=1000, appeal=0.0, roles=[], doubt=700)
    world = with_incidents(asked)
    state = moved_on(begin(world, [1]), incident=np.array([[2]]))
    fruit = np.array(
        [[good.category == "fruit" for good in goods] + [False] * (world.shape[2] - len(goods))
         for goods in world.goods])  # fmt: skip
    doubts = [state.doubt[0]]
    for _ in range(5):
        state, _ = tick(world, state)
        doubts.append(state.doubt[0])
    step = doubts[3] - doubts[2]
    missing = ONE - doubts[2]
    assert (step[fruit] > missing[fruit] * 0.6).all()
    assert (np.abs(step[~fruit]) < ONE // 10).all()
    assert (doubts[5][fruit] <= doubts[3][fruit] + ONE // 20).all()
