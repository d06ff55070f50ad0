"""What must hold at every moment and over every tick, whatever anybody plays."""

import numpy as np

from livegame.engine.crowd import crowd_of
from livegame.engine.reducer import TickReport
from livegame.engine.state import ARRAYS, State
from livegame.engine.tables import ONE
from livegame.engine.world import World

LEVELS = ("desire", "doubt", "wear", "anchor", "used", "mood", "trust", "anger", "voice")
SIGNED = ("luck_room", "luck_taste", "soldout", "stage", "replied", "incident", "fancy",
          "call")  # fmt: skip


def check_state(world: World, state: State) -> None:
    """One moment."""
    check_arrays(state)
    check_people(world, state)
    check_stock(state)
    check_minds(state)
    check_levels(world, state)


def check_arrays(state: State) -> None:
    for name in ARRAYS:
        array = getattr(state, name)
        assert array.dtype == np.int64, name
        assert not array.flags.writeable, name
        assert len(array) == state.batch, name
        if name not in SIGNED and array.size:  # empty where the night has no such mechanic
            assert array.min() >= 0, name


def check_people(world: World, state: State) -> None:
    """Nobody comes from nowhere: per segment, all places add up to the pool."""
    everybody = crowd_of(world, state.seeds, world.rates.pool * world.share // world.share.sum())
    there = state.pool + state.lobby + state.home + state.viewers.sum(axis=1)
    assert (there == everybody).all()


def check_stock(state: State) -> None:
    parts = state.sold + state.owed + state.shelf + state.held + state.pending.sum(axis=-1)
    assert (parts == state.stock).all()


def check_minds(state: State) -> None:
    assert (state.minds.sum(axis=1) <= state.viewers[..., None]).all()


def check_levels(world: World, state: State) -> None:
    for name in LEVELS:
        level = getattr(state, name)
        assert level.min() >= 0, name
        assert level.max() <= ONE, name
    assert state.heat.min() >= world.rates.heat_floor
    assert state.heat.max() <= world.rates.heat_cap
    assert (state.budget + state.spent == world.rates.budget).all()
    assert set(np.unique(state.link)) <= {0, 1}
    # A room without a good has nothing of it, ever.
    for name in ("stock", "shelf", "held", "sold", "owed", "sales", "orders", "turned"):
        assert not (getattr(state, name) * (world.has == 0)).any(), name


def lost_fen(before: State, report: TickReport) -> np.ndarray:
    """Value of the last tick's packs that nobody paid for, rounded down per good."""
    return before.owed_fen * report.unpaid // np.maximum(before.owed, 1)


def check_tick(world: World, before: State, after: State, report: TickReport) -> None:
    """One step of all rooms."""
    assert after.tick == before.tick + 1 == report.tick + 1
    check_crowd(before, after, report)
    check_orders(world, before, after, report)
    check_books(before, after, report)


def check_crowd(before: State, after: State, report: TickReport) -> None:
    grown = after.viewers.sum(axis=2) - before.viewers.sum(axis=2)
    assert (grown == report.arrived - report.left).all()
    assert (after.visitors - before.visitors == report.arrived).all()
    assert (after.comments - before.comments == report.comments).all()
    assert (after.peak == np.maximum(before.peak, after.viewers.sum(axis=2))).all()
    assert (after.pool <= before.pool).all()
    assert (after.home >= before.home).all()


def check_orders(world: World, before: State, after: State, report: TickReport) -> None:
    sold = report.sold
    placed = sold.orders.sum(axis=(1, 2))
    assert (placed <= world.rates.checkout * world.tick_seconds).all()
    # The shelf of the tick may have been filled by a script's release before it.
    on_link = before.shelf + np.maximum(before.held - after.held, 0)
    assert (sold.packs <= on_link).all()
    assert (sold.packs >= 0).all()
    assert (sold.turned >= 0).all()
    # An order asks for one pack or two; what it does not get is turned away.
    assert (sold.packs + sold.turned <= 2 * sold.orders).all()
    assert (sold.tenths[sold.emptied & (sold.turned > 0)] > 0).all()
    assert (report.unpaid <= before.owed).all()


def check_books(before: State, after: State, report: TickReport) -> None:
    sold = report.sold
    assert (after.owed == sold.packs).all()
    assert (after.owed_fen == sold.fen).all()
    assert (after.sold == before.sold + before.owed - report.unpaid).all()
    assert (after.sales == before.sales + before.owed_fen - lost_fen(before, report)).all()
    assert (after.orders == before.orders + sold.orders).all()
    assert (after.turned == before.turned + sold.turned).all()
    assert ((sold.fen == 0) == (sold.packs == 0)).all()
    dearest = np.maximum(before.price, after.price)  # a group price may fall with the tick
    assert (sold.fen <= sold.packs * dearest).all()
