"""What the chat is about tells the state of the crowd."""

from typing import Any

import pytest
from moments import after, with_room

from livegame.engine.actions import Beat
from livegame.engine.acts import act
from livegame.engine.events import Chat
from livegame.engine.hashing import state_hash
from livegame.engine.moods import TOPICS, topics, weights
from livegame.engine.reducer import TickReport, tick
from livegame.engine.state import State
from livegame.engine.tables import ONE
from livegame.engine.world import World

ROOM, DURIAN = 0, 1
Moment = tuple[State, TickReport]


@pytest.fixture(scope="module")
def moment(world: World) -> Moment:
    state = act(world, after(world, 24, role="thailand"), ROOM, Beat("taste", "th-durian"))
    return tick(world, state)


@pytest.mark.parametrize(
    ("topic", "change"),
    [
        ("dear", {"price": (DURIAN, 20_000)}),
        ("cheap", {"price": (DURIAN, 12_000)}),
        ("fishy", {"price": (DURIAN, 6_400)}),
        ("fishy", {"trust": 0}),
        ("how", {"doubt": (DURIAN, ONE)}),
        ("want", {"desire": (DURIAN, ONE)}),
        ("gone", {"anger": ONE}),
        ("bored", {"wear": (DURIAN, ONE)}),
        ("praise", {"mood": ONE}),
        ("hoarse", {"voice": 0}),
        ("rival", {"heat": 20_000}),
        ("trust", {"trust": ONE}),
        ("again", {"shelf": (DURIAN, 0)}),
    ],
)
def test_each_state_has_its_topic(
    world: World, moment: Moment, topic: str, change: dict[str, Any]
) -> None:
    state, report = moment
    calm = with_room(state, ROOM, trust=ONE * 6 // 10, desire=(DURIAN, 0), heat=ONE)
    calm = with_room(calm, ROOM, mood=ONE // 2, anger=0, voice=ONE, wear=(DURIAN, 0))
    before = weights(world, ROOM, calm, report)[topic]
    after_ = weights(world, ROOM, with_room(calm, ROOM, **change), report)[topic]
    assert after_ > before


def test_want_becomes_shut_where_the_link_is_shut(world: World, moment: Moment) -> None:
    state, report = moment
    keen = with_room(state, ROOM, desire=(DURIAN, ONE))
    shut = with_room(keen, ROOM, link=(DURIAN, 0))
    assert weights(world, ROOM, keen, report)["shut"] == 0.0
    assert weights(world, ROOM, shut, report)["shut"] > 1.0


def test_topics_are_known_and_their_weights_are_never_below_nought(
    world: World, moment: Moment
) -> None:
    found = weights(world, ROOM, *moment)
    assert tuple(found) == TOPICS
    assert min(found.values()) >= 0.0


def test_comments_are_split_among_a_few_topics_most_first(world: World, moment: Moment) -> None:
    state, report = moment
    told = topics(world, ROOM, state, report)
    counts = [event.count for event in told if isinstance(event, Chat)]
    assert 0 < len(counts) <= 6
    assert counts == sorted(counts, reverse=True)
    assert sum(counts) <= int(report.comments[0, ROOM]) + len(counts)


def test_reading_the_chat_changes_nothing(world: World, moment: Moment) -> None:
    state, report = moment
    before = state_hash(state)
    assert topics(world, ROOM, state, report) == topics(world, ROOM, state, report)
    assert state_hash(state) == before


def test_a_silent_room_says_nothing(world: World) -> None:
    state, report = tick(world, after(world, 0))
    report.comments.flags.writeable = True
    report.comments[:] = 0
    assert topics(world, ROOM, state, report) == []
