"""A run's decisions as a running order that can be replayed with one of them changed.

A file says at which tick each decision fell. If one beat is replaced, all that follow must move up
or down with it, or every change of length would leave silences and push beats aside. So a running
order says when a decision is due relative to what came before it: while the beat before it runs, or
so many ticks after the host was free again. Played unchanged, it is the same run, tick by tick.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from livegame.engine.actions import Action, Beat, Cut, Plan
from livegame.engine.acts import act, why_not
from livegame.engine.begin import begin
from livegame.engine.chance import CHUNK
from livegame.engine.reducer import tick
from livegame.engine.state import State
from livegame.engine.world import World
from livegame.runs.lines import Decision


class Differs(Exception):
    """A decision that the rules do not allow at its tick: the file is not of this night."""

    def __init__(self, tick: int, key: str) -> None:
        super().__init__(tick, key)
        self.tick, self.key = tick, key


@frozen
class Step:
    """One decision of a running order.

    Attributes:
        busy: it fell while a beat was running; else the host was free.
        gap: ticks after the decision before it or, for a free host, after the later of that and
            the end of the beat.
    """

    action: Action
    busy: bool
    gap: int


Order = tuple[Step, ...]


@frozen(eq=False)
class Moment:
    """A choice of the run: a beat that began.

    Attributes:
        number: its place among the beats, from 0. step: its place in the running order.
        opens: the place of the first decision that the free host took on the way to it, such as
            releasing a lot just before a countdown.
        tick, beat: when and what. before: the night just before it began.
        first: the night before the decision at `opens`.
    """

    number: int
    step: int
    opens: int
    tick: int
    beat: Beat
    before: State
    first: State


@frozen(eq=False)
class Past:
    """A finished run as it went.

    Attributes:
        order: its decisions after the plan. moments: its choices. states: the night at the start
            of each tick [ticks + 1], before what the host decided then; the first one as planned.
        marks: where the order stood at every tick at which lanes may join.
        silent: the host was silent when the night ended, and had nothing more to do.
    """

    world: World
    room: int
    seed: int
    order: Order
    moments: tuple[Moment, ...]
    states: tuple[State, ...]
    marks: dict[int, "Mark"] = field(repr=False)
    silent: bool

    @property
    def end(self) -> State:
        """The night when it was over."""
        return self.states[-1]


@frozen
class Mark:
    """Where a running order stands at a tick.

    Attributes:
        step: the next decision. since: tick of the last one. free: tick at which the beat that
            runs ends, or ended.
    """

    step: int
    since: int
    free: int


def recount(world: World, room: int, seed: int, decisions: Sequence[Decision]) -> Past:
    """Play a run again from its decisions, and remember it.

    Raises:
        Differs: a decision was not allowed, or comes after the night.
    """
    now = begin(world, [seed], [room])
    steps: list[Step] = []
    moments: list[Moment] = []
    states: list[State] = [now]
    marks: dict[int, Mark] = {0: Mark(0, 0, 0)}
    since = free = 0
    opens, first = 0, now
    waiting = iter(decisions)
    due = next(waiting, None)
    while now.tick < world.ticks:
        while due and due.tick <= now.tick:
            key = why_not(world, now, room, due.action)
            if key or due.tick < now.tick:
                raise Differs(due.tick, key)
            busy = bool(now.left[0, room])
            gap = now.tick - (since if busy else max(since, free))
            if not steps or steps[-1].busy or isinstance(steps[-1].action, Beat):
                opens, first = len(steps), now
            before, now = now, act(world, now, room, due.action)
            if isinstance(due.action, Beat):
                here = len(steps)
                moments.append(
                    Moment(len(moments), here, opens, now.tick, due.action, before, first)
                )
                free = now.tick + int(now.left[0, room])
            elif isinstance(due.action, Cut):
                free = now.tick
            since = now.tick
            steps.append(Step(due.action, busy, gap))
            if isinstance(due.action, Plan):  # the night begins as planned
                steps, states = [], [now]
            due = next(waiting, None)
        now, _ = tick(world, now)
        states.append(now)
        if now.tick % CHUNK == 0:
            marks[now.tick] = Mark(len(steps), since, free)
    if due:
        raise Differs(due.tick, "engine.refuse.over")
    silent = free < world.ticks
    return Past(world, room, seed, tuple(steps), tuple(moments), tuple(states), marks, silent)


@frozen
class Change:
    """Another choice at a moment.

    Attributes:
        kind: "instead" of the run's beat, "first" (the run's beat follows it), or "without" (the
            run's next beat comes at once).
        beat: what is done; None for "without".
    """

    kind: str
    beat: Beat | None = None


def changed(past: Past, moment: Moment, change: Change) -> Order:
    """The running order with one choice changed."""
    order, at = past.order, moment.step
    if change.kind == "first":
        assert change.beat is not None
        lead = order[moment.opens]
        added = Step(change.beat, False, lead.gap)
        rest = (evolve(lead, gap=0), *order[moment.opens + 1 :])
        return (*order[: moment.opens], added, *rest)
    after = order[at + 1 :]
    own = list(_within(after))
    kept = tuple(step for step in own if not isinstance(step.action, Cut))
    rest = after[len(own) :]
    if change.beat is None:
        return (*order[:at], *kept, *rest)
    return (*order[:at], evolve(order[at], action=change.beat), *kept, *rest)


def _within(steps: Order) -> Iterator[Step]:
    """What was decided while the beat just before these ran."""
    for step in steps:
        if not step.busy:
            return
        yield step
        if isinstance(step.action, Cut):
            return
