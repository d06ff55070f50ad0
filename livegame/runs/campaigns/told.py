"""A campaign's run file told from its first line to its last, day by day."""

from collections.abc import Iterator

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


def tell_campaign(run: RunFile) -> Iterator[str]:
    """The lines of a whole campaign; a file that cannot be replayed is told as far as it goes."""
    from livegame.engine.days.outcome import outcome

    try:
        season = season_of_header(run.header, run.name)
    except RunError as error:
        yield str(error)
        return
    track = DaysTrack.begin(season, run.header.seed, run.start)
    for entry in run.entries:
        while track.tick < entry.tick and not track.over:
            if track.moment.days.phase == MORNING:
                yield t("days.stuck", file=run.name, step=track.tick)
                return
            before, track = track, track.advanced()
            yield from _passed(before, track)
        if not isinstance(entry, Decision):
            continue
        key = why_not(season, track.moment, entry.action)
        if key:
            yield t("runs.illegal", file=run.name, tick=entry.tick, why=t(key))
            return
        if isinstance(entry, DayDecision):
            yield from _morning(track, entry)
        track = track.acted(entry.action)
    if track.over:
        yield ""
        yield from end_lines(season, outcome(season, track.moment.days))
    verdict = verify_run(run, run.name)
    yield t("plain.replay.holds") if verdict.ok else verdict.why


def _morning(track: DaysTrack, entry: DayDecision) -> Iterator[str]:
    season, state = track.season, track.moment.days
    yield ""
    yield t("days.plain.day", day=state.day + 1, days=season.days, date=date_of(season, state.day))
    yield from today_lines(season, state)
    draft = DayDraft(season, state)
    draft.plan = entry.action
    yield from draft_lines(draft)


def _passed(before: DaysTrack, after: DaysTrack) -> Iterator[str]:
    """What one step brought, where there is something to tell."""
    season, old, new = before.season, before.moment.days, after.moment.days
    if old.phase == PLANNED:
        yield from day_lines(season, old, new)
    elif old.phase == EVENING and new.phase == CLOSING:
        yield show_line(season, old, new)
    elif old.phase == CLOSING:
        yield from night_lines(season, old, new)
