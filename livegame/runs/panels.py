"""Boards as they are shown: rows of one night, room, mode and rules; par, neighbours, spread."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from attrs import frozen

from livegame.catalog.library import library
from livegame.catalog.problems import ContentError
from livegame.engine.rules import RULES
from livegame.runs.histogram import Histogram, histogram
from livegame.runs.problems import RunError
from livegame.runs.rows import Row, is_own, ranked
from livegame.runs.saved import bot_games, broadcast_path
from livegame.runs.store import peek
from livegame.runs.worlds import room_of, world_of

BOT = "bot"
ENOUGH = 5  # players' runs, from which on bots' do not stand in
AROUND = 2
PAR = 1000  # points


@frozen
class Par:
    """History's line on a board.

    Attributes:
        points: 1000, by definition. settled: history's settled value in fen.
        file: its broadcast; None where the room's result is not on record. broadcast: the points
            of that one night, which has luck of its own; None without a file.
        recorded: whether an article gives the room's result; else par is assumed.
    """

    settled: int
    points: int = PAR
    file: Path | None = None
    broadcast: int | None = None
    recorded: bool = False

    @property
    def key(self) -> str:
        """The end of the text keys that speak of it."""
        return "par" if self.recorded else "par_assumed"


@frozen
class Panel:
    """One board.

    Attributes:
        day: "" or whose challenge it was (2026-11-22).
        origin: "" or where its taken-over runs come from ("from history at 21:12").
        rows: all of them, proven ones first, best first, with their places.
        par: history's line; None under other rules or an unknown scenario.
        spread: histogram of points of the proven rows; None if there is nothing to count.
        rung: of difficulty.
        stand_in: whether bots' games stand in it for want of players'.
    """

    scenario: str
    role: str
    mode: str
    rules: int
    day: str
    origin: str
    rows: tuple[Row, ...]
    par: Par | None = None
    spread: Histogram | None = None
    stand_in: bool = False
    rung: int = 1

    def around(self, run: str, most: int = AROUND) -> tuple[Row, ...]:
        """The row of a run (`Row.run`) with so many above and below; empty if it is not there."""
        at = next((at for at, row in enumerate(self.rows) if row.run == run), None)
        return () if at is None else self.rows[max(0, at - most) : at + most + 1]

    @property
    def own(self) -> list[Row]:
        """The proven rows that a player played; none on a board of history's or bots'."""
        return [row for row in self.rows if row.verified and is_own(row.mode)]

    @property
    def newest(self) -> Row | None:
        """Of those the one finished last; None if there is none."""
        return max(self.own, key=lambda row: (row.finished_at, row.key), default=None)


def panels(rows: Sequence[Row], sort: str = "points") -> list[Panel]:
    """A board for each scenario, role, mode, rules version and rung among the rows, for each day of
    challenges, and for each moment that runs were taken over at."""

    def key(row: Row) -> tuple[str, str, str, int, int, str, str]:
        return row.scenario, row.role, row.mode, row.rules, row.rung, row.day, row.origin

    found: list[Panel] = []
    for (scenario, role, mode, rules, rung, *which), part in groupby(sorted(rows, key=key), key):
        own = ranked(part, sort)
        spread, stand_in = _spread(own[0], own, rows)
        par = par_of(scenario, role) if rules == RULES else None
        day, origin = which
        told = (scenario, role, mode, rules, day, origin)
        panel = Panel(*told, tuple(own), par, spread, stand_in, rung)
        found.append(panel)
    return found


def par_of(scenario: str, role: str) -> Par | None:
    """History's line for a room; None if the scenario or role is unknown or has none."""
    from livegame.runs.campaigns.seasons import is_campaign, season_of

    try:
        if is_campaign(scenario):
            season = season_of(scenario, role)
            par, content = season.par, season.content_hash
        else:
            world = world_of(scenario)
            par, content = world.par[room_of(world, role)], world.content_hash
    except (RunError, ContentError):
        return None
    if par <= 0:
        return None
    recorded = library().hosts[role].recorded
    path = broadcast_path(scenario, role) if recorded else None
    points = _points(path, content) if path else None
    file = path if points is not None else None
    return Par(par, file=file, broadcast=points, recorded=recorded)


def _points(path: Path, content: str) -> int | None:
    """The points that a shipped file ends with; None if it is of other rules or content."""
    try:
        header, footer = peek(path)
    except RunError:
        return None
    fits = header.rules == RULES and header.content == content
    return footer.points if footer and fits else None


def _spread(one: Row, rows: Sequence[Row], others: Sequence[Row]) -> tuple[Histogram | None, bool]:
    """The histogram of a board's rows (`one` is any of them), and whether bots stand in it."""
    points = [row.points for row in rows if row.verified]
    stand_in = False
    if len(points) < ENOUGH and one.rules == RULES and one.mode != BOT and one.rung == 1:
        games = [row.points for row in others if _bots(row, one)]
        games = games or _bots_points(one.scenario, one.role)
        stand_in = bool(games)
        points += games
    return (histogram(points) if points else None), stand_in


def _bots(row: Row, one: Row) -> bool:
    """Whether a row is a bot's proven game of the same night and room."""
    night = (row.scenario, row.role, row.rules) == (one.scenario, one.role, one.rules)
    return row.mode == BOT and row.verified and night


def _bots_points(scenario: str, role: str) -> list[int]:
    """The points of the shipped games of bots in a room, under this copy's rules and content."""
    from livegame.runs.campaigns.seasons import content_of

    found: list[int] = []
    for path in bot_games():
        try:
            header, _ = peek(path)
            if (header.scenario, header.role) != (scenario, role):
                continue
            points = _points(path, content_of(header))
        except (RunError, ContentError):
            continue
        if points is not None:
            found.append(points)
    return found
