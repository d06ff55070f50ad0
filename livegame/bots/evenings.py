"""Many nights of one room at once, each with a host of its own.

All nights advance together as one batch; a night leaves the batch only for the moment in which its
host decides, as a batch of one, because that is what a host's actions are defined on. What the
actions changed is written back for all nights of a tick at once.
"""

from collections.abc import Callable, Sequence

import numpy as np
from attrs import define, field

from livegame.bots.alarms import alarmed
from livegame.bots.host import Host
from livegame.bots.minute import Minute, night_report
from livegame.bots.seat import FORBIDDEN, Seat, Verb, verbs_of
from livegame.engine.actions import Action, Beat
from livegame.engine.acts import IllegalAction, act
from livegame.engine.begin import begin
from livegame.engine.events import Event
from livegame.engine.lanes import take_night
from livegame.engine.reducer import TickReport, tick
from livegame.engine.state import ARRAYS, State, evolve
from livegame.engine.watch import events_of
from livegame.engine.world import World

Look = Callable[[State], None]


@define
class Turn:
    """One decision of a host: when, the state of that night before it, and what was done."""

    night: int
    tick: int
    before: State
    actions: tuple[Action, ...]


@define(eq=False)
class Evenings:
    """Nights of one room under way.

    Attributes:
        world, room: where. hosts: one a night. state: all nights now [B].
        without: verbs that the hosts may not use.
        turned: called with every decision.
        minute: what the screens say of the last minute; nothing at first, unless it is given.
    """

    world: World
    room: int
    hosts: Sequence[Host]
    state: State
    without: frozenset[Verb] = frozenset()
    turned: Callable[[Turn], None] | None = None
    minute: Minute = field(kw_only=True)
    _heard: list[list[Event]] = field(init=False)

    @minute.default
    def _nothing_yet(self) -> Minute:
        return Minute(self.world, self.state.batch)

    def __attrs_post_init__(self) -> None:
        self._heard = [[] for _ in range(self.state.batch)]

    @classmethod
    def begin(
        cls,
        world: World,
        room: int,
        hosts: Sequence[Host],
        seeds: Sequence[int],
        without: frozenset[Verb] = frozenset(),
    ) -> "Evenings":
        """The first moment of nights under these seeds."""
        return cls(world, room, hosts, begin(world, seeds, [room]), without)

    @classmethod
    def take_over(cls, world: World, room: int, hosts: Sequence[Host], state: State) -> "Evenings":
        """Nights that ran without a player so far, from here on with one."""
        return cls(world, room, hosts, evolve(state, played=(room,)))

    def advance(self) -> None:
        """Let every host who is free decide, then one tick of all nights."""
        self._decide(np.flatnonzero(self.state.left[:, self.room] == 0).tolist())
        before = self.state
        self.state, report = tick(self.world, before)
        self.minute.add(report)
        for night, host in enumerate(self.hosts):
            if host.listens:
                self._listen(night, before, report)
        self._alarm(report)

    def play(self, until: int | None = None, look: Look | None = None) -> State:
        """Go on to a tick, the end by default; `look` is shown the state after each tick."""
        end = self.world.ticks if until is None else until
        while self.state.tick < end:
            self.advance()
            if look:
                look(self.state)
        return self.state

    def _listen(self, night: int, before: State, report: TickReport) -> None:
        then, now = (take_night(state, night) for state in (before, self.state))
        heard = events_of(self.world, self.room, then, now, night_report(report, night))
        self._heard[night] += heard

    def _alarm(self, report: TickReport) -> None:
        """Ask those who want to be asked in mid-beat."""
        dry = np.logical_or.reduce(report.sold.emptied[:, self.room], axis=1)
        self._decide(alarmed(self.world, self.state, self.room, self.hosts, dry))

    def _decide(self, nights: list[int]) -> None:
        found: list[tuple[int, State, State]] = []
        for night in nights:
            one = take_night(self.state, night)
            seat = Seat(
                self.world,
                one,
                self.room,
                recent=self.minute.of(night),
                heard=self._heard[night],
                without=self.without,
            )
            actions = self.hosts[night].decide(seat)
            self._heard[night] = []
            if not actions:
                continue
            if self.turned:
                self.turned(Turn(night, self.state.tick, one, actions))
            found.append((night, one, self._acted(one, actions)))
        self.state = put_nights(self.state, found)

    def _acted(self, state: State, actions: tuple[Action, ...]) -> State:
        for action in actions:
            if verbs_of(action) & self.without:
                raise IllegalAction(FORBIDDEN)
            state = act(self.world, state, self.room, action)
        return state


def put_nights(state: State, changed: Sequence[tuple[int, State, State]]) -> State:
    """A batch with some nights replaced: (night, as it was taken, as it is now) each."""
    if not changed:
        return state
    changes = {}
    for name in ARRAYS:
        new = [(n, after) for n, was, now in changed
               if (after := getattr(now, name)) is not getattr(was, name)]  # fmt: skip
        if new:
            whole = getattr(state, name).copy()
            for night, value in new:
                whole[night] = value[0]
            changes[name] = whole
    return evolve(state, **changes) if changes else state


def beats_of(turns: Sequence[Turn]) -> list[Beat]:
    """The beats among decisions, in order."""
    return [action for turn in turns for action in turn.actions if isinstance(action, Beat)]
