"""The hands of many hosts at once: one decision a lane, each held to the same rules as one alone.

The engine's own `act` takes one night, which is right for a player and too slow for hundreds of
lanes. Here beats and prices of all lanes go through the engine's own batch functions; the small
instant decisions are written lane by lane. A test holds both to the same states and refusals.
The place in the script (`cue`) stays as it was: nobody reads it in a room that is played.
"""

from collections.abc import Sequence

import numpy as np

from livegame.engine.actions import Action, Beat, Cut, Link, Release, Reply, SetPrice
from livegame.engine.acts import price_range
from livegame.engine.beats import start_at
from livegame.engine.legal import refused
from livegame.engine.limits import limits_of
from livegame.engine.lots import look_again
from livegame.engine.prices import reprice
from livegame.engine.state import State, evolve
from livegame.engine.tables import ONE, Bools, Ints
from livegame.engine.teams import price_of
from livegame.engine.world import World

Act = tuple[int, Action]


class Hands:
    """Applies decisions to lanes of a batch, all in the same room."""

    def __init__(self, world: World, room: int) -> None:
        """`world` may be one room alone; `room` is its number in that world."""
        self.world, self.room = world, room
        self._slots = {good.id: slot for slot, good in enumerate(world.goods[room])}
        self._pitch = {name: n for n, name in enumerate(world.pitches.ids)}
        barred = limits_of(world).without
        self._barred = np.array([name in barred for name in world.pitches.ids])

    def take(self, state: State, acts: Sequence[Act]) -> tuple[State, list[bool]]:
        """The state after one decision in each of some lanes, and which of them were allowed.

        Args:
            state: the batch.
            acts: (lane, decision); a lane at most once.
        """
        fine = [False] * len(acts)
        by_kind: dict[type, list[int]] = {}
        for at, (_, action) in enumerate(acts):
            by_kind.setdefault(type(action), []).append(at)
        writes = _Writes(state)
        for kind, few in by_kind.items():
            if kind not in (Beat, SetPrice):
                for at in few:
                    lane, action = acts[at]
                    fine[at] = self._at_once(state, writes, lane, action)
        state = writes.done()
        if few := [at for at in by_kind.get(Release, []) if fine[at]]:
            state = look_again(self.world, state, self._released(state, acts, few))
        if few := by_kind.get(SetPrice, []):
            state = self._prices(state, acts, few, fine)
        if few := by_kind.get(Beat, []):
            state = self._beats(state, acts, few, fine)
        return state, fine

    def allowed(self, state: State, lanes: Ints, pitches: Ints, slots: Ints) -> Bools:
        """Which of M beats may begin now: lanes, pitches and slots (-1 for none) are [M]."""
        table, room = self.world.pitches, self.room
        here = lanes * len(self.world.roles) + room
        shelf, held = state.shelf[lanes, room, slots], state.held[lanes, room, slots]
        denied = refused(self.world, state, here, pitches, slots, shelf, held)
        denied |= (pitches <= 0) | (state.left[lanes, room] > 0) | self._barred[pitches]
        return ~(denied | ((table.on_product[pitches] == 0) & (slots >= 0)))

    def place(self, beat: Beat) -> tuple[int, int]:
        """The numbers of a beat's pitch (0: unknown) and slot (-1: none, -2: unknown)."""
        slot = self._slots.get(beat.product, -2) if beat.product else -1
        return self._pitch.get(beat.pitch, 0), slot

    def _beats(self, state: State, acts: Sequence[Act], few: list[int], fine: list[bool]) -> State:
        places = np.array([self._place_of(acts[at][1]) for at in few], dtype=np.int64)
        lanes = np.array([acts[at][0] for at in few], dtype=np.int64)
        pitches, slots = places[:, 0], places[:, 1]
        good = self.allowed(state, lanes, pitches, slots) & (slots >= -1)
        for at, ok in zip(few, good.tolist(), strict=True):
            fine[at] = ok
        if not good.any():
            return state
        here = lanes[good] * len(self.world.roles) + self.room
        cue = state.cue.reshape(-1)[here]
        return start_at(self.world, state, here, pitches[good], slots[good], cue)

    def _place_of(self, action: Action) -> tuple[int, int]:
        assert isinstance(action, Beat)
        return self.place(action)

    def _released(self, state: State, acts: Sequence[Act], few: list[int]) -> Ints:
        packs = np.zeros_like(state.shelf)
        for lane, action in (acts[at] for at in few):
            assert isinstance(action, Release)
            packs[lane, self.room, self._slots[action.product]] = action.packs
        return packs

    def _prices(self, state: State, acts: Sequence[Act], few: list[int], fine: list[bool]) -> State:
        base, changed = state.base.copy(), np.zeros(state.price.shape, dtype=np.bool_)
        for at in few:
            lane, action = acts[at]
            assert isinstance(action, SetPrice)
            slot = self._slots.get(action.product, -1)
            if slot < 0:
                continue
            place = (lane, self.room, slot)
            low, high = price_range(self.world, self.room, slot)
            if low <= action.fen <= high and action.fen != state.price[place]:
                base[place], changed[place], fine[at] = action.fen, True, True
        if not changed.any():
            return state
        asked = np.where(self.world.teams.has, price_of(self.world, base, state.team), base)
        price = np.where(changed, asked, state.price)
        return evolve(reprice(self.world, state, price), base=base)

    def _at_once(self, state: State, writes: "_Writes", lane: int, action: Action) -> bool:
        room = self.room
        match action:
            case Cut():
                if state.left[lane, room] <= 0:
                    return False
                writes.put("left", (lane, room), 0)
                writes.put("pitch", (lane, room), 0)
                return True
            case Reply():
                return self._reply(state, writes, lane)
            case Link(product=name, open=wanted):
                slot = self._slots.get(name, -1)
                if slot < 0 or int(wanted) == state.link[lane, room, slot]:
                    return False
                if wanted:
                    writes.put("opened", (lane, room, slot), state.tick)
                writes.put("link", (lane, room, slot), int(wanted))
                return True
            case Release(product=name, packs=packs):
                slot = self._slots.get(name, -1)
                at = (lane, room, slot)
                if slot < 0 or not 0 < packs <= state.held[at]:
                    return False
                shelf = int(state.shelf[at]) + packs
                if state.link[at]:
                    writes.put("opened", at, state.tick)
                writes.put("shelf", at, shelf)
                writes.put("lot", at, shelf)
                writes.put("held", at, int(state.held[at]) - packs)
                return True
        return False  # a plan: none is altered here, and none comes late

    def _reply(self, state: State, writes: "_Writes", lane: int) -> bool:
        rates, room = self.world.rates, self.room
        slot = int(state.stage[lane, room])
        if slot < 0:
            return False
        doubt, trust = int(state.doubt[lane, room, slot]), int(state.trust[lane, room])
        doubtful = int(state.viewers[lane, room].sum()) * doubt >> 16
        voice = int(state.voice[lane, room])
        since = (state.tick - int(state.replied[lane, room])) * self.world.tick_seconds
        soon = since < rates.reply_gap
        if int(doubtful * rates.asking) < 1 or soon or voice < rates.reply_voice:
            return False
        writes.put("doubt", (lane, room, slot), doubt - (doubt * rates.reply_doubt >> 16))
        writes.put("trust", (lane, room), trust + ((ONE - trust) * rates.reply_trust >> 16))
        writes.put("voice", (lane, room), voice - rates.reply_voice)
        writes.put("replied", (lane, room), state.tick)
        return True


class _Writes:
    """Single values to be written into a state's arrays, each of which is copied once."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._new: dict[str, Ints] = {}

    def put(self, name: str, at: tuple[int, ...], value: int) -> None:
        if name not in self._new:
            self._new[name] = getattr(self._state, name).copy()
        self._new[name][at] = value

    def done(self) -> State:
        return evolve(self._state, **self._new) if self._new else self._state
