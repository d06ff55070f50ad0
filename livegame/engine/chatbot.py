"""Questions in the chat, the chatbot that answers so many of them, and the queue of the others.

Viewers with open doubts ask. What the chatbot and the host answer in a tick leaves the queue; who
is in it does not buy yet. A part of the queue gives up every tick, and that costs trust.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import evolve as with_fields
from attrs import frozen

from livegame.catalog.nights import Scenario
from livegame.engine.constants import NIL, Q16, SINGLE, UNIT
from livegame.engine.scene import Scene
from livegame.engine.state import State, summed
from livegame.engine.tables import ONE, Ints
from livegame.engine.world import World

PARTS = 256  # questions are kept in parts of so many
MINUTE = 60


@frozen(eq=False)
class Chatbot:
    """The chatbot of a scenario; R rooms, A pitches, N incidents. Questions times 256 a tick.

    Attributes:
        asks: of a thousand viewers who doubt everything. answers [R]: by the chatbot alone.
        held [A]: while a pitch is held. bought [A]: from then on, each time it was held.
        patience: share of the queue that gives up in a tick, Q16. trust: level that is lost in a
            tick in which nobody is answered and all give up, Q16.
        eased: what each incident leaves of the chatbot's answers [N], Q16.
        goods [R]: how many a room has, at least one.
    """

    asks: int
    answers: Ints
    held: Ints
    bought: Ints
    patience: int
    trust: int
    eased: Ints
    goods: Ints

    def of_room(self, room: int) -> "Chatbot":
        """The same for one room."""
        only = slice(room, room + 1)
        return with_fields(self, answers=self.answers[only], goods=self.goods[only])


def compile_chatbot(scene: Scenario, goods: Sequence[Sequence[object]]) -> Chatbot | None:
    """The chatbot of a scenario; None where there is none."""
    row, tick = scene.chatbot, scene.tick_seconds
    if row is None:
        return None

    def paced(minute: int) -> int:
        return minute * PARTS * tick // MINUTE

    def by_pitch(table: Mapping[str, int]) -> Ints:
        return np.array([0, *(paced(table.get(name, 0)) for name in scene.pitches)], dtype=np.int64)

    return Chatbot(
        asks=row.asks * PARTS * tick // MINUTE,
        answers=np.array([paced(row.rooms.get(role, row.answers)) for role in scene.roles]),
        held=by_pitch(row.held),
        bought=by_pitch(row.bought),
        patience=min(ONE * tick // (row.patience * MINUTE), ONE),
        trust=row.trust * ONE * tick // (1000 * MINUTE),
        eased=np.array([one.answers * ONE // 1000 for one in scene.incident], dtype=np.int64),
        goods=np.array([max(len(rows), 1) for rows in goods], dtype=np.int64),
    )


def asked(world: World, state: State) -> Ints:
    """Questions that come in this tick [B,R], times 256: the more watch and the more they doubt."""
    bot = world.chatbot
    if bot is None:
        return np.zeros(state.trust.shape, dtype=np.int64)
    doubt = summed(state.doubt * world.has, 2) // bot.goods
    found: Ints = summed(state.viewers, 2) * doubt // 1000 * bot.asks >> Q16
    return found


def answered(world: World, state: State, scene: Scene) -> Ints:
    """Questions that can be answered in this tick [B,R], times 256, by the chatbot, what was bought
    besides and the host."""
    bot = world.chatbot
    if bot is None:
        return np.zeros(state.trust.shape, dtype=np.int64)
    machine = bot.answers + (state.done * bot.bought).sum(axis=2)
    if scene.on is not None and len(bot.eased):
        for n in range(len(bot.eased)):
            left = np.where(scene.on[:, n, None] & world.incidents.rooms[n], bot.eased[n], UNIT)
            machine = machine * left >> Q16
    total: Ints = machine + bot.held[scene.pitch]
    return total


def waiting(world: World, state: State, scene: Scene) -> Ints:
    """Share of those who would buy that waits for an answer first [B,R], Q16.

    Nearly every buyer asks once (the record has nine questions to ten parcels), so the longer the
    queue is against what a minute answers, the more of them wait: half with a minute's work in it.
    """
    if world.chatbot is None:
        return np.zeros(state.trust.shape, dtype=np.int64)
    queue = state.queue[..., 0]
    minute = answered(world, state, scene) * MINUTE // world.tick_seconds
    return queue * ONE // np.maximum(queue + minute, SINGLE)


def without_waiting(world: World, state: State, scene: Scene, bought: Ints) -> Ints:
    """The tick's orders [B,R,K,P] without those of viewers who wait for an answer first; they stay
    undecided."""
    if world.chatbot is None:
        return bought
    share = waiting(world, state, scene)
    if not np.count_nonzero(share):
        return bought
    return bought - (bought * share[:, :, None, None] >> Q16)


def queued(world: World, before: State, after: State, scene: Scene) -> dict[str, Ints]:
    """The queue after a tick, and the trust that those who gave up have cost."""
    bot = world.chatbot
    if bot is None:
        return {}
    gone = answered(world, before, scene)
    queue = before.queue[..., 0] + asked(world, before)
    queue = np.maximum(queue - gone, NIL)
    lost = queue * bot.patience >> Q16
    # Against what is answered: one question in two that is given up costs half of `trust`.
    spurned = lost * ONE // np.maximum(lost + gone, SINGLE)
    trust = np.maximum(after.trust - (spurned * bot.trust >> Q16), NIL)
    return {"queue": (queue - lost)[..., None], "trust": trust}


def load(world: World, state: State, scene: Scene, room: int) -> tuple[int, int, int]:
    """Of a room of the first night: questions that wait, that come in a minute, and that can be
    answered in a minute; zeros without a chatbot."""
    if world.chatbot is None:
        return 0, 0, 0
    come, gone = asked(world, state)[0, room], answered(world, state, scene)[0, room]
    waits = int(state.queue[0, room, 0]) // PARTS
    paced = [int(one) * MINUTE // (world.tick_seconds * PARTS) for one in (come, gone)]
    return waits, paced[0], paced[1]
