"""A host's seat: what a screen shows a person at a moment of decision, and nothing more.

Every bot decides from here. The state itself stays behind the seat: it holds the night's luck,
which nobody on air can know. Whoever wants to look ahead asks for a rehearsal, which plays the
room on under other luck.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

import numpy as np
from attrs import frozen

from livegame.engine.actions import Action, Beat, Cut, Link, Plan, Release, Reply, SetPrice
from livegame.engine.acts import act, why_not
from livegame.engine.events import Event
from livegame.engine.legal import refused
from livegame.engine.limits import barred
from livegame.engine.reducer import TickReport
from livegame.engine.rivals import scripted
from livegame.engine.solo import Outside, outside, solo_state, solo_world
from livegame.engine.state import State
from livegame.engine.tables import Ints
from livegame.engine.view import RoomView, Standing
from livegame.engine.watch import standings, view
from livegame.engine.world import World

FORBIDDEN = "ladder.forbidden"
Verb = str  # a pitch's id, or one of INSTANT_VERBS
INSTANT_VERBS: tuple[Verb, ...] = ("price", "release", "link", "reply", "cut", "stock", "advert")
_NAMES: dict[type, Verb] = {
    SetPrice: "price",
    Release: "release",
    Link: "link",
    Reply: "reply",
    Cut: "cut",
}


def verbs_of(action: Action) -> frozenset[Verb]:
    """The verbs of an action: a beat's pitch, what is done at once, or the parts of a plan."""
    if isinstance(action, Beat):
        return frozenset((action.pitch,))
    if isinstance(action, Plan):
        parts = {"price": action.prices, "stock": action.stock, "advert": action.advert}
        return frozenset(verb for verb, used in parts.items() if used)
    return frozenset((_NAMES[type(action)],))


@frozen(eq=False)
class Rehearsal:
    """Copies of the room under other seeds and other luck, for looking ahead.

    Attributes:
        world: the room alone, as room 0. state: the copies [B]. others: what the rivals do to
            the crowd, held steady. left: ticks of the night still to come.
    """

    world: World
    state: State
    others: Outside
    left: int


class Seat:
    """One room at one moment, for whoever hosts it.

    Attributes:
        world: the night's rules and goods, all of which the Record shows to players too.
        room: whose seat this is.
        heard: events of this room since the host last decided, the chat's topics among them;
            only for hosts that listen.
        without: verbs that this host may not use tonight.
    """

    def __init__(
        self,
        world: World,
        state: State,
        room: int,
        *,
        recent: Sequence[TickReport] = (),
        heard: Sequence[Event] = (),
        without: frozenset[Verb] = frozenset(),
        shown: RoomView | None = None,
    ) -> None:
        """`state` is one night; `recent` are its reports of the last minute, and `shown` is what
        its screen shows, where one has been drawn already."""
        self.world, self.room, self.heard, self.without = world, room, tuple(heard), without
        self._state, self._recent, self._shown = state, recent, shown

    @cached_property
    def view(self) -> RoomView:
        """The room's figures as the studio shows them."""
        return self._shown or view(self.world, self._state, self.room, self._recent)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """The night's live leaderboard, best first."""
        return standings(self.world, self._state)

    @cached_property
    def beats(self) -> tuple[Beat, ...]:
        """Every beat that may begin now, in the order of the pitches, then of the goods."""
        state = self._state
        if state.tick >= self.world.ticks or not self.idle:
            return ()
        every, pitch, slot = _table(self.world, self.room)
        at = np.maximum(slot, 0)
        shelf, held = state.shelf[0, self.room, at], state.held[0, self.room, at]
        here = np.full(len(every), self.room, dtype=np.int64)
        denied = refused(self.world, state, here, pitch, slot, shelf, held).tolist()
        return tuple(
            beat
            for beat, no in zip(every, denied, strict=True)
            if not no and beat.pitch not in self.without
        )

    @property
    def tick(self) -> int:
        """Ticks gone by."""
        return self._state.tick

    @property
    def idle(self) -> bool:
        """Whether the host has nothing to do and may begin a beat."""
        return int(self._state.left[0, self.room]) == 0

    @property
    def seconds_left(self) -> int:
        """Show seconds until the night is over."""
        return (self.world.ticks - self._state.tick) * self.world.tick_seconds

    def why_not(self, action: Action) -> str:
        """A text key that says why an action is not allowed now, or "" if it is."""
        if verbs_of(action) & self.without:
            return FORBIDDEN
        return why_not(self.world, self._state, self.room, action)

    def after(self, *actions: Action) -> "Seat":
        """The seat after actions that take effect at once: what the screen would show then.

        Raises:
            IllegalAction: one of them is not allowed when its turn comes.
        """
        state = self._state
        for action in actions:
            state = act(self.world, state, self.room, action)
        return Seat(
            self.world,
            state,
            self.room,
            recent=self._recent,
            heard=self.heard,
            without=self.without,
        )

    def limited(self, verbs: Iterable[Verb]) -> "Seat":
        """The same seat for a host who may not use these verbs either."""
        return Seat(
            self.world,
            self._state,
            self.room,
            recent=self._recent,
            heard=self.heard,
            without=self.without.union(verbs),
        )

    def script(self) -> tuple[Action, ...]:
        """What history's running order has this host do now; empty while busy."""
        return tuple(
            action
            for action in scripted(self.world, self._state, self.room)
            if not verbs_of(action) & self.without
        )

    def rehearsal(self, seeds: tuple[int, ...]) -> Rehearsal:
        """Copies of this room, one a seed, none under the night's own luck."""
        world, state, room = self.world, self._state, self.room
        return Rehearsal(
            world=solo_world(world, room),
            state=solo_state(world, state, room, seeds),
            others=outside(world, state, room),
            left=world.ticks - state.tick,
        )


@lru_cache(maxsize=64)
def every_beat(world: World, room: int) -> tuple[Beat, ...]:
    """Every beat there is for a room, allowed now or not."""
    found: list[Beat] = []
    for pitch, about in zip(world.pitches.ids[1:], world.pitches.on_product[1:], strict=True):
        found += [Beat(pitch, good.id) for good in world.goods[room]] if about else [Beat(pitch)]
    return tuple(found)


@lru_cache(maxsize=64)
def _table(world: World, room: int) -> tuple[tuple[Beat, ...], Ints, Ints]:
    """The beats that a night does not bar from a room, with the pitch and slot of each."""
    beats = tuple(beat for beat in every_beat(world, room) if not barred(world, room, beat))
    pitches = [world.pitches.ids.index(beat.pitch) for beat in beats]
    slots = [world.slot_of(room, beat.product) for beat in beats]
    return beats, np.array(pitches, dtype=np.int64), np.array(slots, dtype=np.int64)
