"""A night: transport moves on, goods ripen and spoil, trust and habit settle, fans forget."""

import numpy as np

from livegame.engine.days import book, depots, goals, joint, parcels, questions, training, voice
from livegame.engine.days.chance import day_words
from livegame.engine.days.cohorts import gone_bad, older
from livegame.engine.days.delivery import called_off
from livegame.engine.days.happenings import USUAL, caused, effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import (
    MORNING,
    OVER,
    DayState,
    changed,
)
from livegame.engine.sampling import uniform
from livegame.engine.tables import ONE, Floats, Ints


def night(season: Season, state: DayState) -> DayState:
    """The next morning's state; after the last day, the end: open promises are paid back."""
    now = effects(season, state, state.day)
    state = joint.counted(season.joint, state)
    state = changed(state, happens=caused(season, state))
    state = _ripened(season, state, now.ageing)
    state = depots.overnight(season, state, season.ageing[:, None] * (now.ageing / USUAL))
    state = _moved(season, state)
    state = _spoiled(season, state)
    state = _people(season, state)
    state = training.overnight(season, state)
    state = book.overnight(season, state)
    state = voice.overnight(season, state)
    state = goals.overnight(season, state)
    state = parcels.overnight(season, state, state.day + 1 >= season.days)
    state = questions.overnight(season, state)
    owed, owed_fen = np.roll(state.owed, 1, axis=0), np.roll(state.owed_fen, 1, axis=0)
    # Whoever has waited longest stays there: the morning pays them back.
    owed[-1] += owed[0]
    owed_fen[-1] += owed_fen[0]
    owed[0] = 0
    owed_fen[0] = 0
    state = changed(state, owed=owed, owed_fen=owed_fen)
    zero = np.zeros(len(season.goods), dtype=np.int64)
    last = state.day + 1 >= season.days
    state = changed(
        state,
        day=state.day if last else state.day + 1,
        phase=OVER if last else MORNING,
        promise=zero,
        wait=zero,
        toss=zero,
        turned_today=zero,
        coupon=0,
        slot=0,
        advert=0,
        hands=0,
    )
    if last:
        return called_off(season, state, np.ones_like(state.owed))
    begun = effects(season, state, state.day)
    trust = state.trust + begun.trust * ONE // USUAL
    fans = state.fans + state.fans * begun.fans // USUAL
    return changed(state, trust=min(ONE, max(0, trust)), fans=max(0, fans))


def _chance(base: Floats, factor: int, shape: tuple[int, ...]) -> Floats:
    """A chance for each cell, of a chance for each good, by a factor per mille."""
    scaled = np.minimum(base * (factor / USUAL), 1.0)
    return np.ascontiguousarray(np.broadcast_to(scaled, shape))


def _ripened(season: Season, state: DayState, factor: int) -> DayState:
    shape = state.stock.shape
    store = older(
        state.stock,
        _chance(season.ageing[:, None], factor, shape),
        day_words(state.seed, "store", state.day, 0, shape),
    )
    plant = older(
        state.plant,
        _chance(season.growing[:, None], factor, shape),
        day_words(state.seed, "plant", state.day, 0, shape),
    )
    wide = state.transit.shape
    cold = np.zeros((wide[0], 1, 1, 1))
    cold[: len(season.cold), 0, 0, 0] = season.cold
    transit = older(
        state.transit,
        np.ascontiguousarray(np.broadcast_to(cold, wide)),
        day_words(state.seed, "transport", state.day, 0, wide),
    )
    return changed(state, stock=store, plant=plant, transit=transit)


def _moved(season: Season, state: DayState) -> DayState:
    """One night nearer; what arrives stands in the store in the morning. A delay of tonight holds
    a whole route up for a night."""
    delay = effects(season, state, state.day).delay
    transit = state.transit.copy()
    arrived = np.zeros_like(state.stock)
    luck = uniform(day_words(state.seed, "delays", state.day, 0, (transit.shape[0],)))
    for route in range(transit.shape[0]):
        if delay and luck[route] * USUAL < delay:
            continue
        arrived += transit[route, 1]
        transit[route, 1:-1] = transit[route, 2:]
        transit[route, -1] = 0
    return changed(state, transit=transit, stock=state.stock + arrived)


def _spoiled(season: Season, state: DayState) -> DayState:
    shape = state.stock.shape
    raw = day_words(state.seed, "spoilage", state.day, 0, shape)
    bad = gone_bad(state.stock, season.spoil, raw)
    raw = day_words(state.seed, "dropping", state.day, 0, shape)
    fallen = gone_bad(state.plant, season.drop, raw)
    return changed(
        state,
        stock=state.stock - bad,
        plant=state.plant - fallen,
        spoiled=state.spoiled + bad.sum(axis=1),
        dropped=state.dropped + fallen.sum(axis=1),
    )


def _people(season: Season, state: DayState) -> DayState:
    """Trust goes back to par and suffers for whom was turned away and for prices above the usual;
    fans forget; a price becomes what people are used to."""
    numbers, par = season.numbers, season.world.rates.trust_par
    today: Ints = state.by_store[state.day] + state.by_show[state.day]
    turned, wanted = int(state.turned_today.sum()), int(today.sum())
    lost = numbers.trust_turned * turned // max(turned + wanted, 1)
    above = int((np.maximum(state.price - season.usual, 0) * today).sum())
    lost += numbers.trust_dear * above // max(int((season.usual * today).sum()), 1)
    trust = state.trust + ((par - state.trust) * numbers.trust_rest >> 16) - lost
    # Nobody gets used to more than the usual price: what is dear stays dear.
    habit = state.habit + ((state.price - state.habit) * numbers.habit >> 16)
    habit = np.minimum(habit, season.usual)
    halo = state.halo if state.slot else 0
    return changed(
        state,
        trust=min(ONE, max(0, trust)),
        fans=int(state.fans * numbers.fan_keep),
        habit=habit,
        halo=halo,
    )
