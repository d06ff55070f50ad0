"""The ladder beside the challenge: the median of five, which one lucky day cannot carry."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from livegame.runs.attempts import Attempt

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
