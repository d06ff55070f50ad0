"""A campaign day by day: what each day brought, and what history's own broadcast of it brought."""

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from livegame.engine.days.happenings import on_day
from livegame.engine.days.season import Season
from livegame.engine.days.state import EVENING, MORNING, OVER, DayState
from livegame.runs.campaigns.share import daily_sales
from livegame.runs.problems import RunError
from livegame.runs.runfile import read_run
from livegame.runs.saved import broadcast_path


@frozen
class DayRow:
    """What one day brought, its night with it.

    Attributes:
        day: from 0. sales: fen; on_air: those of them that the show took, the others are the
            store's, with the truck's and the book's where there are any.
        packs: of each good, in the store and in the show. store, show: of all goods, in each.
        held: whether there was a show.
        visitors: of the store; watched: of the show. fans: people won, less those lost.
        spoiled, turned, complained, late, returned: packs gone bad, asked for in vain, paid back
            for a complaint, promised and paid back, and come back from the door.
        titles: of what happened on it.
    """

    day: int
    sales: int
    on_air: int
    packs: tuple[int, ...]
    store: int
    show: int
    held: bool
    visitors: int
    watched: int
    fans: int
    spoiled: int
    turned: int
    complained: int
    late: int
    returned: int
    titles: tuple[str, ...]


def day_rows(season: Season, past: Sequence[DayState]) -> tuple[DayRow, ...]:
    """A row for each day that is over.

    Args:
        past: the days after each of their turns, as a run's track keeps them.
    """
    mornings = [state for state in past if state.phase in (MORNING, OVER)]
    aired = {
        before.day: after.sales - before.sales
        for before, after in pairwise(past)
        if before.phase == EVENING
    }
    return tuple(
        _row(season, before, after, aired.get(before.day, 0))
        for before, after in pairwise(mornings)
    )


def _row(season: Season, before: DayState, after: DayState, on_air: int) -> DayRow:
    day = before.day
    store, show = after.by_store[day], after.by_show[day]

    def more(name: str) -> int:
        return int(getattr(after, name).sum() - getattr(before, name).sum())

    return DayRow(
        day=day,
        sales=after.sales - before.sales,
        on_air=on_air,
        packs=tuple(int(n) for n in store + show),
        store=int(store.sum()),
        show=int(show.sum()),
        held=after.shows > before.shows,
        visitors=after.visited - before.visited,
        watched=after.watched - before.watched,
        fans=after.fans - before.fans,
        spoiled=more("spoiled") + more("dropped"),
        turned=more("turned"),
        complained=more("complained"),
        late=more("late"),
        returned=more("returned"),
        titles=tuple(season.happenings[e].title for e in on_day(season, after, day)),
    )


def history_sales(season: Season) -> tuple[int, ...]:
    """Fen that history's own broadcast of the campaign sold on each day, on the first rung; none
    where no broadcast is shipped."""
    path = broadcast_path(season.campaign.id, season.role)
    if path is None:
        return ()
    try:
        sold = daily_sales(read_run(path))
    except RunError:
        return ()
    return tuple(after - before for before, after in pairwise(sold))
