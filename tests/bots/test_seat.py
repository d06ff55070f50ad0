"""What a bot is shown: the screen's figures, the legal actions, and nothing of the night's luck."""

import pytest
from attrs import evolve

from livegame.bots.seat import FORBIDDEN, INSTANT_VERBS, Seat, every_beat, verbs_of
from livegame.catalog.texts import t
from livegame.engine.actions import Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.acts import IllegalAction, why_not
from livegame.engine.begin import begin
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import act, tick
from livegame.engine.state import State
from livegame.engine.state import evolve as moved_on
from livegame.engine.view import RoomView
from livegame.engine.watch import view
from livegame.engine.world import World

ROOM = 0


@pytest.fixture(scope="module")
def state(world: World) -> State:
    """Some minutes into a night, the host free."""
    now = begin(world, [4], [ROOM])
    for pitch in ("demonstrate", "taste"):
        now = act(world, now, ROOM, Beat(pitch, "th-durian"))
        while now.left[0, ROOM]:
            now, _ = tick(world, now)
    return now


def test_the_seat_shows_what_the_screen_shows(world: World, state: State) -> None:
    assert Seat(world, state, ROOM).view == view(world, state, ROOM)


def test_beats_are_exactly_the_legal_ones(world: World, state: State) -> None:
    tired = moved_on(state, voice=state.voice // 40, budget=state.budget * 0)
    for now in (state, tired):
        found = Seat(world, now, ROOM).beats
        legal = [b for b in every_beat(world, ROOM) if not why_not(world, now, ROOM, b)]
        assert list(found) == legal
    assert len(Seat(world, tired, ROOM).beats) < len(Seat(world, state, ROOM).beats)


def test_looking_ahead_at_an_action_changes_nothing(world: World, state: State) -> None:
    before = state_hash(state)
    seat = Seat(world, state, ROOM)
    later = seat.after(Link("th-durian", False), SetPrice("th-rice", 6500))
    rice = later.view.product_view("th-rice")
    assert rice is not None
    assert (rice.price, later.tick) == (6500, seat.tick)
    assert state_hash(state) == before
    with pytest.raises(IllegalAction):
        seat.after(Link("th-durian", False), Link("th-durian", False))


@pytest.mark.parametrize(
    ("action", "verb"),
    [
        (Beat("taste", "th-durian"), "taste"),
        (SetPrice("th-rice", 6500), "price"),
        (Release("th-rice", 1), "release"),
        (Link("th-durian", False), "link"),
        (Reply(), "reply"),
        (Cut(), "cut"),
        (Plan(prices=(("th-rice", 6500),)), "price"),
        (Plan(stock=(("th-rice", 10),)), "stock"),
        (Plan(advert=100), "advert"),
    ],
)
def test_a_verb_that_is_taken_away_is_refused(world: World, action: object, verb: str) -> None:
    state = begin(world, [4], [ROOM])
    assert verbs_of(action) == {verb}  # type: ignore[arg-type]
    assert verb in {*INSTANT_VERBS, *world.pitches.ids}
    seat = Seat(world, state, ROOM).limited([verb])
    assert seat.why_not(action) == FORBIDDEN  # type: ignore[arg-type]
    assert all(beat.pitch != verb for beat in seat.beats)


def test_an_empty_plan_uses_no_verb() -> None:
    assert not verbs_of(Plan())


def test_what_is_forbidden_is_said_in_words() -> None:
    assert "without" in t(FORBIDDEN)


def test_the_same_screen_whatever_the_luck(world: World) -> None:
    """At the first moment nothing has happened: only luck differs, and a seat doesn't show it."""
    views = {_unlucky(Seat(world, begin(world, [seed], [ROOM]), ROOM).view) for seed in range(20)}
    assert len(views) == 1


def _unlucky(seen: RoomView) -> RoomView:
    """The view without what a person sees of the luck as well: `appeal`, and what is asked for."""
    return evolve(
        seen, fancy="", call="", products=tuple(evolve(p, appeal=0) for p in seen.products)
    )


def test_a_rehearsal_knows_neither_seed_nor_luck(world: World, state: State) -> None:
    lucky = moved_on(state, luck_room=state.luck_room + 9000, luck_taste=state.luck_taste - 9000)
    seeds = (2**62 + 1, 2**62 + 2, 2**62 + 3)
    one, other = (Seat(world, s, ROOM).rehearsal(seeds).state for s in (state, lucky))
    assert one.seeds == seeds
    assert (one.luck_taste == other.luck_taste).all()
    assert (one.luck_room == other.luck_room).all()
