"""A run file played back, tick by tick, for whoever watches or races it."""

from pathlib import Path

from attrs import frozen

from livegame.catalog.texts import t
from livegame.engine.actions import Action
from livegame.engine.events import Event
from livegame.engine.reducer import TickReport, why_not
from livegame.engine.state import State
from livegame.runs.beginning import begin_track
from livegame.runs.compare import compare_check
from livegame.runs.lines import Check, Decision, Entry
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile, read_run
from livegame.runs.show import Show
from livegame.runs.track import Track

STEPS = 60  # ticks between the moments that a playback remembers, to go back to


@frozen(eq=False)
class _Moment:
    """What it takes to go back to a tick: the file's decisions at it are still due."""

    track: Track
    next: int
    reports: tuple[TickReport, ...]
    before: tuple[State, ...]
    digests: tuple[str, ...]
    watching: tuple[int, ...]
    sales: tuple[int, ...]
    marks: tuple[tuple[int, str, str], ...]


class Playback(Show):
    """A run that has been played, as it went.

    Attributes:
        run: the file it comes from.
        last: the tick to which the file goes.
        digests: the state's hash after each tick that has been seen, the first for tick 1.
    """

    def __init__(self, run: RunFile) -> None:
        super().__init__(begin_track(run), run.header.seed, run.header.mode)
        self.run = run
        self.last = min(run.tick, self.world.ticks)
        self._next = 0
        self.digests: list[str] = []
        self._moments: dict[int, _Moment] = {}
        self._remember()

    @classmethod
    def open(cls, path: Path) -> "Playback":
        """The run in a file, at its start.

        Raises:
            RunError: unreadable, or from other rules or content.
        """
        return cls(read_run(path))

    @property
    def taken(self) -> tuple[Entry, ...]:
        """The file's decisions and checkpoints so far; all of them fit."""
        return self.run.entries[: self._next]

    @property
    def track(self) -> Track:
        """The moment that it shows."""
        return self._track

    @property
    def through(self) -> bool:
        """Whether everything in the file has been shown."""
        return self._track.tick >= self.last and self._next >= len(self.run.entries)

    def due(self) -> tuple[tuple[Action, tuple[Event, ...]], ...]:
        """Take the decisions that the file has at this tick; each with what it brought about.

        Raises:
            RunError: the file does not fit the rules or differs from its replay; the tick is
                named.
        """
        found: list[tuple[Action, tuple[Event, ...]]] = []
        while self._next < len(self.run.entries):
            entry = self.run.entries[self._next]
            if entry.tick > self._track.tick:
                break
            self._next += 1
            if isinstance(entry, Decision):
                found.append((entry.action, self._take(entry)))
            else:
                self._compare(entry)
        return tuple(found)

    def _take(self, entry: Decision) -> tuple[Event, ...]:
        key = why_not(self.world, self.state, self.room, entry.action)
        if key:
            raise RunError(t("runs.illegal", file=self.run.name, tick=entry.tick, why=t(key)))
        return self._keep_action(self._track.acted(entry.action), entry.action)

    def _compare(self, entry: Check) -> None:
        why = compare_check(entry, self._track.checkpoint())
        if why:
            raise RunError(t("runs.resume_differs", file=self.run.name, why=why))
        self._track = self._track.marked()

    def advance(self) -> tuple[Event, ...]:
        """Let one tick pass.

        Raises:
            RunError: the file goes no further.
        """
        if self._track.tick >= self.last:
            raise RunError(t("runs.no_further", file=self.run.name))
        track, report = self._track.ticked()
        events = self._events(track, report)
        self._keep_tick(track, report, events)
        self.digests[track.tick - 1 :] = [track.digest]
        if track.tick % STEPS == 0 and track.tick not in self._moments:
            self._remember()
        return events

    def jump(self, tick: int) -> None:
        """Go to a tick, forwards or back; beyond the end of the file, to its end.

        What the file decides at that tick is still due. At most 60 ticks are replayed to go
        where it has been before.

        Raises:
            RunError: the file does not fit the rules or differs from its replay before that tick.
        """
        known = max(at for at in self._moments if at <= max(tick, 0))
        here = self._track.tick
        if tick < here or known > here or (tick == here and self._next):
            self._return(self._moments[known])
        while self._track.tick < min(tick, self.last):
            self.due()
            self.advance()

    def _remember(self) -> None:
        self._moments[self._track.tick] = _Moment(
            self._track,
            self._next,
            tuple(self._reports),
            tuple(self._before),
            tuple(self.digests),
            tuple(self.watching),
            tuple(self.sales),
            tuple(self.marks),
        )

    def _return(self, moment: _Moment) -> None:
        self._track, self._next = moment.track, moment.next
        self._view, self._result = None, None
        self._reports.clear()
        self._reports.extend(moment.reports)
        self._before.clear()
        self._before.extend(moment.before)
        self.digests, self.marks = list(moment.digests), list(moment.marks)
        self.watching, self.sales = list(moment.watching), list(moment.sales)
