"""The book of deposits: who has left one, what they will pay, and when.

A deposit is left at the page or after a show while an offer is up; the platform keeps it. Balances
are paid when the host calls a part of the book within a window, in a night's show, or when the last
window opens. Of those that are never paid the deposit is the seller's.
"""

import numpy as np

from livegame.engine.days.actions import DayPlan
from livegame.engine.days.chance import day_words
from livegame.engine.days.delivery import MORNING_PLACE, ordered
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed
from livegame.engine.sampling import binomial
from livegame.engine.tables import ONE, Floats, Ints

WHOLE = 1000
LEFT, PAID, LAPSED = range(3)  # rows of the book by day
CALLED_PLACE, DUE_PLACE = MORNING_PLACE + 2, MORNING_PLACE + 3
MOST_UNPAID = 0.9


def refusal(season: Season, state: DayState, plan: DayPlan) -> str:
    """Why a plan's offer or call cannot be, as the last part of a text key, or ""."""
    eve = season.eve
    if plan.offer and eve.offer(plan.offer) < 0:
        return "no_offer"
    if plan.offer and closed(season, state):
        return "offer_late"
    if not 0 <= plan.call <= WHOLE:
        return "amount"
    return "no_window" if plan.call and not callable_now(season, state) else ""


def callable_now(season: Season, state: DayState) -> bool:
    """Whether a part of the book may be called today."""
    eve, day = season.eve, state.day + 1
    open_now = any(row.first <= day <= row.last and not row.due for row in eve.windows)
    return eve.calls and open_now and bool(state.book.any())


def closed(season: Season, state: DayState) -> bool:
    """Whether the book is closed: the last window has come."""
    last = season.eve.last_window
    return last is None or state.day + 1 >= last.first


def taken(season: Season, state: DayState, plan: DayPlan) -> DayState:
    """The state once today's offer is up and the host has said what is called."""
    if not season.eve.windows:
        return state
    terms = [season.eve.offer(plan.offer) + 1, plan.call]
    return changed(state, terms=np.array(terms, dtype=np.int64))


def opened(season: Season, state: DayState) -> DayState:
    """The day opens: what was called, or falls due by itself, is paid."""
    last = season.eve.last_window
    if last is None:
        return state
    due = falls_due(season, state)
    if state.day + 1 == last.first:
        return paid(season, state, due, last.unpaid, DUE_PLACE)
    if not int(state.terms[1]):
        return state
    window = next(row for row in season.eve.windows if row.first <= state.day + 1 <= row.last)
    return paid(season, state, due, window.unpaid, CALLED_PLACE)


def falls_due(season: Season, state: DayState) -> Ints:
    """Packs of the book whose balances fall due once the day opens [G], paid or not: all in the
    last window, else the part that was called."""
    last = season.eve.last_window
    if last is None:
        return np.zeros(len(season.goods), dtype=np.int64)
    if state.day + 1 == last.first:
        return state.book
    found: Ints = state.book * int(state.terms[1]) // WHOLE
    return found


def unpaid_share(season: Season, state: DayState, base: int) -> Floats:
    """Chance that a balance of each good is never paid [G]: the window's, and what the offers under
    which it was left add."""
    flaky = state.flaky / np.maximum(state.book, 1)
    found: Floats = np.minimum((base + flaky) / WHOLE, MOST_UNPAID)
    return found


def out_of_book(state: DayState, packs: Ints) -> tuple[Ints, Ints, Ints]:
    """The value, the deposits and the flakiness of so many packs of the book [G]."""
    most = np.maximum(state.book, 1)
    value, pledge, flaky = (
        getattr(state, name) * packs // most for name in ("book_fen", "pledge", "flaky")
    )
    return value, pledge, flaky


def paid(season: Season, state: DayState, called: Ints, base: int, place: int) -> DayState:
    """Balances of so many packs [G] fall due: some pay and get their pack, the others lose what
    they left."""
    if not called.any():
        return state
    raw = day_words(state.seed, "balances", state.day, place - MORNING_PLACE, called.shape)
    never = binomial(called, unpaid_share(season, state, base), raw)
    value, pledge, flaky = out_of_book(state, called)
    state = changed(
        state,
        book=state.book - called,
        book_fen=state.book_fen - value,
        pledge=state.pledge - pledge,
        flaky=state.flaky - flaky,
    )
    state = forfeited(state, pledge * never // np.maximum(called, 1), never)
    packs = called - never
    fen = value * packs // np.maximum(called, 1)
    by_store = state.by_store.copy()
    by_store[state.day] += packs
    promise = state.promise
    state = ordered(season, state, packs, fen, place, season.numbers.refund)
    # What is owed to the book is no promise of today's plan.
    state = noted(state, PAID, packs)
    return changed(state, promise=promise, by_store=by_store, balances=state.balances + packs)


def noted(state: DayState, row: int, packs: Ints) -> DayState:
    """The state with so many packs [G] more in a row of the book, today."""
    by_book = state.by_book.copy()
    by_book[row, state.day] += int(packs.sum())
    return changed(state, by_book=by_book)


def forfeited(state: DayState, fen: Ints, packs: Ints) -> DayState:
    """Deposits [G] of balances that were never paid: the seller keeps them."""
    return changed(
        noted(state, LAPSED, packs),
        books=state.books + fen,
        sales=state.sales + int(fen.sum()),
        cash=state.cash + int(fen.sum()),
        lapsed=state.lapsed + packs,
    )


def left(season: Season, state: DayState, packs: Ints) -> DayState:
    """So many more deposits [G] under today's offer."""
    if not packs.any():
        return state
    offer = season.eve.offers[int(state.terms[0]) - 1]
    value = packs * (state.price - state.price * offer.cut // WHOLE)
    return changed(
        noted(state, LEFT, packs),
        book=state.book + packs,
        book_fen=state.book_fen + value,
        pledge=state.pledge + value * offer.deposit // WHOLE,
        flaky=state.flaky + packs * offer.flaky,
        deposits=state.deposits + packs,
    )


def offer_price(season: Season, state: DayState) -> Ints | None:
    """What a pack costs those who leave a deposit today [G], fen; None without an offer."""
    if not state.terms.size or not state.terms[0]:
        return None
    offer = season.eve.offers[int(state.terms[0]) - 1]
    return state.price - state.price * offer.cut // WHOLE


def choose(buy: Floats, deposit: Floats) -> tuple[Floats, Floats]:
    """Chances of buying now and of leaving a deposit, where one may do either: the odds of both
    stand against doing neither."""
    now = buy / np.maximum(1.0 - buy, 1e-9)
    then = deposit / np.maximum(1.0 - deposit, 1e-9)
    whole = 1.0 + now + then
    return now / whole, then / whole


def opening(season: Season) -> dict[str, Ints]:
    """The book of the first morning: deposits of the days before, left under the first offer."""
    eve = season.eve
    if not eve.windows:
        empty = np.zeros(0, dtype=np.int64)
        names = ("book", "book_fen", "pledge", "flaky", "terms", "deposits", "balances", "lapsed")
        return dict.fromkeys(names, empty)
    first = season.campaign.offer[0]
    value = eve.book * (season.usual - season.usual * first.cut // WHOLE)
    none = np.zeros(len(season.goods), dtype=np.int64)
    return {
        "book": eve.book.copy(),
        "book_fen": value,
        "pledge": value * first.deposit // WHOLE,
        "flaky": eve.book * first.flaky,
        "terms": np.zeros(2, dtype=np.int64),
        "deposits": eve.book.copy(),
        "balances": none.copy(),
        "lapsed": none.copy(),
    }


def overnight(season: Season, state: DayState) -> DayState:
    """The offer comes down. While one was up, people got used to its price, and those whom it
    could win became fewer; whom another could win became more again."""
    state = worn(season, state)
    price = offer_price(season, state)
    if price is None:
        return state
    pace = season.numbers.habit
    habit = state.habit + (np.minimum(price - state.habit, 0) * pace >> 17)
    return changed(state, habit=habit, terms=np.zeros(2, dtype=np.int64))


def worn(season: Season, state: DayState) -> DayState:
    """The state with one day more of standing, or of rest, for each offer."""
    if not state.worn.size:
        return state
    up = np.arange(len(state.worn)) + 1 == state.terms[0]
    more = state.worn + ((ONE - state.worn) * season.eve.tires >> 16)
    less = state.worn - (state.worn * season.eve.rests >> 16)
    return changed(state, worn=np.where(up, more, less))


def takers(state: DayState) -> float:
    """Share of those whom today's offer can win that it still finds."""
    if not state.worn.size or not state.terms[0]:
        return 1.0
    return 1.0 - int(state.worn[int(state.terms[0]) - 1]) / ONE
