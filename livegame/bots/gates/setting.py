"""Where gates are measured: the scenario, the seeds, and the nights that several gates share."""

from collections.abc import Sequence
from concurrent.futures import Executor
from functools import cached_property

from attrs import define

from livegame.bots.entries import Entry
from livegame.bots.games import Played, play_all
from livegame.bots.nights import Progress, shipped_world
from livegame.engine.world import World

FIELD = ("random", "greedy", "history", "planner", "expert")


@define(eq=False, slots=False)
class Setting:
    """One scenario, one room and the seeds that everything is measured on.

    Attributes:
        seeds: unseen by calibration, backtest and tuning.
        bots: which of the field play; gates that need another are left unmeasured.
    """

    scenario: str
    role: str
    seeds: Sequence[int]
    executor: Executor | None = None
    progress: Progress | None = None
    bots: Sequence[str] = FIELD

    @property
    def world(self) -> World:
        """The scenario's world."""
        return shipped_world(self.scenario)

    @cached_property
    def field(self) -> dict[str, Played]:
        """The nights of every bot of the field, under the same seeds."""
        entries = [Entry(bot) for bot in self.bots]
        return dict(zip(self.bots, self.play(entries), strict=True))

    def play(self, entries: Sequence[Entry], seeds: Sequence[int] | None = None) -> list[Played]:
        """The nights of other competitors in this room, under the setting's seeds or others."""
        nights = self.seeds if seeds is None else seeds
        contests = [(self.scenario, self.role, entry, nights) for entry in entries]
        return play_all(contests, executor=self.executor, progress=self.progress)

    def share_of_expert(self, played: Played) -> float:
        """The mean of other nights against the expert's under the same seeds."""
        return float(played.points.mean() / max(float(self.field["expert"].points.mean()), 1.0))
