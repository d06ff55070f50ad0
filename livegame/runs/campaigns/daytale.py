"""A campaign's run to be stepped through: each day with its orders and its report."""

from attrs import frozen

from livegame.engine.days.season import Season
from livegame.runs.campaigns.daybook import DayRow, day_rows, history_sales
from livegame.runs.campaigns.told import END, HEAD, ORDERS, REPORT, TODAY, told_by_line
from livegame.runs.campaigns.track import DaysTrack
from livegame.runs.origin import HISTORY
from livegame.runs.runfile import RunFile


@frozen
class DayPage:
    """A day as it was: its head, what was on and the morning's orders, and what came of them."""

    head: str
    orders: tuple[str, ...]
    report: tuple[str, ...]


@frozen
class DayTale:
    """A run, as far as its file goes.

    Attributes:
        season: None where this copy cannot play the run at all; it has no days then.
        pages: a day each; the last one may have no report yet. rows: what the days brought that
            are over. history: fen that history's own broadcast sold on each day, beside any other
            run. end: the last page, and whether the replay holds.
    """

    season: Season | None
    pages: tuple[DayPage, ...]
    rows: tuple[DayRow, ...]
    history: tuple[int, ...]
    end: tuple[str, ...]


def day_tale(run: RunFile) -> DayTale:
    """The tale of a campaign's run; it is replayed twice, which takes a second or more."""
    pages: list[tuple[str, list[str], list[str]]] = []
    end: list[str] = []
    track: DaysTrack | None = None
    for line in told_by_line(run):
        track = line.track
        if line.kind == HEAD:
            pages.append((line.text, [], []))
        elif line.kind in (TODAY, ORDERS):
            pages[-1][1].append(line.text)
        elif line.kind == REPORT:
            pages[-1][2].append(line.text)
        elif line.kind == END:
            end.append(line.text)
    found = tuple(DayPage(head, tuple(orders), tuple(report)) for head, orders, report in pages)
    if track is None:
        return DayTale(None, found, (), (), tuple(end))
    season = track.season
    history = () if run.header.mode == HISTORY else history_sales(season)
    return DayTale(season, found, day_rows(season, track.past), history, tuple(end))
