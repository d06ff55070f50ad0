"""How the days before a great night ended: the book, parcels, questions, lines of sales, each with
the parts that it is made of."""

from attrs import frozen

from livegame.engine.days.book import LAPSED, LEFT, PAID
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState

Days = tuple[int, ...]  # one number a day


@frozen
class EveEnd:
    """Sums of a finished campaign, and the days that they are made of.

    Attributes:
        opening: packs in the book before the first day. left, paid, lapsed: deposits left, balances
            paid and never paid on each day, packs. windows: (id, first, last) of the days on which
            each window's balances were paid or lapsed, from 0; the last window's begin with a
            night's show on its eve.
        sent: (warehouse or "", parcels) that left the door and each warehouse in the eleven days.
        after: parcels that left the door later. returned: that came back for it. delayed: that had
            to wait.
        answered: questions answered by the chatbot, by people, by nobody; at the page.
        passed: (goal, day from 1 or 0 for never, line in fen).
        store, show: packs sold at the page and in shows on each day.
    """

    opening: int
    left: Days
    paid: Days
    lapsed: Days
    windows: tuple[tuple[str, int, int], ...]
    sent: tuple[tuple[str, int], ...]
    after: int
    returned: int
    delayed: int
    answered: tuple[int, int, int]
    passed: tuple[tuple[str, int, int], ...]
    store: Days
    show: Days


def _days(row: object) -> Days:
    return tuple(int(n) for n in row)  # type: ignore[attr-defined]


def eve_end(season: Season, state: DayState) -> EveEnd | None:
    """How it ended; None where days lead up to no night."""
    eve = season.eve
    if not eve.windows or eve.carrier is None or not eve.topics:
        return None
    machine, people, nobody = _days(state.answered)
    places = ("", *(row.id for row in eve.depots))
    return EveEnd(
        opening=int(eve.book.sum()),
        left=_days(state.by_book[LEFT]),
        paid=_days(state.by_book[PAID]),
        lapsed=_days(state.by_book[LAPSED]),
        windows=tuple(_span(season, n) for n in range(len(eve.windows))),
        sent=tuple(zip(places, _days(state.sent[:-1]), strict=True)),
        after=int(state.sent[-1]),
        returned=int(state.returned.sum()),
        delayed=int(state.delayed.sum()),
        answered=(machine, people, nobody),
        passed=tuple(
            (row.id, int(state.passed[n]), int(eve.line[n])) for n, row in enumerate(eve.goals)
        ),
        store=_days(state.by_store.sum(axis=1)),
        show=_days(state.by_show.sum(axis=1)),
    )


def _span(season: Season, n: int) -> tuple[str, int, int]:
    """A window's days, from 0. The night on the eve of the last one settles what stands ready."""
    row = season.eve.windows[n]
    first = row.first - 1
    nights = [day - 1 for slot in season.campaign.slot if slot.night for day in slot.days]
    if row.due and nights:
        first = min(first, *nights)
    return row.id, first, row.last - 1
