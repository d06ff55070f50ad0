"""What the chat calls for: each pitch in its turn, as often as the odds say, seen when it comes."""

import numpy as np
import pytest
from attrs import evolve
from moments import through

from livegame.bots.nights import shipped_world
from livegame.catalog.library import Library, library
from livegame.catalog.library_check import check_scenario
from livegame.catalog.nights import Calls
from livegame.catalog.problems import ContentError
from livegame.engine.actions import Beat
from livegame.engine.audience import room_pull
from livegame.engine.begin import begin
from livegame.engine.calls import NONE, called
from livegame.engine.choice import log_odds
from livegame.engine.compile import build_world
from livegame.engine.events import CallChanged, Chat
from livegame.engine.moods import unheard
from livegame.engine.reducer import act, tick
from livegame.engine.scene import set_scene
from livegame.engine.solo import solo_state
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.tables import ONE
from livegame.engine.watch import events_of, view
from livegame.engine.world import World

SCENE = "618-2020-diplomats"
ROOM = 0
RULES = Calls(
    minutes=5, odds=600, pitches=["demonstrate", "taste", "giveaway"], appeal=0.7, strength=1.5,
    reason="a test",
)  # fmt: skip


def with_calls(row: Calls | None) -> World:
    lib: Library = library()
    scene = evolve(lib.scenarios[SCENE], calls=row, incident=[], fancy=None)
    return build_world(evolve(lib, scenarios={SCENE: scene}), SCENE)


@pytest.fixture(scope="module")
def world() -> World:
    return with_calls(RULES)


def calling(world: World, state: State, pitch: str) -> State:
    """The same moment with the whole night's call for this pitch in the played room."""
    call = state.call.copy()
    call[0, ROOM] = world.pitches.ids.index(pitch) if pitch else NONE
    return moved_on(state, call=call)


def on_air(world: World, pitch: str, good: bool = True) -> State:
    product = world.goods[ROOM][0].id if good else ""
    return act(world, begin(world, [5], [ROOM]), ROOM, Beat(pitch, product))


def test_it_comes_as_often_as_the_odds_say(world: World) -> None:
    call = begin(world, range(200)).call
    assert call.shape == (200, 16, 12)
    assert (call != NONE).mean() == pytest.approx(0.6, abs=0.01)
    named = {world.pitches.ids[pitch] for pitch in np.unique(call[call != NONE])}
    assert named == set(RULES.pitches)


def test_all_take_turns_in_an_order_that_is_luck() -> None:
    sure = with_calls(evolve(RULES, odds=1000))
    call = begin(sure, range(300)).call.reshape(300, 16, 4, 3)
    places = [sure.pitches.ids.index(name) for name in RULES.pitches]
    assert (np.sort(call, axis=3) == np.sort(places)).all()
    assert (call[..., 0] == places[0]).mean() == pytest.approx(1 / 3, abs=0.02)


def test_what_is_done_then_sells_better_and_builds_more(world: World) -> None:
    state = on_air(world, "demonstrate")
    heard, deaf = (calling(world, state, name) for name in ("demonstrate", "taste"))
    scene = set_scene(world, heard)
    shift = log_odds(world, heard, scene) - log_odds(world, deaf, set_scene(world, deaf))
    assert (shift[0, ROOM] == round(0.7 * ONE)).all()
    assert not shift[0, ROOM + 1 :].any()
    built = [tick(world, one)[0].desire[0, ROOM, :, 0].mean() for one in (heard, deaf)]
    before = state.desire[0, ROOM, :, 0].mean()
    assert (built[0] - before) / (built[1] - before) == pytest.approx(1.5, rel=0.1)


def test_a_draw_that_is_called_for_draws_more_and_a_worn_one_less(world: World) -> None:
    state = on_air(world, "giveaway", good=False)
    usual, heard = (
        room_pull(world, one, set_scene(world, one))[0, ROOM]
        for one in (calling(world, state, ""), calling(world, state, "giveaway"))
    )
    base = room_pull(world, begin(world, [5]), set_scene(world, begin(world, [5])))[0, ROOM]
    idle = begin(world, [5]).pitch[0, ROOM]
    assert idle == 0
    factor = int(world.pitches.pull[world.pitches.ids.index("giveaway")]) / ONE
    quiet = int(world.pitches.pull[0]) / ONE
    plain = base / quiet
    assert usual / plain == pytest.approx(factor, rel=0.01)
    assert heard / plain == pytest.approx(1 + (factor - 1) * 1.5, rel=0.01)
    used = state.used.copy()
    used[0, ROOM, world.pitches.ids.index("giveaway"), 0] = ONE // 2
    worn = calling(world, moved_on(state, used=used), "")
    tired = room_pull(world, worn, set_scene(world, worn))[0, ROOM]
    assert tired / plain == pytest.approx(1 + (factor - 1) / 2, rel=0.01)


def test_a_scenario_without_it_knows_nothing_of_it() -> None:
    plain = with_calls(None)
    state = begin(plain, [1])
    assert plain.calls is None
    assert state.call.shape[2] == 0
    assert called(plain, state) is None
    assert view(plain, state, ROOM).call == ""


def test_it_is_told_and_seen_when_it_comes_and_not_before() -> None:
    sure = with_calls(evolve(RULES, odds=1000))
    length = RULES.minutes * 60 // sure.tick_seconds
    state = begin(sure, [3], [ROOM])
    taste, draw = (sure.pitches.ids.index(name) for name in ("taste", "giveaway"))
    call = state.call.copy()
    call[0, ROOM, :3] = (taste, NONE, draw)
    state = moved_on(state, call=call)
    asked = ["taste"] * length + [""] * length + ["giveaway"]
    told, said = {}, set()
    for _ in range(2 * length + 1):
        assert view(sure, state, ROOM).call == asked[state.tick]
        before = state
        state, reports = through(sure, before, 1)
        for event in events_of(sure, ROOM, before, state, reports[0]):
            if isinstance(event, CallChanged):
                told[state.tick] = event.pitch
            if isinstance(event, Chat) and event.topic.startswith("call-"):
                said.add(event.topic)
    assert told == {length: "", 2 * length: "giveaway"}
    assert said == {"call-taste"} or said == {"call-taste", "call-giveaway"}


def test_nobody_calls_for_what_must_wait_for_another_pitch() -> None:
    courses = shipped_world("jd-2020-florists-books")
    state = begin(courses, [1], [ROOM])
    later, first = (courses.pitches.ids.index(name) for name in ("along", "lesson-one"))
    call = state.call.copy()
    call[0, :, 0] = later
    waiting = moved_on(state, call=call)
    done = state.done.copy()
    done[0, ROOM, first] = 1
    held = moved_on(waiting, done=done)
    now = [called(courses, s) for s in (waiting, held)]
    assert now[0] is not None
    assert now[1] is not None
    assert now[0].tolist() == [[NONE] * len(courses.roles)]
    assert [int(n) == later for n in now[1][0]] == [r == ROOM for r in range(len(courses.roles))]
    assert view(courses, waiting, ROOM).call == ""
    assert view(courses, held, ROOM).call == "along"


def test_nobody_calls_for_what_is_being_done(world: World) -> None:
    state = on_air(world, "taste")
    assert unheard(world, ROOM, calling(world, state, "taste")) == ""
    assert unheard(world, ROOM, calling(world, state, "giveaway")) == "giveaway"


def test_a_forecast_knows_the_present_call_and_guesses_the_rest(world: World) -> None:
    state = moved_on(begin(world, [8]), tick=5 * 60 // world.tick_seconds)
    copies = solo_state(world, state, 4, tuple(range(400)))
    assert (copies.call[:, 0, :2] == state.call[0, 4, :2]).all()
    ahead = copies.call[:, 0, 2:]
    assert (ahead != NONE).mean() == pytest.approx(0.6, abs=0.03)
    assert len(np.unique(ahead, axis=0)) > 300


def test_what_a_rung_bars_is_never_called_for() -> None:
    lib: Library = library()
    scene = lib.scenarios[SCENE]
    barred = evolve(scene, calls=RULES, limits=evolve(scene.limits, without=["taste"]))
    world = build_world(evolve(lib, scenarios={SCENE: barred}), SCENE)
    call = begin(world, range(50)).call
    assert world.pitches.ids.index("taste") not in call
    nothing = evolve(barred, calls=evolve(RULES, pitches=["taste"]))
    assert build_world(evolve(lib, scenarios={SCENE: nothing}), SCENE).calls is None


@pytest.mark.parametrize("pitches", [["sing"], ["taste", "taste"]])
def test_a_call_for_what_is_not_there_or_twice_is_refused(pitches: list[str]) -> None:
    lib = library()
    scene = evolve(lib.scenarios[SCENE], calls=evolve(RULES, pitches=pitches))
    with pytest.raises(ContentError, match="calls"):
        check_scenario(lib, scene)
