"""A run file on the screen: it goes by as it went, and can be looked at from any moment."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from livegame.catalog import figures
from livegame.catalog.texts import t
from livegame.engine.actions import Action
from livegame.engine.events import Event
from livegame.runs.landmarks import Landmark, after, before
from livegame.runs.lines import Decision
from livegame.runs.theatre import Reel

if TYPE_CHECKING:
    from livegame.catalog.nights import Scenario
    from livegame.engine.result import Result
    from livegame.engine.view import RoomView, Standing
    from livegame.runs.breath import Breath
    from livegame.runs.estimate import Estimate
    from livegame.runs.freshlot import FreshLot
    from livegame.runs.payback import Payback
    from livegame.runs.playback import Playback

BEATS = ("beat",)
MOMENTS = ("launch", "soldout", "peak")


class Watched:
    """A playback in the place of a session: what its host did happens by itself.

    Attributes:
        reel: the run with its landmarks. path: none, for nothing is written.
    """

    def __init__(self, reel: Reel) -> None:
        self.reel = reel
        self.path: Path | None = None

    @property
    def playback(self) -> "Playback":
        """What goes by."""
        return self.reel.playback

    @property
    def scenario(self) -> "Scenario":
        """The night."""
        return self.reel.playback.scenario

    @property
    def role(self) -> str:
        """The host's id."""
        return self.reel.playback.role

    @property
    def mode(self) -> str:
        """Which board it belongs to."""
        return self.reel.playback.mode

    @property
    def seed(self) -> int:
        """The night's luck."""
        return self.reel.playback.seed

    @property
    def view(self) -> "RoomView":
        """The room now."""
        return self.reel.playback.view

    @property
    def standings(self) -> "tuple[Standing, ...]":
        """The night's leaderboard now."""
        return self.reel.playback.standings

    @property
    def finished(self) -> bool:
        """Whether the file goes no further."""
        return self.tick >= self.reel.playback.last

    @property
    def result(self) -> "Result":
        """The outcome, once finished."""
        return self.reel.playback.result

    @property
    def watching(self) -> Sequence[int]:
        """Viewers, one entry a tick."""
        return self.reel.playback.watching

    @property
    def sales(self) -> Sequence[int]:
        """Sales so far in fen, one entry a tick."""
        return self.reel.playback.sales

    @property
    def marks(self) -> Sequence[tuple[int, str, str]]:
        """(tick, beat or launch or soldout, product)."""
        return self.reel.playback.marks

    @property
    def quickest(self) -> dict[str, int]:
        """The shortest time of a lot worth the name, in tenths of a second, by good."""
        return self.reel.playback.quickest

    @property
    def estimate(self) -> "Estimate":
        """The score if the night had ended at this moment."""
        return self.reel.playback.estimate

    @property
    def breath(self) -> "Breath | None":
        """How many beats the host's voice allowed at this moment."""
        return self.reel.playback.breath

    @property
    def until(self) -> dict[str, int]:
        """Show seconds at which each thing that had come from outside was over, by id."""
        return self.reel.playback.until

    def payback(self, product: str, fen: int) -> "Payback":
        """What another price of a good would have paid back."""
        return self.reel.playback.payback(product, fen)

    def fresh_lot(self, product: str, packs: int) -> "FreshLot":
        """Who would have looked again at a fresh lot of a good."""
        return self.reel.playback.fresh_lot(product, packs)

    def price_range(self, product: str) -> tuple[int, int]:
        """Lowest and highest price that could be asked for a good, fen."""
        return self.reel.playback.price_range(product)

    @property
    def tick(self) -> int:
        """The moment it shows."""
        return self.reel.playback.track.tick

    @property
    def time(self) -> str:
        """That moment by the night's clock."""
        return figures.clock(self.scenario.starts, self.tick * self.scenario.tick_seconds)

    @property
    def taken(self) -> list[Decision]:
        """What the host has decided so far."""
        return [entry for entry in self.reel.playback.taken if isinstance(entry, Decision)]

    def why_not(self, action: Action) -> str:
        """Nobody's hands are on a run that has been played."""
        return t("theatre.hands_off")

    def decide(self, action: Action) -> tuple[Event, ...]:
        """Nothing."""
        return ()

    def advance(self) -> tuple[Event, ...]:
        """What the host did at this moment, then one tick.

        Raises:
            RunError: the file differs from its replay.
        """
        events = self._due()
        if not self.finished:
            events += self.reel.playback.advance()
        return events + self._due() if self.finished else events

    def _due(self) -> tuple[Event, ...]:
        return tuple(event for _, events in self.reel.playback.due() for event in events)

    def jump(self, tick: int) -> None:
        """Go to a moment; what the host decided at it is still to come.

        Raises:
            RunError: the file differs from its replay.
        """
        self.reel.playback.jump(tick)

    def close(self) -> None:
        """Nothing is open."""


def neighbour(marks: Sequence[Landmark], kinds: Sequence[str], tick: int, way: int) -> int | None:
    """The tick of the next (or last) landmark of these kinds; None if there is none."""
    fitting = [mark for mark in marks if mark.kind in kinds]
    found = after(fitting, tick) if way > 0 else before(fitting, tick)
    return found.tick if found else None
