"""Each bot does what its description says."""

import numpy as np
import pytest
from attrs import evolve

from livegame.bots.entries import Entry
from livegame.bots.evenings import Evenings, Turn, beats_of
from livegame.bots.expert.known import known
from livegame.bots.expert.sense import sense
from livegame.bots.hosts.expert import Expert
from livegame.bots.hosts.fixed_price import MULTIPLE, FixedPrice
from livegame.bots.hosts.greedy import Greedy, margin_of, price_of
from livegame.bots.hosts.one_price import OnePrice
from livegame.bots.hosts.reader import Reader, topics
from livegame.bots.seat import INSTANT_VERBS, Seat
from livegame.catalog.library import library
from livegame.engine.actions import Action, Beat, Cut, Plan, Release, SetPrice
from livegame.engine.begin import begin
from livegame.engine.compile import build_world
from livegame.engine.events import Chat, Event, SoldOut
from livegame.engine.reducer import tick
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.world import World

ROOM = 0


@pytest.fixture(scope="module")
def short(world: World) -> World:
    return evolve(world, ticks=world.ticks // 5)


def turns_of(world: World, entry: Entry, seed: int = 1) -> tuple[list[Turn], State]:
    turns: list[Turn] = []
    evenings = Evenings.begin(world, ROOM, [entry.host(seed)], [seed], frozenset(entry.without))
    evenings.turned = turns.append
    return turns, evenings.play()


def heard(world: World, *events: Event) -> Seat:
    return Seat(world, begin(world, [1], [ROOM]), ROOM, heard=events)


@pytest.mark.parametrize(
    ("topic", "pitch"),
    [("how", "answer"), ("ship", "answer"), ("dear", "compare"), ("shut", "countdown"),
     ("hoarse", "breathe"), ("fishy", "story")],
)  # fmt: skip
def test_the_reader_does_what_the_chat_asks_for(world: World, topic: str, pitch: str) -> None:
    first = world.goods[ROOM][0].id
    asked = heard(world, Chat(topic, first, 80), Chat("hello", first, 20))
    (*_, beat) = Reader().decide(asked)
    assert isinstance(beat, Beat)
    assert beat.pitch == pitch


def test_the_reader_hears_shares_of_its_good_only(world: World) -> None:
    seat = heard(world, Chat("how", "th-durian", 30), Chat("want", "th-durian", 10),
                 Chat("dear", "th-rice", 500))  # fmt: skip
    assert topics(seat, "th-durian") == {"how": 0.75, "want": 0.25}


def test_the_reader_goes_on_to_another_good_where_one_is_gone(world: World) -> None:
    first, second = (good.id for good in world.goods[ROOM][:2])
    (*_, beat) = Reader().decide(heard(world, Chat("gone", first, 90), Chat("hello", first, 10)))
    assert isinstance(beat, Beat)
    assert beat.product == second


def test_the_reader_lets_go_what_is_held_of_a_sold_out_good(world: World) -> None:
    state = begin(world, [1], [ROOM])
    held = moved_on(state, held=state.shelf, shelf=state.shelf * 0)
    good = world.goods[ROOM][0].id
    seat = Seat(world, held, ROOM, heard=[SoldOut(good, 100, 10, 5)])
    assert Reader().decide(seat)[0] == Release(good, int(held.held[0, ROOM, 0]))


def test_the_greedy_look_at_price_or_at_margin(world: World) -> None:
    seat = Seat(world, begin(world, [1], [ROOM]), ROOM)
    good = seat.view.products[0]
    about, now = known(world, ROOM), sense(world, ROOM, seat.view)
    assert price_of(about, now)[0] == good.price
    kept = 1 - world.spoil[ROOM, 0] / 1000
    assert margin_of(about, now)[0] == pytest.approx(good.price - good.cost * kept)
    losing = evolve(now, price=now.price * 0 + good.cost / 3)
    assert margin_of(about, losing)[0] < 0
    assert isinstance(Greedy(margin_of).decide(seat)[-1], Beat)


def test_the_greedy_rest_their_voice_where_nothing_sells(world: World) -> None:
    state = begin(world, [1], [ROOM])
    hoarse = moved_on(state, voice=state.voice * 0)
    beats = Seat(world, hoarse, ROOM).beats
    rests = {b.pitch: -int(world.pitches.voice[world.pitches.ids.index(b.pitch)]) for b in beats}
    assert len(rests) > 1
    chosen = Greedy().decide(Seat(world, hoarse, ROOM))[-1]
    assert isinstance(chosen, Beat)
    assert rests[chosen.pitch] == max(rests.values()) > 0


def test_fixed_prices_stay_where_they_are(short: World) -> None:
    turns, end = turns_of(short, Entry("fixed-price"))
    usual = short.usual[ROOM]
    assert list(end.price[0, ROOM]) == [int(u) * MULTIPLE // 100 for u in usual]
    assert sum(isinstance(a, Plan) for turn in turns for a in turn.actions) == 1
    assert [b.pitch for b in beats_of(turns)[:3]] == ["demonstrate", "taste", "countdown"]


def test_a_routine_goes_through_all_goods(world: World) -> None:
    turns, _ = turns_of(evolve(world, ticks=world.ticks // 3), Entry("fixed-price"))
    assert {b.product for b in beats_of(turns)} >= {good.id for good in world.goods[ROOM]}


@pytest.mark.parametrize("percent", [70, 130])
def test_one_price_for_the_night_is_kept_whatever_the_host_wants(
    short: World, percent: int
) -> None:
    turns, end = turns_of(short, Entry("expert", percent=percent))
    assert list(end.price[0, ROOM]) == [int(u) * percent // 100 for u in short.usual[ROOM]]
    assert not any(isinstance(a, SetPrice) for turn in turns for a in turn.actions)
    plans = [a for turn in turns for a in turn.actions if isinstance(a, Plan)]
    assert len(plans) == 1
    assert plans[0].lots


def test_one_price_asks_in_mid_beat_who_wants_to_be_asked() -> None:
    assert OnePrice(Expert(), 90).alert
    assert not OnePrice(FixedPrice(), 90).alert
    assert OnePrice(Reader(), 90).listens


def used(actions: list[Action]) -> set[str]:
    from livegame.bots.seat import verbs_of

    return {verb for action in actions for verb in verbs_of(action)}


@pytest.mark.parametrize("verb", [*INSTANT_VERBS, "countdown", "demonstrate", "breathe"])
def test_the_expert_can_play_without_any_verb(short: World, verb: str) -> None:
    turns, end = turns_of(short, Entry("expert", without=(verb,)))
    assert verb not in used([a for turn in turns for a in turn.actions])
    assert int(end.sales[0, ROOM].sum()) > 0


def test_the_expert_cuts_a_beat_about_what_is_gone(world: World) -> None:
    state = begin(world, [1], [ROOM])
    busy = Evenings.begin(world, ROOM, [Expert()], [1])
    busy.advance()
    assert busy.state.left[0, ROOM] > 0
    slot = int(busy.state.stage[0, ROOM])
    shelf, held = busy.state.shelf.copy(), busy.state.held.copy()
    shelf[0, ROOM, slot] = held[0, ROOM, slot] = 0
    dry = moved_on(busy.state, shelf=shelf, held=held)
    assert Expert().decide(Seat(world, dry, ROOM))[-1] == Cut()
    assert state.tick == 0


def test_the_expert_minds_what_it_has_done_already(world: World) -> None:
    """With the very same screen, a worn pitch is not chosen again and again."""
    state = begin(world, [1], [ROOM])
    for _ in range(30):
        state, _ = tick(world, state)
    host = Expert()
    seen = [host.decide(Seat(world, state, ROOM))[-1] for _ in range(12)]
    assert len(set(seen)) > 2


def test_a_milestone_that_a_room_has_passed_is_no_incident_to_the_expert() -> None:
    night = next(row.id for row in library().scenarios.values() if row.milestone)
    peak = build_world(library(), night)
    state = begin(peak, [1], [ROOM])
    passed = moved_on(state, tick=1, reached=np.ones_like(state.reached))
    seat = Seat(peak, passed, ROOM)
    assert set(seat.view.incidents) - set(peak.incidents.ids)
    assert Expert().decide(seat)
