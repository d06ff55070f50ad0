"""How keys are called in texts, wherever the player has put them.

A text names a key by the id of its binding, `{studio.price}`, so that it tells the key in force:
the one in the settings, else the binding's own. The ids are those that the settings list.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import format_key

from livegame.catalog.texts import t

# Where bindings live, by the first part of their id.
HOMES = {
    "studio": "screens.studio",
    "price": "screens.price",
    "amount": "screens.amount",
    "stock": "screens.stock",
    "green": "screens.green",
    "plan": "widgets.plan",
    "watch": "screens.watch",
    "front": "screens.front",
    "review": "screens.review",
    "board": "screens.board",
    "league": "screens.league",
    "ladder": "screens.ladder",
    "theatre": "screens.theatre",
    "festival": "screens.festival",
    "days": "screens.days",
    "daydoor": "screens.daydoor",
    "dayfront": "screens.dayfront",
    "record": "screens.record",
    "settings": "screens.settings",
    "curtain": "screens.curtain",
    "title": "screens.title",
    "ask": "screens.ask",
    "sheet": "screens.sheet",
    "reading": "screens.reading",
    "list": "widgets.picker",
    "text": "widgets.prose",
    "search": "widgets.search",
    "button": "widgets.button",
    "focus": "screens.room",
    "room": "screens.green",  # also has the one that asks why
    "app": "app",
}
WORDS = {"enter": "Enter", "escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn", "f1": "F1"}
IDS = re.compile(r"\{([a-z]+\.[a-z_0-9]+)\}")
PITCHES = tuple(f"studio.pitch_{number}" for number in range(1, 11))


@lru_cache(maxsize=64)
def bindings(home: str) -> Mapping[str, Binding]:
    """The bindings of a module of the studio, by id; the keys are the usual ones."""
    module = import_module(f"livegame.studio.{home}")
    found: dict[str, Binding] = {}
    for thing in vars(module).values():
        if isinstance(thing, type) and issubclass(thing, DOMNode):
            for one in thing.BINDINGS:
                if isinstance(one, Binding) and one.id:
                    found.setdefault(one.id, one)
    return found


def every_binding() -> Iterator[str]:
    """The id of each binding that a player may move, once."""
    for part, home in HOMES.items():
        for name in bindings(home):
            if name.partition(".")[0] == part:
                yield name


def _called(key: str) -> str:
    """One key as players call it: p, Enter, ctrl+p, shift+←."""
    *held, last = key.split("+") if len(key) > 1 else [key]
    return "+".join([*held, WORDS.get(last) or format_key(last)])


class KeyNames:
    """What keys are called under a player's settings. They do not change while the game runs."""

    def __init__(self, moved: Mapping[str, str]) -> None:
        """`moved` are other keys for bindings, by id, several apart by commas."""
        self._moved = moved
        self._known: dict[str, str] = {}

    def name(self, binding: str) -> str:
        """The first key of a binding by its id.

        Raises:
            KeyError: there is no such binding.
        """
        if binding not in self._known:
            usual = bindings(HOMES[binding.partition(".")[0]])[binding]
            keys = self._moved.get(binding) or usual.key
            self._known[binding] = _called(keys.split(",")[0].strip())
        return self._known[binding]

    def every(self, binding: str) -> str:
        """All keys of a binding by its id, apart by blanks."""
        usual = bindings(HOMES[binding.partition(".")[0]])[binding]
        keys = self._moved.get(binding) or usual.key
        return " ".join(_called(key.strip()) for key in keys.split(","))

    def told(self, key: str, **values: object) -> str:
        """A text with the keys that it names."""
        ids = IDS.findall(t(key))
        return t(key, **values, **{name: self.name(name) for name in ids})

    @property
    def digits(self) -> bool:
        """Whether pitches have their usual keys."""
        return not any(name in self._moved for name in PITCHES)


USUAL = KeyNames({})


def names(node: DOMNode) -> KeyNames:
    """The names of keys in the app of a screen or a panel; the usual ones outside of the game."""
    try:
        found = getattr(node.app, "key_names", USUAL)
    except RuntimeError:  # outside of any app
        return USUAL
    return found if isinstance(found, KeyNames) else USUAL


def keyed(node: DOMNode, key: str, **values: object) -> str:
    """A text with the keys that it names, as they are in the app of a screen or a panel."""
    return names(node).told(key, **values)
