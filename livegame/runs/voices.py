"""What the chat says: lines chosen for how the crowd feels. For show only, never in the state."""

import random
from collections import defaultdict, deque
from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve

from livegame.catalog.library import library, read_lines
from livegame.catalog.models import Line
from livegame.catalog.nouns import noun
from livegame.catalog.packs_load import pack_lines
from livegame.catalog.paths import shipped
from livegame.engine.events import Chat, Event
from livegame.engine.view import RoomView
from livegame.runs.runout import nothing_left
from livegame.runs.tonight import on_table

MOST_A_TICK = 4
REMEMBERED = 6
EAGER = {"want", "wish"}  # topics of whoever would have the good; sold out, they ask for more
BEFORE = {"shut", "dear", "cheap", "gift"}  # those of whoever might still buy it


@lru_cache(maxsize=4)
def _by_topic(language: str) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in [*read_lines(shipped("content"), language), *pack_lines(library())]:
        found[line.topic].append(line)
    return dict(found)


class Voices:
    """Turns Chat events into lines. The same seed and events give the same lines."""

    def __init__(self, seed: int, language: str = "en", *, by_day: bool = False) -> None:
        """`by_day`: the show is held by day, and nobody speaks of the night."""
        self._by_day = by_day
        self._random = random.Random(seed)
        self._lines = _by_topic(language)
        self._said: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=REMEMBERED))
        self._categories = {good.id: good.category for good in library().products.values()}

    def say(self, events: Iterable[Event], view: RoomView) -> list[str]:
        """A few lines for the comments of one tick, loudest first, at most four.

        A topic without lines says nothing; {product} is filled with the good as a noun. Nobody asks
        for the price or a first look at what is sold out, nor for anything that was never there.
        """
        chats = (event for event in events if isinstance(event, Chat) and event.count > 0)
        meant = (evolve(chat, topic=_topic(chat, view)) for chat in chats)
        heard = sorted((chat for chat in meant if chat.topic), key=lambda chat: -chat.count)
        found: list[str] = []
        for chat in heard:
            for _ in range(1 + (chat.count >= 50) + (chat.count >= 1000)):
                text = self._one(chat, view)
                if text and text not in found:
                    found.append(text)
        return found[:MOST_A_TICK]

    def _one(self, chat: Chat, view: RoomView) -> str:
        good = view.product_view(chat.product)
        category = self._categories.get(chat.product, "")
        fitting = [
            line
            for line in self._lines.get(chat.topic, [])
            if (good or not line.needs)
            and not (line.late and self._by_day)
            and (not line.category or category in line.category)
            and (not line.goods or chat.product in line.goods)
            and (not line.roles or view.role in line.roles)
            and view.clock >= 60 * line.after
        ]
        said = self._said[chat.topic]
        fresh = [line for line in fitting if line.text not in said] or [
            line for line in fitting if not said or line.text != said[-1]
        ]
        if not fresh:
            return ""
        line = self._random.choice(fresh)
        said.append(line.text)
        return line.text.replace("{product}", noun(good.id) if good else "")


def _topic(chat: Chat, view: RoomView) -> str:
    """The topic as viewers who see the shelf would have it; "" for none. The rules draw whom the
    crowd asks for before the night, and do not look whether any is left."""
    if chat.topic.startswith("call-"):
        return "" if nothing_left(view) else chat.topic
    good = view.product_view(chat.product)
    if good is None or good.shelf or good.held:
        return chat.topic
    if chat.topic in EAGER:
        return "again" if on_table(good) else ""
    return "" if chat.topic in BEFORE else chat.topic
