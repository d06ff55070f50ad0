"""Handing packs to their buyers: from the ripest that may be sold, with complaints as they come."""

import numpy as np

from livegame.engine.days.books import paid
from livegame.engine.days.chance import day_words
from livegame.engine.days.depots import serve
from livegame.engine.days.parcels import handed
from livegame.engine.days.season import Season
from livegame.engine.days.state import WAITS, DayState, changed
from livegame.engine.sampling import binomial
from livegame.engine.tables import ONE, Floats, Ints

MORNING_PLACE, EVENING_PLACE = 40, 41


def allowed(season: Season, state: DayState) -> Ints:
    """Flags of the stages that may be sold today [G,A]: ripe ones only where the plan waits."""
    ripe = np.arange(state.stock.shape[1]) >= season.ripe[:, None]
    found: Ints = (ripe | (state.wait[:, None] == 0)).astype(np.int64)
    return found


def for_sale(season: Season, state: DayState) -> Ints:
    """Packs that are there and may be sold [G]."""
    there = state.stock + state.depot.sum(axis=0)
    found: Ints = (there * allowed(season, state)).sum(axis=1)
    return found


def in_store(season: Season, state: DayState) -> Ints:
    """Packs that are there and may be sold now [G]: without those kept back for today's show."""
    there = for_sale(season, state)
    return there - state.aside if state.aside.size else there


def hand_over(
    season: Season, state: DayState, packs: Ints, value: Ints, place: int, base: float | Floats
) -> DayState:
    """Deliver packs [G] that buyers paid `value` fen [G] for.

    Args:
        packs: at most what is for sale. place: of the day's draws of complaints.
        base: chance that a good pack comes back all the same, one for all or [G,1].
    """
    door, depots, from_depots = serve(season, state, packs, allowed(season, state))
    taken = door + sum(depots)
    raw = day_words(state.seed, "complaints", state.day, place, taken.shape)
    chance = 1.0 - (1.0 - season.complain) * (1.0 - base)
    back = binomial(taken, chance, raw).sum(axis=1)
    fen = int((value * back // np.maximum(packs, 1)).sum())
    if depots:
        state = changed(state, depot=state.depot - np.stack(depots))
    state = handed(season, state, packs, value, from_depots)
    return changed(
        state,
        stock=state.stock - door,
        delivered=state.delivered + packs,
        complained=state.complained + back,
        **paid(state, "refunds", fen),
    )


def deliver(season: Season, state: DayState) -> DayState:
    """Fill what was promised, those who waited longest first; then pay back who waited too long."""
    there = for_sale(season, state)
    owed, owed_fen = state.owed.copy(), state.owed_fen.copy()
    packs, value = np.zeros_like(there), np.zeros_like(there)
    for days in range(WAITS - 1, -1, -1):
        now = np.minimum(owed[days], there - packs)
        fen = owed_fen[days] * now // np.maximum(owed[days], 1)
        owed[days] -= now
        owed_fen[days] -= fen
        packs += now
        value += fen
    if packs.any():
        state = hand_over(season, state, packs, value, MORNING_PLACE, season.numbers.refund)
    state = changed(state, owed=owed, owed_fen=owed_fen)
    waited = (np.arange(WAITS)[:, None] >= season.patience).astype(np.int64)
    return called_off(season, state, waited)


def called_off(season: Season, state: DayState, which: Ints) -> DayState:
    """Pay back the promises that `which` [WAITS,G] marks, with the penalty; trust suffers."""
    packs = (state.owed * which).sum(axis=0)
    if not packs.any():
        return state
    fen = int((state.owed_fen * which).sum())
    wanted = int(state.ordered.sum())
    lost = season.numbers.trust_late * int(packs.sum()) // max(wanted, 1)
    state = changed(state, **paid(state, "refunds", fen))
    state = changed(state, **paid(state, "penalties", fen * season.numbers.late_penalty // 1000))
    return changed(
        state,
        owed=state.owed * (1 - which),
        owed_fen=state.owed_fen * (1 - which),
        cancelled=state.cancelled + packs,
        late=state.late + packs,
        trust=min(ONE, max(0, state.trust - lost)),
    )


def ordered(
    season: Season, state: DayState, packs: Ints, value: Ints, place: int, base: float | Floats
) -> DayState:
    """Take orders [G] that are paid for: what is there goes out, the rest is owed."""
    out = np.minimum(packs, in_store(season, state))
    fen = value * out // np.maximum(packs, 1)
    owed, owed_fen = state.owed.copy(), state.owed_fen.copy()
    owed[0] += packs - out
    owed_fen[0] += value - fen
    state = changed(
        state,
        ordered=state.ordered + packs,
        owed=owed,
        owed_fen=owed_fen,
        promise=state.promise - (packs - out),
        books=state.books + value,
        sales=state.sales + int(value.sum()),
        cash=state.cash + int(value.sum()),
    )
    return hand_over(season, state, out, fen, place, base)
