"""What a room's comments are about: the state of the crowd, in the crowd's own topics.

The number of comments is part of the state; their topics are read off it, so a player who reads
the chat reads the state. The draw for one room is cosmetic and touches nothing.
"""

import numpy as np

from livegame.engine.calls import called
from livegame.engine.chance import words
from livegame.engine.events import Chat, Event
from livegame.engine.fancy import NONE, fancied
from livegame.engine.reducer import TickReport
from livegame.engine.sampling import uniform
from livegame.engine.state import State
from livegame.engine.tables import ONE
from livegame.engine.world import World

TOPICS = ("hello", "praise", "want", "shut", "dear", "cheap", "how", "ship", "gone", "bought",
          "bored", "fishy", "free", "hoarse", "rival", "trust", "gift", "again",
          "wish", "call")  # fmt: skip


def weights(world: World, room: int, state: State, report: TickReport) -> dict[str, float]:
    """How much of the chat each topic takes, unnormalised, all at least 0."""
    at = (0, room)
    watching = max(int(state.viewers[at].sum()), 1)
    slot = max(int(state.stage[at]), 0)
    good = (*at, slot)
    staged = int(state.stage[at]) >= 0
    desire = float(state.desire[0, room, :, slot].mean()) / ONE if staged else 0.0
    price = int(state.price[good]) / int(world.usual[room, slot])
    doubt = int(state.doubt[good]) / ONE if staged else 0.0
    gone = staged and int(state.shelf[good]) == 0
    shut = staged and not state.link[good]
    turned = int(report.sold.turned[at].sum())
    ordered = int(report.sold.orders[at].sum())
    pitch = world.pitches.ids[int(state.pitch[at])]
    perishable = world.goods[room][slot].spoil_permille / 1000
    low_mood = max(0.0, 0.5 - int(state.mood[at]) / ONE)
    trust = int(state.trust[at]) / ONE
    return {
        "hello": 3.0 * int(report.arrived[at]) / watching,
        "praise": max(0.0, int(state.mood[at]) / ONE - 0.5),
        "want": 0.9 * desire * (not gone),
        "shut": 2.2 * max(0.0, desire - 0.25) * (shut and not gone),
        "dear": 4.0 * max(0.0, price - 0.97) * staged,
        "cheap": 2.0 * max(0.0, 0.93 - price) * staged,
        "how": 0.7 * doubt,
        "ship": 0.5 * doubt * perishable,
        "gone": 60.0 * turned / watching + int(state.anger[at]) / ONE,
        "bought": 25.0 * ordered / watching,
        "bored": 1.3 * int(state.wear[good]) / ONE * staged + 0.8 * low_mood,
        "fishy": 5.0 * max(0.0, 0.58 - price) * staged + 1.5 * max(0.0, 0.5 - trust),
        "free": 0.9 if pitch == "giveaway" else 0.0,
        "hoarse": 1.5 * max(0.0, 0.3 - int(state.voice[at]) / ONE),
        "rival": 0.35 * max(0.0, 1.0 - int(state.heat[at]) / ONE),
        "trust": 0.8 * max(0.0, trust - 0.62),
        "gift": 0.2 * desire * world.goods[room][slot].gift / 3,
        "again": 0.5 if gone else 0.0,
        "wish": 0.9 if wished(world, room, state) else 0.0,
        "call": 0.9 if unheard(world, room, state) else 0.0,
    }


def wished(world: World, room: int, state: State) -> str:
    """The good that the crowd asks for although another is on stage, or ""."""
    now = fancied(world, state)
    slot = NONE if now is None else int(now[0, room])
    return world.goods[room][slot].id if slot >= 0 and slot != int(state.stage[0, room]) else ""


def unheard(world: World, room: int, state: State) -> str:
    """The pitch that the chat calls for although another runs, or ""."""
    now = called(world, state)
    pitch = NONE if now is None else int(now[0, room])
    return world.pitches.ids[pitch] if pitch >= 0 and pitch != int(state.pitch[0, room]) else ""


def topics(world: World, room: int, state: State, report: TickReport) -> list[Event]:
    """The tick's comments by topic, most first; a fair split rounded at random."""
    count = int(report.comments[0, room])
    if not count:
        return []
    share = weights(world, room, state, report)
    total = sum(share.values())
    if total <= 0.0:
        return []
    luck = uniform(words(state.seeds[:1], (("voices", len(TOPICS)),), report.tick))[0]
    slot = int(state.stage[0, room])
    product = world.goods[room][slot].id if slot >= 0 else ""
    split = [int(count * share[n] / total + u) for n, u in zip(TOPICS, luck, strict=True)]
    order = np.argsort(-np.array(split), kind="stable")[:6]
    about = {"wish": wished(world, room, state)}
    found = [(TOPICS[i], split[i]) for i in order if split[i]]
    named = {"call": f"call-{unheard(world, room, state)}"}
    return [
        Chat(named.get(topic, topic), about.get(topic, product), count) for topic, count in found
    ]
