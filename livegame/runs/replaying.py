"""Replaying runs of one role side by side, as one batch of nights, and comparing as they go."""

from collections.abc import Sequence

from attrs import evolve, frozen

from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.catalog.texts import t
from livegame.engine.feats import trophies_of
from livegame.engine.hashing import state_hash, state_hashes
from livegame.engine.lanes import keep_nights, put_night, take_night
from livegame.engine.reducer import begin, tick, why_not
from livegame.engine.settlement import settle
from livegame.runs.beginning import begin_track
from livegame.runs.claims import why_not_claim
from livegame.runs.compare import compare_check, compare_footer
from livegame.runs.lines import STEP_DIGITS, Decision
from livegame.runs.problems import PackMissingError, RunError
from livegame.runs.runfile import RunFile
from livegame.runs.track import Track, chained


@frozen
class Verdict:
    """What a replay proved.

    Attributes:
        file: the file, as it was named.
        ok: the replay gave every checkpoint and the footer.
        points: the score that the replay reached; None if it did not get to the end.
        hash: hash of the last state that the replay reached, "" if there was none.
        why: "" if ok, else what differs and from which tick.
        trophies: the ids of those that the proven run wins.
        open: nothing is wrong with it as far as it goes, but it ends before the night does. It
            has no score yet, so it is not ok; `why` says how far it goes.
        unchecked: its pack is not here, so nothing was replayed: neither proven nor wrong.
    """

    file: str
    ok: bool
    points: int | None = None
    hash: str = ""
    why: str = ""
    trophies: tuple[str, ...] = ()
    open: bool = False
    unchecked: bool = False


def bare(error: Exception, *names: str) -> str:
    """What is wrong, without the file's name, which stands beside it anyway."""
    told = str(error)
    for name in names:
        told = told.removeprefix(f"{name}: ")
    return told


def unfinished(run: RunFile, file: str, digest: str, why: str) -> Verdict:
    """The verdict on a run without an end, of which all the rest holds: open, unless it claims
    to be what it is not."""
    claim = why_not_claim(run)
    return Verdict(file, False, None, digest, claim or why, open=not claim)


class _Lane:
    """One run among those being replayed: where its file is, and its verdict once there is one."""

    def __init__(self, run: RunFile, file: str, track: Track) -> None:
        self.run, self.file, self.track = run, file, track
        self.tick = 0
        self.next = 0
        self.verdict: Verdict | None = None

    @property
    def due(self) -> bool:
        """Whether the file has something to say at this tick."""
        entries = self.run.entries
        return self.next < len(entries) and entries[self.next].tick <= self.tick

    @property
    def through(self) -> bool:
        """Whether the file says no more."""
        return self.next >= len(self.run.entries)

    def listen(self) -> None:
        """Take what the file has at this tick: apply decisions, compare checkpoints."""
        while self.due and self.verdict is None:
            entry = self.run.entries[self.next]
            self.next += 1
            track = self.track
            if not isinstance(entry, Decision):
                self._fail(compare_check(entry, track.checkpoint()))
                self.track = track.marked()
            elif key := why_not(track.world, track.state, track.room, entry.action):
                self._fail(t("runs.differs_illegal", tick=entry.tick, why=t(key)))
            else:
                self.track = track.acted(entry.action)

    def _fail(self, why: str) -> None:
        if why:
            self.verdict = Verdict(self.file, False, None, state_hash(self.track.state), why)

    def stepped(self, digest: str) -> None:
        """Note the hash of the state after a tick; the state itself stays with the batch, and
        the track's is out of date until it is asked for."""
        self.tick += 1
        chain = chained(self.track.chain, digest)
        self.track = evolve(self.track, chain=chain, steps=self.track.steps + digest[:STEP_DIGITS])

    def finish(self) -> None:
        """The verdict, once the file says no more or the night is over."""
        run, track = self.run, self.track
        ticks = track.world.ticks
        if not self.through:
            tick_said = run.entries[self.next].tick
            self._fail(t("runs.past_end", tick=tick_said, last=ticks))
        elif not run.footer:
            why = t("runs.is_unfinished", tick=track.tick, ticks=ticks)
            self.verdict = unfinished(run, self.file, state_hash(track.state), why)
        elif run.footer.end != ticks:
            self._fail(t("runs.early_end", tick=run.footer.end, ticks=ticks))
        elif track.checked != ticks:
            self._fail(t("runs.no_last_check"))
        else:
            result = settle(track.world, track.state, track.room)
            digest = state_hash(track.state)
            why = compare_footer(run.footer, result, digest)
            if run.torn and not why:
                why = t("runs.after_end", where=run.name)
            why = why or why_not_claim(run)
            won = () if why else trophies_of(track.world.scenario, result)
            self.verdict = Verdict(self.file, not why, result.points, digest, why, won)


def replay_together(runs: Sequence[tuple[RunFile, str]]) -> list[Verdict]:
    """Verdicts on runs that have been read, in their order.

    Args:
        runs: (run, name of its file), all of one scenario, role and rung.
    """
    if runs and runs[0][0].header.scenario in library().campaigns:
        from livegame.runs.campaigns.replaying import replay_campaigns

        return replay_campaigns(runs)
    verdicts: dict[int, Verdict] = {}
    lanes: dict[int, _Lane] = {}
    for at, (run, file) in enumerate(runs):
        try:
            lanes[at] = _Lane(run, file, begin_track(run))
        except (RunError, ContentError) as error:
            lacking = isinstance(error, PackMissingError)
            verdicts[at] = Verdict(file, False, why=bare(error, run.name), unchecked=lacking)
    _replay(list(lanes.values()))
    for at, lane in lanes.items():
        if lane.verdict is None:
            raise RuntimeError("a replay ended without a verdict")
        verdicts[at] = lane.verdict
    return [verdicts[at] for at in range(len(runs))]


def _replay(lanes: list[_Lane]) -> None:
    """Let the nights of the lanes pass side by side until each has its verdict."""
    if not lanes:
        return
    world, room = lanes[0].track.world, lanes[0].track.room
    state = begin(world, [lane.run.header.seed for lane in lanes], (room,))
    while lanes:
        for night, lane in enumerate(lanes):
            ending = lane.through or state.tick >= world.ticks
            if not (lane.due or ending):
                continue
            lane.track = evolve(lane.track, state=take_night(state, night))
            lane.listen()
            if lane.verdict is None and _no_more(lane, world.ticks):
                lane.finish()
            state = put_night(state, night, lane.track.state)
        going = [n for n, lane in enumerate(lanes) if lane.verdict is None]
        if len(going) < len(lanes):
            lanes = [lanes[n] for n in going]
            state = keep_nights(state, going) if going else state
        if lanes:
            state, _ = tick(world, state)
            for lane, digest in zip(lanes, state_hashes(state), strict=True):
                lane.stepped(digest)


def _no_more(lane: _Lane, ticks: int) -> bool:
    """Whether a lane has reached its end: its night is over, or its file stops before."""
    if lane.tick >= ticks:
        return True
    return lane.through and (lane.run.footer is None or lane.run.footer.end <= lane.tick)
