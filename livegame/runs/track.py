"""A run in memory: the engine's state, and the chained hash that proves how it came about."""

import hashlib

from attrs import evolve, frozen

from livegame.engine.actions import Action
from livegame.engine.hashing import field_marks, state_hash
from livegame.engine.reducer import TickReport, act, begin, tick
from livegame.engine.state import State
from livegame.engine.watch import view
from livegame.engine.world import World
from livegame.runs.lines import STEP_DIGITS, Check


def first_link(start: bytes) -> str:
    """The chain before the first tick; `start` is the header line as bytes."""
    return hashlib.sha256(start).hexdigest()


def chained(chain: str, digest: str) -> str:
    """The chain one tick later; `digest` is the hash of the state then."""
    return hashlib.sha256((chain + digest).encode()).hexdigest()


@frozen(eq=False)
class Track:
    """One moment of a run. Moving on gives a new one, so nothing counts until it is kept.

    Attributes:
        chain: hash over the header and the states of all ticks so far, 64 hex digits.
        steps: first digits of the hashes of the states since the last checkpoint.
        checked: the tick of that checkpoint.
        digest: hash of the state after the last tick; "" before the first.
    """

    world: World
    room: int
    state: State
    chain: str
    steps: str = ""
    checked: int = 0
    digest: str = ""

    @classmethod
    def begin(cls, world: World, room: int, seed: int, start: bytes) -> "Track":
        """The moment before the first tick; `start` is the header line as bytes."""
        return cls(world, room, begin(world, (seed,), (room,)), first_link(start))

    @property
    def tick(self) -> int:
        """Ticks gone by."""
        return self.state.tick

    @property
    def over(self) -> bool:
        """Whether the night has ended."""
        return self.state.tick >= self.world.ticks

    def acted(self, action: Action) -> "Track":
        """After an instant decision.

        Raises:
            IllegalAction: the rules do not allow it now.
        """
        return evolve(self, state=act(self.world, self.state, self.room, action))

    def ticked(self) -> tuple["Track", TickReport]:
        """After one tick, and what happened in it."""
        state, report = tick(self.world, self.state)
        digest = state_hash(state)
        chain = chained(self.chain, digest)
        steps = self.steps + digest[:STEP_DIGITS]
        return evolve(self, state=state, chain=chain, steps=steps, digest=digest), report

    def marked(self) -> "Track":
        """The same moment, with a checkpoint behind it."""
        return evolve(self, steps="", checked=self.tick)

    def checkpoint(self) -> Check:
        """The checkpoint line for this moment."""
        now = view(self.world, self.state, self.room, ())
        return Check(
            tick=self.tick,
            check=self.chain,
            steps=self.steps,
            marks=field_marks(self.state),
            sales=now.sales,
            watching=now.watching,
            rank=now.rank,
            orders=now.orders,
            visitors=now.visitors,
            trust=now.trust,
            sold=tuple((good.id, good.sold) for good in now.products),
        )
