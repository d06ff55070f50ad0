"""Many nights at once are the same nights one by one, and hosts meet only what is legal."""

import pytest
from attrs import evolve

from livegame.bots.evenings import Evenings, Turn, beats_of, put_nights
from livegame.bots.host import Host
from livegame.bots.hosts.greedy import Greedy
from livegame.bots.hosts.random import Random
from livegame.bots.players import BOTS
from livegame.bots.seat import Seat
from livegame.engine.actions import Action, Beat, Link
from livegame.engine.acts import IllegalAction, act
from livegame.engine.begin import begin
from livegame.engine.events import Chat
from livegame.engine.hashing import state_hash
from livegame.engine.lanes import take_night
from livegame.engine.reducer import TickReport, tick
from livegame.engine.state import State
from livegame.engine.watch import view
from livegame.engine.world import World

SEEDS = (5, 11, 2**63 - 1)
ROOM = 1


@pytest.fixture(scope="module")
def short(world: World) -> World:
    return evolve(world, ticks=world.ticks // 6)


@pytest.mark.parametrize("bot", ["random", "greedy", "reader", "fixed-price", "expert"])
def test_a_batch_is_the_same_as_night_by_night(short: World, bot: str) -> None:
    together = Evenings.begin(short, ROOM, [BOTS[bot](s) for s in SEEDS], SEEDS).play()
    for night, seed in enumerate(SEEDS):
        alone = Evenings.begin(short, ROOM, [BOTS[bot](seed)], [seed]).play()
        assert state_hash(take_night(together, night)) == state_hash(alone)


def test_a_batch_is_what_the_engine_does_by_hand(short: World) -> None:
    state, host = begin(short, SEEDS[:1], [ROOM]), Random(5)
    while state.tick < short.ticks:
        if not state.left[0, ROOM]:
            for action in host.choose(short, state, ROOM):
                state = act(short, state, ROOM, action)
        state, _ = tick(short, state)
    batch = Evenings.begin(short, ROOM, [Random(5)], SEEDS[:1]).play()
    assert state_hash(batch) == state_hash(state)


class Watching(Host):
    """Keeps what it is shown, and does what a greedy host does."""

    listens = True

    def __init__(self) -> None:
        self.seats: list[Seat] = []
        self._greedy = Greedy()

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        self.seats.append(seat)
        return self._greedy.decide(seat)


def test_a_seat_shows_the_last_minute_as_a_screen_does(short: World) -> None:
    host = Watching()
    hosts = [Greedy(), host]
    Evenings.begin(short, ROOM, hosts, SEEDS[:2]).play()
    state, reports, shown = begin(short, SEEDS[1:2], [ROOM]), list[TickReport](), iter(host.seats)
    again = Greedy()
    while state.tick < short.ticks:
        if not state.left[0, ROOM]:
            seat = next(shown)
            assert seat.view == view(short, state, ROOM, reports)
            for action in again.choose(short, state, ROOM):
                state = act(short, state, ROOM, action)
        state, report = tick(short, state)
        reports.append(report)
    assert next(shown, None) is None
    assert max(seat.view.arrived for seat in host.seats) > 0


def test_who_listens_hears_the_chat_once(short: World) -> None:
    host = Watching()
    final = Evenings.begin(short, ROOM, [host], SEEDS[:1]).play()
    heard = [e for seat in host.seats for e in seat.heard if isinstance(e, Chat)]
    assert heard
    assert sum(e.count for e in heard) <= int(final.comments[0, ROOM])


def test_who_does_not_listen_hears_nothing(short: World) -> None:
    class Deaf(Watching):
        listens = False

    host = Deaf()
    Evenings.begin(short, ROOM, [host], SEEDS[:1]).play()
    assert all(not seat.heard for seat in host.seats)


def test_turns_tell_what_was_done_before_what(short: World) -> None:
    turns: list[Turn] = []
    evenings = Evenings.begin(short, ROOM, [Greedy(), Greedy()], SEEDS[:2])
    evenings.turned = turns.append
    evenings.play()
    assert {turn.night for turn in turns} == {0, 1}
    for turn in turns:
        state = turn.before
        assert state.batch == 1
        assert state.tick == turn.tick
        for action in turn.actions:
            state = act(short, state, ROOM, action)
    assert len(beats_of(turns)) == int(evenings.state.done[:, ROOM].sum())


class Stubborn(Host):
    """Opens or shuts a link whatever it has been told."""

    def decide(self, seat: Seat) -> tuple[Action, ...]:
        good = seat.view.products[0]
        return (Link(good.id, not good.open), Beat("breathe"))


def test_a_forbidden_verb_is_refused_by_the_night_itself(short: World) -> None:
    evenings = Evenings.begin(short, ROOM, [Stubborn()], SEEDS[:1], frozenset({"link"}))
    with pytest.raises(IllegalAction):
        evenings.play()


def test_a_night_can_be_taken_over(short: World) -> None:
    state = begin(short, SEEDS)
    for _ in range(short.ticks // 2):
        state, _ = tick(short, state)
    taken = Evenings.take_over(short, ROOM, [Random(s) for s in SEEDS], state)
    assert taken.state.played == (ROOM,)
    end = taken.play()
    assert end.tick == short.ticks
    assert (end.done[:, ROOM].sum(axis=1) > state.done[:, ROOM].sum(axis=1)).all()


def test_nothing_changed_is_the_same_batch(short: World) -> None:
    state: State = begin(short, SEEDS, [ROOM])
    one = take_night(state, 1)
    assert put_nights(state, []) is state
    assert put_nights(state, [(1, one, one)]) is state
    begun = act(short, one, ROOM, Beat("breathe"))
    changed = put_nights(state, [(1, one, begun)])
    assert state_hash(take_night(changed, 1)) == state_hash(begun)
    for night in (0, 2):
        assert state_hash(take_night(changed, night)) == state_hash(take_night(state, night))
