"""One run being played. Each decision is in the run file before it takes effect."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from livegame.catalog.texts import t
from livegame.engine.actions import Action, Beat, Cut, Reply
from livegame.engine.events import BeatEnded, Event
from livegame.engine.hashing import state_hash
from livegame.engine.reducer import why_not
from livegame.engine.settlement import settle
from livegame.runs.beginning import begin_track, first_moment, new_header
from livegame.runs.clock import now
from livegame.runs.compare import compare_check
from livegame.runs.keeper import Keeper
from livegame.runs.kept import Kept
from livegame.runs.lines import Decision, Footer, Header
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile
from livegame.runs.show import Show
from livegame.runs.store import runs_folder
from livegame.runs.tonight import truer
from livegame.runs.track import Track
from livegame.runs.writer import RunWriter

if TYPE_CHECKING:
    from livegame.runs.playback import Playback

CHECK_TICKS = 60  # a checkpoint at least this often, and at the end of each beat


@frozen
class Option:
    """One thing the host may do now, or why not, in words."""

    action: Action
    why_not: str = ""


class Session(Kept[Track], Show):
    """One run being played.

    Attributes:
        path: the run file, or None for practice that is not kept.
    """

    def __init__(
        self,
        track: Track,
        header: Header,
        writer: Keeper | None,
        clock: Callable[[], str] = now,
    ) -> None:
        """`clock` tells the ISO time at which the night's end is written."""
        Show.__init__(self, track, header.seed, header.mode)
        self.player = header.player
        self._keep(header, writer, clock)

    @classmethod
    def start(
        cls,
        scenario: str,
        role: str,
        *,
        seed: int | None = None,
        mode: str = "free",
        player: str = "",
        folder: Path | None = None,
        keep: bool = True,
        options: Mapping[str, int | str] | None = None,
        file: str = "",
        rung: int = 1,
    ) -> "Session":
        """Begin a run.

        Args:
            scenario, role: ids from the content folder.
            seed: 0 .. 2**63 - 1; drawn if None.
            mode: the board that the run belongs to.
            player: a name for the board; cut to 40 harmless characters.
            folder: where the run file goes; the player's own folder if None.
            keep: False for practice without a file.
            options: whatever else the header should say.
            file: a name for the run file; made up if "".
            rung: of difficulty, from 1; those above the first have boards of their own.

        Raises:
            RunError: unknown scenario, role or rung, bad seed, or the file cannot be written or
                bears a name that is taken.
        """
        header = new_header(
            scenario, role, seed=seed, mode=mode, player=player, options=options, rung=rung
        )
        track = first_moment(header)
        place = folder or runs_folder()
        writer = RunWriter.create(place, header, name=file) if keep else None
        return cls(track, header, writer)

    @classmethod
    def take_over(
        cls,
        playback: "Playback",
        *,
        player: str = "",
        folder: Path | None = None,
        options: Mapping[str, int | str] | None = None,
    ) -> "Session":
        """Play on from the moment that a playback shows, in a run file of its own.

        The decisions so far are copied, and the header says where they come from, and whatever
        else `options` has it say.

        Raises:
            RunError: that run is over, or the new file cannot be written.
        """
        from livegame.runs.takeover import take_over

        place = folder or runs_folder()
        return take_over(playback, player=player, folder=place, options=options or {})

    @classmethod
    def resume(cls, path: Path) -> "Session":
        """Continue an unfinished run file where its last line left it.

        Raises:
            RunError: unreadable, finished, open elsewhere, from other rules or content, or the
                replay differs from it. The file is then as it was.
        """
        writer, run = RunWriter.reopen(path)
        try:
            session = cls(begin_track(run), run.header, writer)
            session._catch_up(run)
        except BaseException:
            writer.close()
            raise
        return session

    def _catch_up(self, run: RunFile) -> None:
        for entry in run.entries:
            while self._track.tick < entry.tick and not self._track.over:
                track, report = self._track.ticked()
                self._keep_tick(track, report, self._events(track, report))
            if isinstance(entry, Decision):
                reason = self.why_not(entry.action)
                if reason:
                    raise RunError(t("runs.illegal", file=run.name, tick=entry.tick, why=reason))
                self._keep_action(self._track.acted(entry.action), entry.action)
                continue
            why = compare_check(entry, self._track.checkpoint())
            if why:
                raise RunError(t("runs.resume_differs", file=run.name, why=why))
            self._track = self._track.marked()
        if self.finished:
            self._append(self._footer())

    @property
    def options(self) -> tuple[Option, ...]:
        """Every pitch on every good of the room (or on the room itself), a reply and a cut."""
        goods = [good.id for good in self.view.products]
        found: list[Action] = []
        for name in self.scenario.pitches:
            number = self.world.pitches.ids.index(name)
            on_product = bool(self.world.pitches.on_product[number])
            found += [Beat(name, good) for good in goods] if on_product else [Beat(name)]
        return tuple(Option(action, self.why_not(action)) for action in [*found, Reply(), Cut()])

    def why_not(self, action: Action) -> str:
        """ "" if the action may be taken now, else the reason in words."""
        key = why_not(self.world, self.state, self.room, action)
        return t(truer(key, self.view, action)) if key else ""

    def decide(self, action: Action) -> tuple[Event, ...]:
        """Take an instant decision or begin a beat.

        Raises:
            RunError: it is not allowed, or it cannot be written; then nothing has changed.
        """
        reason = self.why_not(action)
        if reason:
            raise RunError(reason)
        track = self._track.acted(action)
        self._append(Decision(self._track.tick, action).encode())
        return self._keep_action(track, action)

    def advance(self) -> tuple[Event, ...]:
        """Let one tick pass; at the last one the result is written.

        Raises:
            RunError: the broadcast is over, or a checkpoint cannot be written; then nothing has
                changed and the same tick can be tried again.
        """
        if self.finished:
            raise RunError(t("engine.refuse.over"))
        track, report = self._track.ticked()
        events = self._events(track, report)
        lines = self._due(track, events)
        if lines:
            self._append(b"".join(lines))
            track = track.marked()
        self._keep_tick(track, report, events)
        return events

    def _due(self, track: Track, events: tuple[Event, ...]) -> list[bytes]:
        ended = any(isinstance(event, BeatEnded) for event in events)
        if not (ended or track.over or track.tick - track.checked >= CHECK_TICKS):
            return []
        lines = [track.checkpoint().encode()]
        if track.over:
            lines.append(self._footer(track))
        return lines

    def _footer(self, track: Track | None = None) -> bytes:
        return footer_of(track or self._track, self._clock()).encode()


def footer_of(track: Track, finished: str) -> Footer:
    """The footer for the end of a night, at an ISO time."""
    result = settle(track.world, track.state, track.room)
    return Footer(
        end=track.tick,
        points=result.points,
        settled=result.settled,
        rank=result.rank,
        stars=result.stars,
        service=result.service,
        trust=result.trust,
        hash=state_hash(track.state),
        finished=finished,
    )
