"""One campaign being played. Each decision is in the run file before it takes effect."""

from collections.abc import Callable
from pathlib import Path

from livegame.catalog.texts import t
from livegame.engine.days.actions import DayPlan
from livegame.engine.days.hashing import MARK_DIGITS
from livegame.engine.days.outcome import DaysResult, outcome
from livegame.engine.days.reducer import DayAction, Moment, why_not
from livegame.engine.days.season import Season
from livegame.engine.days.state import EVENING, MORNING, NAMES, DayState
from livegame.engine.rules import RULES
from livegame.runs.beginning import seed_of
from livegame.runs.campaigns.lines import DayDecision
from livegame.runs.campaigns.seasons import RUNG, season_of, season_of_header
from livegame.runs.campaigns.track import DaysTrack
from livegame.runs.clean import clean
from livegame.runs.clock import now
from livegame.runs.compare import Kind, compare_check
from livegame.runs.keeper import Keeper
from livegame.runs.kept import Kept
from livegame.runs.lines import PLAYER_LENGTH, Decision, Footer, Header
from livegame.runs.packs import pack_options
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile
from livegame.runs.rungs import mode_of
from livegame.runs.session import CHECK_TICKS
from livegame.runs.store import runs_folder
from livegame.runs.writer import RunWriter

DAYS = Kind(
    NAMES,
    MARK_DIGITS,
    "show",
    "days.differs_state",
    "days.differs_state_seen",
    "days.differs_chain",
    "days.differs_figure",
)


class CampaignSession(Kept[DaysTrack]):
    """One campaign being played.

    Attributes:
        header: line 1 of its file. path: the file, or None for practice that is not kept.
    """

    def __init__(
        self,
        track: DaysTrack,
        header: Header,
        writer: Keeper | None,
        clock: Callable[[], str] = now,
    ) -> None:
        """`clock` tells the ISO time at which the end is written."""
        self._track = track
        self._keep(header, writer, clock)

    @classmethod
    def start(
        cls,
        campaign: str,
        role: str,
        *,
        rung: int = 1,
        seed: int | None = None,
        mode: str = "free",
        player: str = "",
        folder: Path | None = None,
        keep: bool = True,
        file: str = "",
    ) -> "CampaignSession":
        """Begin a campaign.

        Args:
            campaign, role: ids from the content folder. rung: of difficulty, from 1.
            seed: 0 .. 2**63 - 1; drawn if None.
            mode: the board that the run belongs to, for the first rung; the others have their own.
            player: a name for the board. folder: for the run file; the player's own if None.
            keep: False for practice without a file. file: its name; made up if "".

        Raises:
            RunError: unknown campaign, role or rung, bad seed, or the file cannot be written.
        """
        season = season_of(campaign, role, rung)
        seed = seed_of(seed)
        header = Header(
            rules=RULES,
            scenario=campaign,
            content=season.content_hash,
            role=role,
            seed=seed,
            mode=mode_of(rung, mode),
            options={RUNG: rung, **pack_options(campaign)},
            player=clean(player, PLAYER_LENGTH),
            created=now(),
        )
        track = DaysTrack.begin(season, seed, header.encode())
        place = folder or runs_folder()
        writer = RunWriter.create(place, header, name=file) if keep else None
        return cls(track, header, writer)

    @classmethod
    def resume(cls, path: Path) -> "CampaignSession":
        """Continue an unfinished run file where its last line left it.

        Raises:
            RunError: unreadable, finished, open elsewhere, from other rules or content, or the
                replay differs from it. The file is then as it was.
        """
        writer, run = RunWriter.reopen(path)
        try:
            season = season_of_header(run.header, run.name)
            track = DaysTrack.begin(season, run.header.seed, run.start)
            session = cls(replayed(track, run), run.header, writer)
            if session.finished:
                session._append(session._footer(session._track))
        except BaseException:
            writer.close()
            raise
        return session

    @property
    def season(self) -> Season:
        """The compiled campaign."""
        return self._track.season

    @property
    def moment(self) -> Moment:
        """The state now; immutable."""
        return self._track.moment

    @property
    def past(self) -> tuple[DayState, ...]:
        """The days as they stood at first and after each turn of a day so far."""
        return self._track.past

    @property
    def seed(self) -> int:
        """The run's luck."""
        return self.header.seed

    @property
    def finished(self) -> bool:
        """Whether the last night has passed."""
        return self._track.over

    @property
    def morning(self) -> bool:
        """Whether a plan is wanted."""
        return self.moment.days.phase == MORNING

    @property
    def result(self) -> DaysResult:
        """The outcome, once finished.

        Raises:
            ValueError: it is not over yet.
        """
        return outcome(self.season, self.moment.days)

    def state_hash(self) -> str:
        """Hash of the whole moment, hexadecimal."""
        return self.moment.hash()

    def why_not(self, action: DayAction) -> str:
        """ "" if the action may be taken now, else the reason in words."""
        key = why_not(self.season, self.moment, action)
        return t(key) if key else ""

    def decide(self, action: DayAction) -> None:
        """Confirm a morning's plan, or act in the evening's show.

        Raises:
            RunError: it is not allowed, or it cannot be written; then nothing has changed.
        """
        reason = self.why_not(action)
        if reason:
            raise RunError(reason)
        track = self._track.acted(action)
        step = self._track.tick
        if isinstance(action, DayPlan):
            self._append(DayDecision(step, action).encode())
        else:
            self._append(Decision(step, action).encode())
        self._track = track

    def advance(self) -> None:
        """Let one step pass; at the last one the result is written.

        Raises:
            RunError: all is over, the morning has no plan, or a checkpoint cannot be written;
                then nothing has changed.
        """
        if self.finished:
            raise RunError(t("engine.refuse.over"))
        if self.morning:
            raise RunError(t("days.refuse.no_plan"))
        track = self._track.advanced()
        lines = b""
        if self._due(track):
            lines += track.checkpoint().encode()
            track = track.marked()
        if track.over:
            lines += self._footer(track)
        if lines:
            self._append(lines)
        self._track = track

    def _due(self, track: DaysTrack) -> bool:
        report = track.moment.report
        ended = report is not None and bool(report.ended[0, 0])
        within = track.moment.days.phase == EVENING and track.moment.days.ticks > 0
        return ended or not within or track.tick - track.checked >= CHECK_TICKS

    def _footer(self, track: DaysTrack) -> bytes:
        return days_footer(track, self._clock()).encode()


def days_footer(track: DaysTrack, finished: str) -> Footer:
    """The footer for the end of a campaign, at an ISO time."""
    result = outcome(track.season, track.moment.days)
    return Footer(
        end=track.tick,
        points=result.points,
        settled=result.settled,
        rank=result.rank,
        stars=result.stars,
        service=result.service,
        trust=result.trust,
        hash=track.moment.hash(),
        finished=finished,
    )


def replayed(track: DaysTrack, run: RunFile) -> DaysTrack:
    """The moment that a file's lines lead to.

    Raises:
        RunError: a decision is not allowed, a checkpoint differs, or a line comes too late or
            while the morning still has no plan.
    """
    for entry in run.entries:
        while track.tick < entry.tick:
            if track.over or track.moment.days.phase == MORNING:
                raise RunError(t("days.stuck", file=run.name, step=track.tick))
            track = track.advanced()
        if isinstance(entry, Decision):
            key = why_not(track.season, track.moment, entry.action)
            if key:
                raise RunError(t("runs.illegal", file=run.name, tick=entry.tick, why=t(key)))
            track = track.acted(entry.action)
            continue
        why = compare_check(entry, track.checkpoint(), DAYS)
        if why:
            raise RunError(f"{run.name}: {why}")
        track = track.marked()
    return track
