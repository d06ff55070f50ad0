"""The whole state of a batch of nights: immutable, integers only.

Shapes: B nights, R rooms, K segments, P goods a room, A pitches. Levels are Q16 (65536 = 1),
money is in fen, people and packs are counts, moments are ticks.
"""

from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from attrs import fields, frozen
from numpy.typing import NDArray

from livegame.engine.tables import Ints

N = TypeVar("N", bound=np.generic)


@frozen(eq=False, slots=False)
class State:
    """One moment of B nights.

    Attributes:
        seeds: the seed of each night. tick: ticks gone by.
        played: rooms whose host is a player; the others follow their scripts.
        pool: people who may still come [B,K]; lobby: between rooms; home: gone for good.
        viewers: watching [B,R,K].
        minds: undecided and decided against, per good [B,2,R,K,P]; refused: mean price, in fen,
            at which the latter decided [B,R,P].
        desire [B,R,K,P]; doubt, wear (of hearing about it), anchor (lift of the price it is held
        against) [B,R,P].
        used: how worn each pitch is on each good [B,R,A,P].
        mood, trust, anger, voice, heat, chatter, advert: levels of the room [B,R].
        claims: recent packs ordered, times 256 [B,R,P].
        price, link (1 open), shelf (packs on link), held, lot (last release), stock (brought)
        [B,R,P]; opened: tick at which the link last opened.
        owed, owed_fen: ordered in the last tick, payment not yet known.
        pending: unpaid packs by the minute in which they come back [B,R,P,15].
        sold (packs paid), orders, sales (fen), protected (fen given back), urgent (packs sold in a
        launch), turned (packs asked for in vain), soldout (shortest sell-out, tenths of a second,
        -1 for none) [B,R,P].
        budget, spent (fen), visitors, peak, comments [B,R].
        pitch (0 is idle), stage (good on stage), left (ticks of the beat), cue (place in the
        script), replied (tick of the last reply), planned [B,R]; done: beats by pitch [B,R,A].
        luck_room [B,R], luck_taste [B,R,P]: the night's luck, as shifts of a logarithm.
        incident: tick at which each incident begins, -1 for never [B,N].
        base: price that the host asks of a team of one; team: packs that the present team has
            bought [B,R,P].
        fancy: slot that a room's crowd fancies in each stretch, -1 for none [B,R,S].
        call: pitch that a room's chat calls for in each stretch, -1 for none [B,R,S].
        rest_pull: pull of rooms outside this state, for one-room forecasts [B].
        queue: questions that wait for an answer, times 256 [B,R,1]; reached: the tick from which
            each milestone draws people, 0 for not yet [B,R,N]; stalls: ticks for which each still
            stands [B,R,L]. Without entries where the scenario has none of it.
    """

    seeds: tuple[int, ...]
    tick: int
    played: tuple[int, ...]
    pool: Ints
    lobby: Ints
    home: Ints
    viewers: Ints
    minds: Ints
    refused: Ints
    desire: Ints
    doubt: Ints
    wear: Ints
    anchor: Ints
    used: Ints
    mood: Ints
    trust: Ints
    anger: Ints
    voice: Ints
    heat: Ints
    chatter: Ints
    advert: Ints
    claims: Ints
    price: Ints
    link: Ints
    shelf: Ints
    held: Ints
    lot: Ints
    stock: Ints
    opened: Ints
    owed: Ints
    owed_fen: Ints
    pending: Ints
    sold: Ints
    orders: Ints
    sales: Ints
    protected: Ints
    urgent: Ints
    turned: Ints
    soldout: Ints
    budget: Ints
    spent: Ints
    visitors: Ints
    peak: Ints
    comments: Ints
    pitch: Ints
    stage: Ints
    left: Ints
    cue: Ints
    replied: Ints
    planned: Ints
    done: Ints
    luck_room: Ints
    luck_taste: Ints
    rest_pull: Ints
    incident: Ints
    base: Ints
    team: Ints
    fancy: Ints
    call: Ints
    queue: Ints
    reached: Ints
    stalls: Ints

    @property
    def batch(self) -> int:
        """How many nights this is."""
        return len(self.seeds)


ARRAYS: tuple[str, ...] = tuple(f.name for f in fields(State))[3:]


def evolve(state: State, **changes: Any) -> State:
    """A new state with some fields replaced; its arrays are read-only.

    Quicker than attrs.evolve, which checks names that our own code cannot get wrong unseen.
    """
    for value in changes.values():
        if type(value) is np.ndarray:
            # By place: a third of the time that the name `write` takes, which numpy's types want.
            value.setflags(False)  # type: ignore[misc]
    new = object.__new__(State)
    fields_of_new = new.__dict__
    fields_of_new.update(state.__dict__)
    fields_of_new.update(changes)
    return new


def summed(values: Ints, axis: int) -> Ints:
    """Sums of whole numbers over the last axis or the one before it.

    A product with ones adds up short rows in half the time of numpy's own sum, which begins anew
    at each of them; only whole numbers may be summed so, as the order of addition is numpy's.
    """
    one_each = _ones(values.shape[axis])
    total: Ints = values.dot(one_each) if axis == values.ndim - 1 else one_each.dot(values)
    return total


@lru_cache(maxsize=64)
def _ones(count: int) -> Ints:
    return np.ones(count, dtype=np.int64)


@lru_cache(maxsize=32)
def rows(count: int, width: int) -> Ints:
    """Where each of `count` rows of a flattened array begins."""
    return np.arange(count, dtype=np.int64) * width


def put(values: Ints, at: Ints, new: Ints) -> Ints:
    """A copy of an array with new values at some places of its flattened self."""
    changed = values.copy()
    changed.put(at, new)
    return changed


def put_rows(values: Ints, at: Ints, new: Ints) -> Ints:
    """A copy of an array [B,R,N] with new rows [M,N] for some of its B*R rooms."""
    changed = values.copy()
    changed.reshape(-1, values.shape[-1])[at] = new
    return changed


def rows_at(values: NDArray[N], at: Ints) -> NDArray[N]:
    """The rows [M,N] of an array [B,R,N] for some of its B*R rooms."""
    return values.reshape(-1, values.shape[-1]).take(at, axis=0)
