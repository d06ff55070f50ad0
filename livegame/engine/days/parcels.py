"""Parcels and who carries them: so many packs a day leave the door, so many each depot, in time.

What is beyond waits at the door. It has a day's grace; of what waits longer a share comes back
every night: paid back, and the pack is on the shelf again as one that came back. Vans take those
first that have waited longest.
"""

import numpy as np

from livegame.engine.days.books import paid
from livegame.engine.days.chance import day_words
from livegame.engine.days.happenings import USUAL, effects
from livegame.engine.days.season import Season
from livegame.engine.days.state import DayState, changed
from livegame.engine.sampling import binomial
from livegame.engine.tables import Ints

OLD, FRESH = 0, 1
MOST_BACK = 0.9


def vans(season: Season, state: DayState, day: int) -> int:
    """Packs that are fetched at the door on a day."""
    return int(season.eve.vans[day]) * effects(season, state, day).carries // USUAL


def morning(season: Season, state: DayState) -> DayState:
    """The vans come: what waits goes first, the rest of their room is for today's orders."""
    eve = season.eve
    if eve.carrier is None:
        return state
    room = vans(season, state, state.day)
    waiting, fen = state.waiting.copy(), state.waiting_fen.copy()
    for age in (OLD, FRESH):
        total = int(waiting[age].sum())
        gone = _part(waiting[age], min(room, total))
        room -= int(gone.sum())
        fen[age] -= fen[age] * gone // np.maximum(waiting[age], 1)
        waiting[age] -= gone
    free = np.array([room, *eve.parts], dtype=np.int64)
    sent = state.sent.copy()
    sent[0] += int(state.waiting.sum() - waiting.sum())
    return changed(state, waiting=waiting, waiting_fen=fen, free=free, sent=sent)


def _part(packs: Ints, most: int) -> Ints:
    """So many of some packs [G], of each good in proportion."""
    total = int(packs.sum())
    if total <= most:
        return packs.copy()
    found: Ints = packs * most // max(total, 1)
    return found


def handed(season: Season, state: DayState, packs: Ints, fen: Ints, from_depots: Ints) -> DayState:
    """Packs [G] that buyers paid `fen` for are parcels: what there is no room for today waits.

    Args:
        from_depots: how many of them go from each depot [Z,G].
    """
    if season.eve.carrier is None:
        return state
    free, over, sent = state.free.copy(), np.zeros_like(packs), state.sent.copy()
    door = packs - from_depots.sum(axis=0)
    for place, some in enumerate((door, *from_depots)):
        in_time = min(int(some.sum()), int(free[place]))
        going = _part(some, in_time)
        over += some - going
        sent[place] += int(going.sum())
        free[place] -= in_time
    waiting, waiting_fen = state.waiting.copy(), state.waiting_fen.copy()
    waiting[FRESH] += over
    waiting_fen[FRESH] += fen * over // np.maximum(packs, 1)
    return changed(
        state,
        waiting=waiting,
        waiting_fen=waiting_fen,
        free=free,
        sent=sent,
        delayed=state.delayed + over,
    )


def overnight(season: Season, state: DayState, last: bool) -> DayState:
    """What has waited too long comes back in part; on the last night everything that waits is
    counted for as many nights as the vans would still need."""
    if season.eve.carrier is None:
        return state
    waiting, fen = state.waiting.copy(), state.waiting_fen.copy()
    chance, who = season.eve.late, waiting[OLD]
    value = fen[OLD]
    if last:
        nights = 1 + int(waiting.sum()) // max(vans(season, state, state.day), 1)
        chance, who, value = min(MOST_BACK, chance * nights), waiting.sum(axis=0), fen.sum(axis=0)
    raw = day_words(state.seed, "parcels", state.day, 0, who.shape)
    back = binomial(who, np.full(who.shape, chance), raw)
    back = np.minimum(back, state.delivered - state.complained)
    paid_back = value * back // np.maximum(who, 1)
    stock = state.stock.copy()
    shelf = np.minimum(season.over, stock.shape[1] - 1)
    stock[np.arange(len(back)), shelf] += back
    old, old_fen = who - back, value - paid_back
    if not last:
        old, old_fen = old + waiting[FRESH], old_fen + fen[FRESH]
    lost = season.eve.tardy * int(back.sum()) // max(int(state.delivered.sum()), 1)
    none, sent = np.zeros_like(old), state.sent.copy()
    if last:
        sent[-1] += int(old.sum())
    return changed(
        state,
        stock=stock,
        waiting=np.stack([none if last else old, none]),
        waiting_fen=np.stack([none if last else old_fen, none]),
        sent=sent,
        delivered=state.delivered - back,
        cancelled=state.cancelled + back,
        returned=state.returned + back,
        trust=max(0, state.trust - lost),
        **paid(state, "refunds", int(paid_back.sum())),
    )
