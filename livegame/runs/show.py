"""A broadcast as it goes by: the view, the leaderboard and the curves, tick by tick."""

from collections import deque

from livegame.catalog.nights import Scenario
from livegame.engine.actions import Action, Beat, Cut, Link, Release
from livegame.engine.acts import price_range
from livegame.engine.events import BeatEnded, BeatStarted, Event, LinkOpened, SoldOut
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import TickReport
from livegame.engine.result import Result
from livegame.engine.settlement import settle
from livegame.engine.state import State
from livegame.engine.view import RoomView, Standing
from livegame.engine.watch import events_of, sales_now, standings, view
from livegame.engine.world import World
from livegame.runs.breath import Breath, breath
from livegame.runs.estimate import Estimate, estimate
from livegame.runs.freshlot import FreshLot, fresh_lot
from livegame.runs.lasting import until
from livegame.runs.lots import Lots
from livegame.runs.payback import Payback, payback
from livegame.runs.track import Track

REPORTS = 12


class Show:
    """What every front end looks at, whether the run is played or played back.

    Attributes:
        scenario, role, seed, mode: which night, whose room, which luck, which board.
        watching, sales: viewers and fen sold, one entry per tick, the first for tick 0.
        marks: (tick, "beat" | "launch" | "soldout", product), in order.
    """

    def __init__(self, track: Track, seed: int, mode: str) -> None:
        self.seed = seed
        self.mode = mode
        self._track = track
        self._reports: deque[TickReport] = deque(maxlen=REPORTS)
        self._before: deque[State] = deque([track.state], maxlen=REPORTS)
        self._view: RoomView | None = None
        self._result: Result | None = None
        self._estimate: tuple[State, Estimate] | None = None
        self._lots = Lots()
        self.watching: list[int] = []
        self.sales: list[int] = []
        self._draw()
        self.marks: list[tuple[int, str, str]] = []

    @property
    def scenario(self) -> Scenario:
        """The night."""
        return self.world.scenario

    @property
    def role(self) -> str:
        """Whose room it is."""
        return self.world.roles[self.room]

    @property
    def world(self) -> World:
        """The compiled scenario."""
        return self._track.world

    @property
    def state(self) -> State:
        """The engine's state now; immutable."""
        return self._track.state

    @property
    def room(self) -> int:
        """The number of the room."""
        return self._track.room

    @property
    def view(self) -> RoomView:
        """What the host can see now."""
        if self._view is None:
            self._view = view(self.world, self.state, self.room, tuple(self._reports))
        return self._view

    @property
    def standings(self) -> tuple[Standing, ...]:
        """The night's leaderboard now; trends are over the last minute."""
        return standings(self.world, self.state, self._before[0])

    @property
    def last_minute(self) -> tuple[TickReport, ...]:
        """What the ticks of the last minute of show time brought, oldest first."""
        return tuple(self._reports)[-max(60 // self.world.tick_seconds, 1) :]

    @property
    def finished(self) -> bool:
        """Whether the broadcast is over."""
        return self._track.over

    @property
    def result(self) -> Result:
        """The outcome, once finished.

        Raises:
            ValueError: the broadcast is not over yet.
        """
        if not self.finished:
            raise ValueError("the broadcast is not over yet")
        if self._result is None:
            self._result = settle(self.world, self.state, self.room)
        return self._result

    @property
    def quickest(self) -> dict[str, int]:
        """The shortest time in which a lot worth the name went, by good, in tenths of a second of
        the show; goods of which none went are left out. The last few packs, launched again, are no
        such lot.

        Raises:
            ValueError: the broadcast is not over yet.
        """
        tick = self._track.tick
        times = {
            good.id: self._lots.quickest(good.id, good.packs, tick) for good in self.result.products
        }
        return {good: time for good, time in times.items() if time >= 0}

    @property
    def estimate(self) -> Estimate:
        """The score if the night ended now; the result's own once it is over."""
        if self._estimate is None or self._estimate[0] is not self.state:
            self._estimate = (self.state, estimate(self.world, self.state, self.room))
        return self._estimate[1]

    @property
    def breath(self) -> Breath | None:
        """How many beats the host's voice still allows; None where no pitch tires it."""
        return breath(self.world, self.state, self.room)

    @property
    def until(self) -> dict[str, int]:
        """Show seconds at which each thing that has come from outside is over, by id."""
        return until(self.world, self.state, self.room)

    def payback(self, product: str, fen: int) -> Payback:
        """What another price of a good would pay back to earlier buyers.

        Raises:
            ValueError: that is not among the room's goods.
        """
        return payback(self.world, self.state, self.room, product, fen)

    def fresh_lot(self, product: str, packs: int) -> FreshLot:
        """Who would look again at a fresh lot of a good.

        Raises:
            ValueError: that is not among the room's goods.
        """
        return fresh_lot(self.world, self.state, self.room, product, packs)

    def price_range(self, product: str) -> tuple[int, int]:
        """Lowest and highest price that may be asked for a good, fen.

        Raises:
            ValueError: that is not among the room's goods.
        """
        slot = self.world.slot_of(self.room, product)
        if slot < 0:
            raise ValueError(product)
        return price_range(self.world, self.room, slot)

    def state_hash(self) -> str:
        """Hash of the whole state now, hexadecimal."""
        return state_hash(self.state)

    def _keep_action(self, track: Track, action: Action) -> tuple[Event, ...]:
        before, self._track, self._view = self.view, track, None
        now = track.tick
        match action:
            case Beat():
                self.marks.append((now, "beat", action.product))
                return (BeatStarted(action.pitch, action.product),)
            case Cut():
                return (BeatEnded(before.pitch, before.product),)
            case Release():
                self._lots.release(now, action.product)
            case Link(open=True):
                good = before.product_view(action.product)
                self._lots.open(now, action.product, good.shelf if good else 0)
                self.marks.append((now, "launch", action.product))
                return (LinkOpened(action.product),)
        return ()

    def _events(self, track: Track, report: TickReport) -> tuple[Event, ...]:
        told = events_of(self.world, self.room, self.state, track.state, report)
        return self._lots.news(told, self.marks, track.tick)

    def _keep_tick(self, track: Track, report: TickReport, events: tuple[Event, ...]) -> None:
        self._before.append(self.state)
        self._track, self._view = track, None
        self._reports.append(report)
        self._draw()
        for event in events:
            if isinstance(event, LinkOpened):
                self.marks.append((track.tick, "launch", event.product))
            elif isinstance(event, SoldOut):
                self.marks.append((track.tick, "soldout", event.product))

    def remember(self, other: "Show") -> None:
        """Take over another show's past: it must stand at the same moment of the same run."""
        self._reports, self._before = deque(other._reports, REPORTS), deque(other._before, REPORTS)
        self.watching, self.sales = list(other.watching), list(other.sales)
        self.marks = list(other.marks)
        self._lots = other._lots.until(self._track.tick)
        self._view = None

    def _draw(self) -> None:
        self.watching.append(int(self.state.viewers[0, self.room].sum()))
        self.sales.append(int(sales_now(self.state)[0, self.room]))
