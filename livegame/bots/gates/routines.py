"""Running orders that every scenario can play: each step is named by what a pitch does there."""

from collections.abc import Sequence

import numpy as np

from livegame.engine.actions import Action, Beat, Link
from livegame.engine.tables import Floats
from livegame.engine.world import Pitches, World

Turns = tuple[tuple[Action, ...], ...]

# What a host may be after with a pitch: to wake desire, to draw a crowd, to win trust, to clear
# doubts, to bring people back, to make the price look small, to close, to rest the voice.
ROUTINES: tuple[tuple[str, ...], ...] = (
    ("desire", "close"),
    ("crowd", "desire", "close"),
    ("trust", "doubt", "close"),
    ("desire", "trust", "doubt", "back"),
    ("desire", "desire", "close", "rest"),
    ("anchor", "back", "rest"),
    ("doubt", "crowd", "rest"),
    ("trust", "desire", "anchor", "close"),
)


def steps_of(world: World, room: int) -> dict[str, str]:
    """For each thing a host may be after, the pitch that does most of it in this room.

    Each pitch stands for one thing only, so that a routine's steps differ; what the fewest
    pitches do chooses first. Pitches that can be held once only, or only after another, are none
    for every good. A thing for which no pitch is left is left out.
    """
    table = world.pitches
    usable = table.once == 0
    if table.after is not None:
        usable &= table.after == 0
    usable[0] = False
    effects = _effects(table, room)
    found: dict[str, str] = {}
    for after in sorted(effects, key=lambda name: int((usable & (effects[name] > 0)).sum())):
        left = np.where(usable, effects[after], 0.0)
        best = int(np.argmax(left))
        if left[best] > 0:
            found[after] = table.ids[best]
            usable[best] = False
    return found


def _effects(table: Pitches, room: int) -> dict[str, Floats]:
    """How much each pitch does of each thing, over its whole length where it is paced [A]."""
    ticks = table.ticks.astype(np.float64)
    fits = table.fit[:, room].astype(np.float64).mean(axis=1)
    return {
        "desire": table.gain.astype(np.float64).mean(axis=1) * fits * ticks,
        "crowd": (table.pull - table.pull[0]).astype(np.float64) * ticks,
        "trust": table.trust * ticks,
        "doubt": table.doubt * ticks,
        "back": table.reopen * ticks,
        "anchor": table.anchor.astype(np.float64),
        # Of the pitches that close, the one that opens the link soonest.
        "close": np.where(table.launch > 0, 1.0 / np.maximum(table.launch, 1), 0.0),
        "rest": -table.voice * ticks,
    }


def routines_of(world: World, room: int) -> dict[int, Turns]:
    """The routines of one room by number; none where no pitch does anything it asks for."""
    steps = steps_of(world, room)
    known = {n: [steps[p] for p in parts if p in steps] for n, parts in enumerate(ROUTINES)}
    goods = [good.id for good in world.goods[room]]
    return {n: routine(world.pitches, goods, names) for n, names in known.items() if names}


def routine(table: Pitches, goods: Sequence[str], names: Sequence[str]) -> Turns:
    """A running order that goes through the goods with the same pitches for each.

    The link of a good opens with its last pitch at the latest: a host who never opens one sells
    nothing anywhere, and would only make all scenarios look alike.
    """
    turns: list[tuple[Action, ...]] = []
    for good in goods:
        for place, name in enumerate(names):
            at = table.ids.index(name)
            beat = Beat(name, good if table.on_product[at] else "")
            opens = place == len(names) - 1 and not table.launch[at] > 0
            turns.append((Link(good, True), beat) if opens else (beat,))
    return tuple(turns)
