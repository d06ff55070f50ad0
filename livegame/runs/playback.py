"""A run file played back, tick by tick, for whoever watches or races it."""

from pathlib import Path

from livegame.catalog.texts import t
from livegame.engine.actions import Action
from livegame.engine.events import Event
from livegame.engine.reducer import why_not
from livegame.runs.compare import compare_check
from livegame.runs.lines import Check, Decision
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile, read_run
from livegame.runs.session import begin_track
from livegame.runs.show import Show


class Playback(Show):
    """A run that has been played, as it went.

    Attributes:
        run: the file it comes from.
        last: the tick to which the file goes.
    """

    def __init__(self, run: RunFile) -> None:
        super().__init__(begin_track(run), run.header.seed, run.header.mode)
        self.run = run
        self.last = min(run.tick, self.world.ticks)
        self._next = 0

    @classmethod
    def open(cls, path: Path) -> "Playback":
        """The run in a file, at its start.

        Raises:
            RunError: unreadable, or from other rules or content.
        """
        return cls(read_run(path))

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
        return events
