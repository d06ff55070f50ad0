"""The ladder beside the challenge: the median of five, which one lucky day cannot carry."""

from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from attrs import frozen

from livegame.runs.attempts import Attempt
from livegame.runs.challenge import CHALLENGE
from livegame.runs.league import finished_files, verified_rows
from livegame.runs.problems import RunError
from livegame.runs.store import peek

FIVE = 5
DAYS = 7


@frozen
class Rung:
    """A player on the ladder.

    Attributes:
        player: a name, not proven.
        points: the results that count, by day; an unfinished attempt counts as 0.
        median: of the five; None as long as there are fewer.
        place: from 1; None without a median.
    """

    player: str
    points: tuple[int, ...]
    median: int | None
    place: int | None = None

    @property
    def wanting(self) -> int:
        """How many more results a median needs."""
        return FIVE - len(self.points)


def ladder(attempts: Iterable[Attempt], day: date) -> list[Rung]:
    """Every player's rung on a day, best first.

    What counts are a player's first five attempts within the last seven days: a player cannot
    choose the better ones. Of several attempts of one name at one day, the lowest counts. An
    attempt of that very day that is not finished yet does not count before the day is over.
    """
    counted: dict[str, dict[date, int]] = {}
    for attempt in attempts:
        running = attempt.day == day and not attempt.finished
        if not 0 <= (day - attempt.day).days < DAYS or running:
            continue
        days = counted.setdefault(attempt.player, {})
        points = attempt.points or 0
        days[attempt.day] = min(points, days.get(attempt.day, points))
    rungs = [_rung(player, days) for player, days in counted.items()]
    return _placed(rungs)


def proven_ladder(attempts: Iterable[Attempt], day: date, proven: Collection[str]) -> list[Rung]:
    """The ladder without finished attempts whose file is not among the proven ones."""
    tried = [one for one in attempts if not one.finished or str(one.file.resolve()) in proven]
    return ladder(tried, day)


def proven_files(folder: Path) -> set[str]:
    """The files of a folder's challenges of the last days that replay to their points.

    Raises:
        RunError: the folder cannot be read.
    """
    rows = verified_rows([path for path in finished_files(folder) if _is_attempt(path)])
    return {str(Path(row.file).resolve()) for row in rows if row.verified}


def _is_attempt(path: Path) -> bool:
    try:
        return peek(path)[0].mode == CHALLENGE
    except RunError:
        return False


def _rung(player: str, days: dict[date, int]) -> Rung:
    first = tuple(days[day] for day in sorted(days)[:FIVE])
    return Rung(player, first, sorted(first)[FIVE // 2] if len(first) == FIVE else None)


def _placed(rungs: list[Rung]) -> list[Rung]:
    """In order of median, then those without one by name; equal medians share a place."""
    medians = [rung.median for rung in rungs if rung.median is not None]
    found = [
        Rung(rung.player, rung.points, rung.median, _place(rung.median, medians)) for rung in rungs
    ]
    return sorted(found, key=lambda rung: (-(rung.median or -1), rung.player))


def _place(median: int | None, medians: list[int]) -> int | None:
    return None if median is None else 1 + sum(other > median for other in medians)
