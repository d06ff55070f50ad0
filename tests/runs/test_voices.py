import re
import string
from itertools import pairwise

import attrs
from short_nights import SCENARIO

from livegame.catalog.library import library, read_lines
from livegame.catalog.nouns import noun
from livegame.catalog.paths import shipped
from livegame.engine.events import Chat, SoldOut
from livegame.engine.moods import TOPICS
from livegame.engine.view import RoomView
from livegame.runs.session import Session
from livegame.runs.voices import Voices

# Of the topic "call" there is one for each pitch that may be called for.
CALLED = sorted({name for scene in library().scenarios.values() if scene.calls
                 for name in scene.calls.pitches})  # fmt: skip
EATEN = {
    "fruit",
    "grain",
    "noodle",
    "frozen",
    "seafood",
    "meat",
    "snack",
    "sweet",
    "dairy",
    "drink",
    "wine",
    "express",
    "harvest",
    "spring",
}
EATING = re.compile(
    r"\b(eats?|bite|crunch|mouth|hungry|tastes?|spicy|sweet|ripe|cook|thaw|peel|melt|fridge)\b"
)
NOT_OF_THE_GOOD = {"the postage eats my discount"}
SAID = [topic for topic in TOPICS if topic != "call"] + [f"call-{name}" for name in CALLED]


def view() -> RoomView:
    return Session.start(SCENARIO, "thailand", seed=1, keep=False).view


def test_the_same_seed_says_the_same() -> None:
    room = view()
    events = [Chat("how", "th-mangosteen", 2000), Chat("dear", "th-mangosteen", 3)]
    one, two = ([Voices(4).say(events, room) for _ in range(1)] for _ in range(2))
    assert one == two
    assert len(one[0]) == 4


def test_names_are_filled_and_nothing_is_left_open() -> None:
    room = view()
    voices = Voices(1)
    for topic in TOPICS:
        for good in room.products:
            for _ in range(30):
                for line in voices.say([Chat(topic, good.id, 5)], room):
                    assert "{" not in line
                    assert line.strip()


def test_a_line_is_not_said_twice_in_a_row() -> None:
    room = view()
    voices = Voices(2)
    for topic in SAID:
        said = [line for _ in range(60) for line in voices.say([Chat(topic, "th-rice", 1)], room)]
        assert said
        assert all(a != b for a, b in pairwise(said))


def test_a_line_of_eating_is_only_said_of_what_is_eaten_or_drunk() -> None:
    lines = [line for line in read_lines(shipped("content"), "en") if EATING.search(line.text)]
    said = [line for line in lines if line.text not in NOT_OF_THE_GOOD]
    assert len(said) > 20
    for line in said:
        assert line.category, line.text
        assert set(line.category) <= EATEN, line.text


def test_a_manual_is_asked_for_where_there_may_be_one_and_a_translator_praised_where_one_is() -> (
    None
):
    lines = read_lines(shipped("content"), "en")
    manuals = [line for line in lines if "manual" in line.text]
    assert manuals
    assert all(line.category and not EATEN & set(line.category) for line in manuals)
    thanked = [line for line in lines if "translator deserves" in line.text]
    assert thanked
    assert all("peru" in line.roles and "lz-coffee" not in line.roles for line in thanked)


def test_nobody_is_tired_of_a_word_before_it_was_said() -> None:
    room = view()
    early = attrs.evolve(room, clock=3 * 60)
    late = attrs.evolve(room, clock=40 * 60)
    said: dict[int, set[str]] = {}
    for at in (early, late):
        voices = Voices(3)
        chat = [Chat("bored", "th-rice", 5)]
        said[at.clock] = {line for _ in range(200) for line in voices.say(chat, at)}
    assert "same words as ten minutes ago" not in said[early.clock]
    assert "same words as ten minutes ago" in said[late.clock]


def test_other_events_say_nothing() -> None:
    assert Voices(1).say([SoldOut("th-rice", 1, 1, 0), Chat("unheard-of", "", 9)], view()) == []


def test_every_topic_has_lines_for_every_category() -> None:
    categories = {good.category for good in library().products.values()}
    lines = read_lines(shipped("content"), "en")
    for topic in SAID:
        for category in categories:
            fitting = [
                x for x in lines if x.topic == topic and (not x.category or category in x.category)
            ]
            assert len({line.text for line in fitting}) >= 5, (topic, category)
    for line in lines:
        names = {name for _, name, _, _ in string.Formatter().parse(line.text) if name}
        assert names <= {"product"}, line.text
        assert ("product" in names) == (line.needs == "product"), line.text


def test_by_day_nobody_speaks_of_the_night() -> None:
    room, late = view(), {one.text for one in read_lines(shipped("content"), "en") if one.late}
    assert "off to bed, good night all" in late
    said: dict[bool, set[str]] = {True: set(), False: set()}
    for by_day, found in said.items():
        voices = Voices(3, by_day=by_day)
        for _ in range(200):
            found.update(voices.say([Chat("bored", "", 1)], room))
    assert late & said[False]
    assert not late & said[True]


def test_a_line_that_names_a_good_is_said_of_no_other() -> None:
    """The durian was smelt through the phone while the coconut was shown."""
    goods = {good.id: good for good in library().products.values()}
    lines = [line for line in read_lines(shipped("content"), "en") if line.goods]
    assert len(lines) >= 7
    for line in lines:
        assert set(line.goods) <= set(goods), line.text
        assert not line.category or {goods[one].category for one in line.goods} <= {*line.category}
    named = [line for line in read_lines(shipped("content"), "en") if line.category == ["express"]]
    for line in named:
        for word in ("durian", "mangosteen", "coconut"):
            assert (word in line.text) == (f"ft-{word}" in line.goods), line.text
    room = Session.start("jd-kuaishou-2020", "jd-executive", seed=1, keep=False).view
    fruit = [attrs.evolve(room.products[0], id=f"ft-{name}") for name in ("durian", "coconut")]
    room = attrs.evolve(room, products=tuple(fruit))
    voices = Voices(5)
    said = {
        good.id: {line for _ in range(300) for line in voices.say([Chat("want", good.id, 1)], room)}
        for good in fruit
    }
    assert "I can smell the durian through the phone" in said["ft-durian"]
    assert "I can smell the durian through the phone" not in said["ft-coconut"]


def lines_of(topic: str) -> set[str]:
    return {one.text for one in read_lines(shipped("content"), "en") if one.topic == topic}


def test_nobody_asks_to_see_or_to_haggle_over_what_is_sold_out() -> None:
    room = view()
    good, *others = room.products
    gone = attrs.evolve(good, shelf=0, held=0, sold=900)
    sold_out = attrs.evolve(room, products=(gone, *others))
    voices = Voices(4)

    def said(topic: str, at: RoomView) -> set[str]:
        return {line for _ in range(90) for line in voices.say([Chat(topic, good.id, 1)], at)}

    name = noun(good.id)
    again = {line.replace("{product}", name) for line in lines_of("again")}
    for topic in ("wish", "want"):
        assert said(topic, sold_out)
        assert said(topic, sold_out) <= again
        assert not said(topic, room) & again
    for topic in ("shut", "dear", "cheap", "gift"):
        assert said(topic, room)
        assert not said(topic, sold_out)
    for topic in ("how", "gone", "bought", "praise", "call-demonstrate"):
        assert said(topic, sold_out)


def test_nobody_asks_for_a_good_that_was_never_there_and_nothing_once_all_is_gone() -> None:
    room = view()
    good, *others = room.products
    absent = attrs.evolve(good, shelf=0, held=0, sold=0, reserved=0)
    chats = [Chat("wish", good.id, 5)]
    assert not Voices(4).say(chats, attrs.evolve(room, products=(absent, *others)))
    empty = tuple(attrs.evolve(one, shelf=0, held=0, sold=9) for one in room.products)
    calls = [Chat("call-demonstrate", good.id, 5), Chat("call-countdown", "", 5)]
    assert not Voices(4).say(calls, attrs.evolve(room, products=empty))
