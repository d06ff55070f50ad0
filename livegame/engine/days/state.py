"""The state of a campaign: immutable, integers only. Levels are Q16, money is fen."""

import numpy as np
from attrs import evolve, fields, frozen

from livegame.engine.tables import Ints

MORNING, PLANNED, EVENING, CLOSING, OVER = range(5)
WAITS = 4  # days for which a promise may stand, at most, with today


@frozen(eq=False)
class DayState:
    """One moment; G goods, A stages, W routes, L nights of lead, D days, E happenings.

    Attributes:
        seed, day (from 0), phase (MORNING ...), steps: gone by. ticks: of the evening's show that
            is on, gone by; the show's own state stands beside this one.
        stock: in the store [G,A]; plant: on the plants [G,A]; transit: under way, by route and
            nights left [W,L+1,G,A]; owed: promised and paid for, by days waited [WAITS,G];
            owed_fen: their price [WAITS,G].
        price: fen [G]; habit: the price that people are used to [G].
        promise: packs that may still be promised today [G]; wait, toss: flags of today [G].
        coupon, slot: numbers of today's choice plus one, 0 for none. advert: fen of today.
        hands: pickers hired today.
        fans: people. trust: Q16. halo: people whom the last show brings to the store.
        shows: held so far. watched: visitors of all shows. visited: of the store.
        happens: days for which each happening lasts from each day on [E,D].
        brought, ordered, delivered, cancelled, spoiled, picked, dropped, turned, complained:
            packs [G] so far; by_store, by_show: packs ordered on each day [D,G].
        turned_today: packs asked for in vain since the morning [G].
        late: packs paid back because they came too late [G].
        cash, and the parts that make it up: purse, sales, refunds, goods, freight, wages,
            marketing, penalties, in fen.
        books: sales by good [G], fen.
        skill: of the village's H people, Q16 [H]; lessons: taken so far [H]; train: flags of
            today [H]. air: flags of the farms that are on air today [F]; aired: shows from each
            so far [F]. Without a village they are empty and stand in no digest.
        others: kilograms that each of R regions brings on each day [R,D]; own: that left the farm
            on each day that the platform has counted [D]; kept: flags of the days by whose end
            the farm had kept its share [D]. trucked: packs that the platform's truck took [D,G].
            pot: fen of the platform's pot [1]. Without a joint goal as without a village.
        book: packs for which a deposit was left [G]; book_fen: what they cost in all, pledge: the
            deposits of it, fen [G]; flaky: what their offers add to the share never paid, per mille
            times packs [G]. terms: number of today's offer plus one, and the part called, per mille
            [2]. deposits, balances, lapsed: packs left, paid and never paid so far [G].
        depot: at warehouses near the buyers [Z,G,A]; ahead: on the way there by nights left
            [Z,L+1,G,A].
        waiting: parcels at the door since before today, since today [2,G]; waiting_fen: their
            price. free: room of today's vans at the door and at each depot [1+Z]. delayed: packs
            that had to wait, returned: that came back for it, so far [G].
        bot: the chatbot's skill by topic, Q16 [Q]; teach: people who teach it today [Q]; desk:
            people who answer today, questions of today, share unanswered, Q16 [3].
        by_book: deposits left, balances paid and never paid on each day, packs [3,D]. sent: parcels
            that left the door, each depot, and the door after the last day [2+Z]. answered:
            questions that the chatbot, people and nobody answered [3].
        worn: share of those whom each offer can win that are gone, Q16 [O]. voice: the host's,
            Q16 [1].
        passed: number of the day from which each goal is told of, from 0, 0 for not yet [N].
            Empty, and in no digest, where a campaign has none of it.
        aside: packs in the store that it keeps back for today's show [G]; empty, and in no digest,
            while it keeps none.
    """

    seed: int
    day: int
    phase: int
    steps: int
    ticks: int
    stock: Ints
    plant: Ints
    transit: Ints
    owed: Ints
    owed_fen: Ints
    price: Ints
    habit: Ints
    promise: Ints
    wait: Ints
    toss: Ints
    coupon: int
    slot: int
    advert: int
    hands: int
    fans: int
    trust: int
    halo: int
    shows: int
    watched: int
    visited: int
    happens: Ints
    brought: Ints
    ordered: Ints
    delivered: Ints
    cancelled: Ints
    spoiled: Ints
    picked: Ints
    dropped: Ints
    turned: Ints
    turned_today: Ints
    complained: Ints
    late: Ints
    by_store: Ints
    by_show: Ints
    books: Ints
    cash: int
    purse: int
    sales: int
    refunds: int
    goods: int
    freight: int
    wages: int
    marketing: int
    penalties: int
    skill: Ints
    lessons: Ints
    train: Ints
    air: Ints
    aired: Ints
    others: Ints
    own: Ints
    kept: Ints
    trucked: Ints
    pot: Ints
    book: Ints
    book_fen: Ints
    pledge: Ints
    flaky: Ints
    terms: Ints
    deposits: Ints
    balances: Ints
    lapsed: Ints
    depot: Ints
    ahead: Ints
    waiting: Ints
    waiting_fen: Ints
    free: Ints
    delayed: Ints
    returned: Ints
    bot: Ints
    teach: Ints
    desk: Ints
    passed: Ints
    by_book: Ints
    sent: Ints
    answered: Ints
    worn: Ints
    voice: Ints
    aside: Ints


NAMES: tuple[str, ...] = tuple(f.name for f in fields(DayState))
VILLAGE = ("skill", "lessons", "train", "air", "aired")
JOINT = ("others", "own", "kept", "trucked", "pot")
EVE = NAMES[NAMES.index("book") : NAMES.index("aside")]
# Fields that most campaigns have none of, or that are there for a few hours of a day only.
SOME = frozenset((*VILLAGE, *JOINT, *EVE, "aside"))


def changed(state: DayState, **changes: object) -> DayState:
    """A new state with some fields replaced; its arrays are read-only."""
    for value in changes.values():
        if isinstance(value, np.ndarray):
            value.setflags(write=False)
    return evolve(state, **changes)  # type: ignore[arg-type]


def told(state: DayState) -> tuple[str, ...]:
    """The fields that a digest of the state holds, in order: what it has none of, it leaves out,
    so that a campaign without a village or a joint goal has the digest that it always had."""
    return tuple(name for name in NAMES if name not in SOME or getattr(state, name).size)


def held(state: DayState) -> Ints:
    """Packs in the store and at warehouses near the buyers [G]."""
    found: Ints = state.stock.sum(axis=1) + state.depot.sum(axis=(0, 2))
    return found


def under_way(state: DayState) -> Ints:
    """Packs on their way [G]."""
    found: Ints = state.transit.sum(axis=(0, 1, 3)) + state.ahead.sum(axis=(0, 1, 3))
    return found


def owing(state: DayState) -> Ints:
    """Packs promised and not yet delivered [G]."""
    found: Ints = state.owed.sum(axis=0)
    return found
