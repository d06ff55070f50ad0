"""What the studio needs from the rest of the game, as protocols; tests put fakes in their place."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from datetime import date

    from livegame.catalog.nights import Scenario
    from livegame.engine.actions import Action, Beat
    from livegame.engine.events import Event
    from livegame.engine.result import Result
    from livegame.engine.view import RoomView, Standing
    from livegame.runs.attempts import Attempt
    from livegame.runs.breath import Breath
    from livegame.runs.estimate import Estimate
    from livegame.runs.freshlot import FreshLot
    from livegame.runs.ladder import Rung
    from livegame.runs.payback import Payback


class Playable(Protocol):
    """A run being played; `livegame.runs.session.Session` is one."""

    @property
    def path(self) -> Path | None:
        """The run file."""

    @property
    def scenario(self) -> "Scenario":
        """The night."""

    @property
    def role(self) -> str:
        """The host's id."""

    @property
    def seed(self) -> int:
        """The night's luck."""

    @property
    def mode(self) -> str:
        """Which board."""

    @property
    def view(self) -> "RoomView":
        """The room now."""

    @property
    def standings(self) -> "tuple[Standing, ...]":
        """The night's leaderboard now."""

    @property
    def finished(self) -> bool:
        """Whether the broadcast is over."""

    @property
    def result(self) -> "Result":
        """The outcome, once finished."""

    @property
    def watching(self) -> Sequence[int]:
        """Viewers, one entry a tick."""

    @property
    def sales(self) -> Sequence[int]:
        """Sales so far in fen, one entry a tick."""

    @property
    def marks(self) -> Sequence[tuple[int, str, str]]:
        """(tick, beat or launch or soldout, product)."""

    @property
    def quickest(self) -> Mapping[str, int]:
        """The shortest time of a lot worth the name, in tenths of a second, by good; once over."""

    @property
    def estimate(self) -> "Estimate":
        """The score if the night ended now."""

    @property
    def breath(self) -> "Breath | None":
        """How many beats the host's voice still allows."""

    @property
    def until(self) -> Mapping[str, int]:
        """Show seconds at which each thing that has come from outside is over, by id."""

    def payback(self, product: str, fen: int) -> "Payback":
        """What another price of a good would pay back to earlier buyers."""

    def fresh_lot(self, product: str, packs: int) -> "FreshLot":
        """Who would look again at a fresh lot of a good."""

    def price_range(self, product: str) -> tuple[int, int]:
        """Lowest and highest price that may be asked for a good, fen."""

    def why_not(self, action: "Action") -> str:
        """A reason against an action, or nothing."""

    def decide(self, action: "Action") -> "tuple[Event, ...]":
        """Take a decision: written first, then done."""

    def advance(self) -> "tuple[Event, ...]":
        """One tick."""

    def close(self) -> None:
        """Let go of the run file."""


class Speaker(Protocol):
    """Puts what viewers feel into words; `livegame.runs.voices.Voices` is one."""

    def say(self, events: "Sequence[Event]", view: "RoomView") -> list[str]:
        """Chat lines for the events of a tick."""


class Forecast(Protocol):
    """What a beat would bring, from the 10th to the 90th of a hundred nights."""

    @property
    def action(self) -> "Beat":
        """The beat."""

    @property
    def sales(self) -> tuple[int, int]:
        """Fen until a minute after its end."""

    @property
    def packs(self) -> tuple[int, int]:
        """Packs of the product."""

    @property
    def watching(self) -> tuple[int, int]:
        """Change of viewers."""

    @property
    def desire(self) -> tuple[int, int]:
        """Change of desire, per mille points."""

    @property
    def trust(self) -> tuple[int, int]:
        """Change of trust, per mille points."""


class BoardRow(Protocol):
    """A row of the board; `livegame.runs.rows.Row` is one."""

    @property
    def file(self) -> str:
        """The run file."""

    @property
    def player(self) -> str:
        """A name, not proven."""

    @property
    def points(self) -> int:
        """The score."""

    @property
    def scenario(self) -> str:
        """Which night."""

    @property
    def role(self) -> str:
        """Whose room."""

    @property
    def mode(self) -> str:
        """Which board."""

    @property
    def service(self) -> int:
        """Share of the packs asked for that were delivered, per mille."""

    @property
    def trust(self) -> int:
        """Per mille."""

    @property
    def rank(self) -> int:
        """Place that night."""

    @property
    def stars(self) -> int:
        """Stars."""

    @property
    def settled(self) -> int:
        """Fen."""

    @property
    def seed(self) -> int:
        """The night's luck."""

    @property
    def finished_at(self) -> str:
        """ISO time."""

    @property
    def verified(self) -> bool:
        """The replay gave this score."""

    @property
    def why(self) -> str:
        """What is wrong, if it did not."""

    @property
    def rung(self) -> int:
        """The rung of difficulty."""

    @property
    def trophies(self) -> str:
        """Ids of the trophies won, apart by blanks."""

    @property
    def place(self) -> int | None:
        """Its place among the rows asked for."""


class Rival(NamedTuple):
    """A run that can be raced.

    Attributes:
        name: "history", "best", or "chosen" for one that goes by its player's name.
        file: its run file. who: the player's name, if it goes by that.
    """

    name: str
    file: Path
    who: str = ""


class Steps(NamedTuple):
    """The day's challenge among a folder's players.

    Attributes:
        today: what is to be played, and one's own attempt.
        attempts: those of the day. rungs: the ladder, best first.
    """

    today: "Today"
    attempts: "Sequence[Attempt]"
    rungs: "Sequence[Rung]"


class Errand(NamedTuple):
    """What the studio opens with.

    Attributes:
        kind: "" for the title, "green", "today", "resume", "watch", "rehearsal" or "take over".
        file: the run that is watched, taken over or gone on with. tick: when it is taken over.
        rival: the run to race.
    """

    kind: str = ""
    file: Path | None = None
    tick: int = 0
    rival: Rival | None = None


class Today(NamedTuple):
    """The day's challenge.

    Attributes:
        file: the ranked attempt, if it was begun. points: what it made; None if it has no end.
    """

    day: "date"
    scenario: str
    role: str
    file: Path | None = None
    points: int | None = None
