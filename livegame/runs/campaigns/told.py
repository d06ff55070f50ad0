"""A campaign's run file told from its first line to its last, day by day."""

from collections.abc import Iterator

from attrs import frozen

from livegame.catalog.texts import t
from livegame.engine.days.reducer import why_not
from livegame.engine.days.state import CLOSING, EVENING, MORNING, PLANNED
from livegame.runs.campaigns.draft import DayDraft
from livegame.runs.campaigns.ending import end_lines
from livegame.runs.campaigns.happenings import today_lines
from livegame.runs.campaigns.lines import DayDecision
from livegame.runs.campaigns.names import date_of
from livegame.runs.campaigns.news import day_lines, night_lines, show_line
from livegame.runs.campaigns.plan import draft_lines
from livegame.runs.campaigns.seasons import season_of_header
from livegame.runs.campaigns.track import DaysTrack
from livegame.runs.lines import Decision
from livegame.runs.problems import RunError
from livegame.runs.runfile import RunFile
from livegame.runs.verify import verify_run

GAP, HEAD, TODAY, ORDERS, REPORT, END = "gap", "head", "today", "orders", "report", "end"


@frozen
class Told:
    """A line of the tale.

    Attributes:
        kind: a gap before a day, its HEAD, what is on TODAY, the ORDERS of the morning, the REPORT
            of store, show and night; the END, or why there is none. text: the line.
        track: where the run stands by then; None where it cannot be played at all.
    """

    kind: str
    text: str
    track: DaysTrack | None


def tell_campaign(run: RunFile) -> Iterator[str]:
    """The lines of a whole campaign; a file that cannot be replayed is told as far as it goes."""
    return (line.text for line in told_by_line(run))


def told_by_line(run: RunFile) -> Iterator[Told]:
    """The same, each line with what it is."""
    from livegame.engine.days.outcome import outcome

    try:
        season = season_of_header(run.header, run.name)
    except RunError as error:
        yield Told(END, str(error), None)
        return
    track = DaysTrack.begin(season, run.header.seed, run.start)
    for entry in run.entries:
        while track.tick < entry.tick and not track.over:
            if track.moment.days.phase == MORNING:
                yield Told(END, t("days.stuck", file=run.name, step=track.tick), track)
                return
            before, track = track, track.advanced()
            for text in _passed(before, track):
                yield Told(REPORT, text, track)
        if not isinstance(entry, Decision):
            continue
        key = why_not(season, track.moment, entry.action)
        if key:
            words = {"file": run.name, "tick": entry.tick, "why": t(key)}
            yield Told(END, t("runs.illegal", **words), track)
            return
        if isinstance(entry, DayDecision):
            yield from _morning(track, entry)
        track = track.acted(entry.action)
    if track.over:
        yield Told(GAP, "", track)
        for text in end_lines(season, outcome(season, track.moment.days)):
            yield Told(END, text, track)
    verdict = verify_run(run, run.name)
    yield Told(END, t("plain.replay.holds") if verdict.ok else verdict.why, track)


def _morning(track: DaysTrack, entry: DayDecision) -> Iterator[Told]:
    season, state = track.season, track.moment.days
    when = date_of(season, state.day)
    yield Told(GAP, "", track)
    head = t("days.plain.day", day=state.day + 1, days=season.days, date=when)
    yield Told(HEAD, head, track)
    for text in today_lines(season, state):
        yield Told(TODAY, text, track)
    draft = DayDraft(season, state)
    draft.plan = entry.action
    for text in draft_lines(draft):
        yield Told(ORDERS, text, track)


def _passed(before: DaysTrack, after: DaysTrack) -> Iterator[str]:
    """What one step brought, where there is something to tell."""
    season, old, new = before.season, before.moment.days, after.moment.days
    if old.phase == PLANNED:
        yield from day_lines(season, old, new)
    elif old.phase == EVENING and new.phase == CLOSING:
        yield show_line(season, old, new)
    elif old.phase == CLOSING:
        yield from night_lines(season, old, new)
