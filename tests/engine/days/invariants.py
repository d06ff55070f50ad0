"""What must hold at every step of every campaign."""

import numpy as np
from attrs import fields

from livegame.engine.days.books import COSTS, leftover, parts, settled
from livegame.engine.days.delivery import for_sale
from livegame.engine.days.reducer import Moment
from livegame.engine.days.season import Season
from livegame.engine.days.state import OVER, PLANNED, DayState, held, owing, under_way
from livegame.engine.tables import ONE


def check(season: Season, moment: Moment) -> None:
    """Raise if packs, money or people of a moment do not add up."""
    state = moment.days
    for field in fields(DayState):
        value = getattr(state, field.name)
        if isinstance(value, np.ndarray):
            assert value.dtype == np.int64, field.name
            assert not value.flags.writeable, field.name
            assert (value >= 0).all(), field.name
    _packs(season, state)
    _money(season, state)
    _eve(season, state)
    _aside(season, state)
    assert 0 <= state.trust <= ONE
    assert state.fans >= 0
    assert state.visited >= 0


def _packs(season: Season, state: DayState) -> None:
    came = state.delivered + held(state) + state.spoiled + under_way(state)
    assert (state.brought == came).all()
    assert (state.ordered == state.delivered + owing(state) + state.cancelled).all()
    grown = state.picked + state.dropped + state.plant.sum(axis=1)
    assert (season.plant.sum(axis=1) == grown).all()
    sold = state.by_store.sum(axis=0) + state.by_show.sum(axis=0)
    if state.trucked.size:
        sold = sold + state.trucked.sum(axis=0)
        _kilos(season, state)
    assert (state.ordered == sold).all()
    assert (state.complained <= state.delivered).all()


def _aside(season: Season, state: DayState) -> None:
    """What is kept back for the show is in the store, while the store is open and not later."""
    assert not state.aside.size or state.phase == PLANNED
    if state.aside.size:
        assert (state.aside <= for_sale(season, state)).all()


def _kilos(season: Season, state: DayState) -> None:
    """What left the farm is what the counter has of it, but for today's, which nobody counted."""
    out = int((state.delivered * season.joint.kilos).sum())
    done = state.day + (state.phase >= OVER)
    assert int(state.own[:done].sum()) <= out
    assert state.own[done:].sum() == 0
    if state.phase == OVER:
        assert int(state.own.sum()) == out
    assert (state.trucked.sum(axis=0) <= state.delivered).all()
    assert (state.trucked[:, season.joint.kilos == 0] == 0).all()


def _money(season: Season, state: DayState) -> None:
    costs = sum(getattr(state, name) for name in COSTS)
    assert state.cash == state.purse + state.sales + int(state.pot.sum()) - costs
    assert state.sales == int(state.books.sum())
    assert min(getattr(state, name) for name in COSTS) >= 0
    assert settled(season, state) == sum(fen for _, fen in parts(season, state))
    assert settled(season, state) == state.cash - state.purse + leftover(season, state)
    assert ((state.owed_fen > 0) <= (state.owed > 0)).all()


def _eve(season: Season, state: DayState) -> None:
    """Deposits are in the book, paid or lapsed; parcels that wait were delivered; skill is a
    level."""
    if season.eve.windows:
        assert (state.deposits == state.book + state.balances + state.lapsed).all()
        for name in ("book_fen", "pledge", "flaky"):
            assert ((getattr(state, name) > 0) <= (state.book > 0)).all(), name
        assert (state.pledge <= state.book_fen).all()
        left, paid, lapsed = state.by_book.sum(axis=1)
        assert left + season.eve.book.sum() == state.deposits.sum()
        assert (paid, lapsed) == (state.balances.sum(), state.lapsed.sum())
        assert (state.worn <= ONE).all()
    if season.eve.carrier:
        assert (state.waiting.sum(axis=0) <= state.delivered).all()
        assert (state.returned <= state.cancelled).all()
        assert state.sent.sum() + state.waiting.sum() == state.delivered.sum()
        assert ((state.waiting_fen > 0) <= (state.waiting > 0)).all()
        room = season.eve.room
        assert (state.depot.sum(axis=(1, 2)) + state.ahead.sum(axis=(1, 2, 3)) <= room).all()
    assert (state.bot <= ONE).all()
    assert (state.voice <= ONE).all()
