"""What a room's crowd asks for: as often as its odds say, all goods in turn, seen when it comes."""

import numpy as np
import pytest
from attrs import evolve
from moments import through

from livegame.catalog.library import Library, library
from livegame.catalog.nights import Fancy
from livegame.engine.begin import begin
from livegame.engine.choice import log_odds
from livegame.engine.compile import build_world
from livegame.engine.events import FancyChanged
from livegame.engine.fancy import NONE, fancied
from livegame.engine.moods import wished
from livegame.engine.scene import set_scene
from livegame.engine.solo import solo_state
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.watch import events_of, view
from livegame.engine.world import World

SCENE = "618-2020-diplomats"
RULES = Fancy(minutes=5, odds=600, appeal=0.7, others=-0.1, reason="a test")


def with_fancy(row: Fancy | None) -> World:
    lib: Library = library()
    scene = evolve(lib.scenarios[SCENE], fancy=row, incident=[])
    return build_world(evolve(lib, scenarios={SCENE: scene}), SCENE)


@pytest.fixture(scope="module")
def world() -> World:
    return with_fancy(RULES)


def test_it_comes_as_often_as_the_odds_say(world: World) -> None:
    fancy = begin(world, range(200)).fancy
    assert fancy.shape == (200, 16, 12)
    assert (fancy != NONE).mean() == pytest.approx(0.6, abs=0.01)
    assert (fancy < world.has.sum(axis=1)[None, :, None]).all()


def test_all_goods_take_turns_in_an_order_that_is_luck(world: World) -> None:
    sure = with_fancy(evolve(RULES, odds=1000))
    fancy = begin(sure, range(300)).fancy
    for room, count in enumerate(sure.has.sum(axis=1).tolist()):
        for first in range(0, 12 - count + 1, count):
            turn = np.sort(fancy[:, room, first : first + count], axis=1)
            assert (turn == np.arange(count)).all()
        share = (fancy[:, room, 0] == 0).mean()
        assert share == pytest.approx(1 / count, abs=0.1)


def test_it_lifts_the_good_and_weighs_on_the_others(world: World) -> None:
    state = begin(world, [5])
    calm = moved_on(state, fancy=np.full_like(state.fancy, NONE))
    wave = np.full_like(state.fancy, NONE)
    wave[0, :, 0] = 1
    lifted = moved_on(state, fancy=wave)
    scene = set_scene(world, state)
    shift = log_odds(world, lifted, scene) - log_odds(world, calm, scene)
    assert (shift[0, :, :, 1] == round(0.7 * ONE)).all()
    assert (shift[0, :, :, 0] == round(-0.1 * ONE)).all()
    over = moved_on(lifted, tick=5 * 60 // world.tick_seconds)
    assert (fancied(world, over) == NONE).all()


def test_a_scenario_without_it_knows_nothing_of_it() -> None:
    plain = with_fancy(None)
    state = begin(plain, [1])
    assert plain.fancy is None
    assert state.fancy.shape[2] == 0
    assert fancied(plain, state) is None
    assert view(plain, state, 0).fancy == ""
    assert "wish" not in _topics(plain)


def _topics(world: World) -> list[str]:
    state, found = begin(world, [1], [0]), []
    for _ in range(30):
        before = state
        state, reports = through(world, before, 1)
        found += [e.topic for e in events_of(world, 0, before, state, reports[0])
                  if hasattr(e, "topic")]  # fmt: skip
    return found


def test_it_is_told_when_it_comes_and_not_before(world: World) -> None:
    sure = with_fancy(evolve(RULES, odds=1000))
    length = 5 * 60 // sure.tick_seconds
    state = begin(sure, [3])
    wave = state.fancy.copy()
    wave[0, 0, :3] = (1, NONE, 2)
    state = moved_on(state, fancy=wave)
    goods, told = sure.goods[0], {}
    asked = [goods[1].id] * length + [""] * length + [goods[2].id]
    for _ in range(2 * length + 1):
        assert view(sure, state, 0).fancy == asked[state.tick]
        before = state
        state, reports = through(sure, before, 1)
        for event in events_of(sure, 0, before, state, reports[0]):
            if isinstance(event, FancyChanged):
                told[state.tick] = event.product
    assert told == {length: "", 2 * length: goods[2].id}


def test_the_crowd_asks_only_for_what_is_not_on_stage(world: World) -> None:
    state = begin(world, [3])
    wave = state.fancy.copy()
    wave[0, 0, 0] = 1
    stage = state.stage.copy()
    for slot, asked in ((0, world.goods[0][1].id), (1, "")):
        stage[0, 0] = slot
        assert wished(world, 0, moved_on(state, fancy=wave, stage=stage.copy())) == asked


def test_a_forecast_knows_the_present_fancy_and_guesses_the_rest(world: World) -> None:
    state = moved_on(begin(world, [8]), tick=5 * 60 // world.tick_seconds)
    copies = solo_state(world, state, 4, tuple(range(400)))
    assert (copies.fancy[:, 0, :2] == state.fancy[0, 4, :2]).all()
    ahead = copies.fancy[:, 0, 2:]
    assert (ahead != NONE).mean() == pytest.approx(0.6, abs=0.03)
    assert len(np.unique(ahead, axis=0)) > 300
