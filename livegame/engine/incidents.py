"""What may come over a night from outside: drawn before the first tick, with odds in plain sight.

When an incident begins is part of the state, like the rest of the night's luck; what it does while
it lasts is a factor on arrivals or checkout, or a shift of the log-odds of buying.
"""

from collections.abc import Sequence

import numpy as np

from livegame.catalog.models import Product
from livegame.catalog.outside import Incident
from livegame.engine.chance import words
from livegame.engine.constants import NIL, Q16, UNIT
from livegame.engine.flags import some
from livegame.engine.mechanics import Incidents
from livegame.engine.sampling import uniform
from livegame.engine.state import State
from livegame.engine.tables import ONE, Bools, Ints
from livegame.engine.world import World

NEVER = -1


def compile_incidents(
    rows: Sequence[Incident],
    roles: Sequence[str],
    goods: Sequence[Sequence[Product]],
    width: int,
    tick_seconds: int,
    pitches: Sequence[str],
) -> Incidents:
    """The incidents of a scenario as arrays; `pitches` are its pitches' ids."""
    count = len(rows)
    touched = np.ones((count, len(roles)), dtype=np.bool_)
    appeal = np.zeros((count, len(roles), width), dtype=np.int64)
    reference, doubt = np.full_like(appeal, ONE), np.zeros_like(appeal)
    for n, row in enumerate(rows):
        for r, role in enumerate(roles):
            touched[n, r] = not row.roles or role in row.roles
            for p, good in enumerate(goods[r]):
                if touched[n, r] and (not row.categories or good.category in row.categories):
                    appeal[n, r, p] = round(row.appeal * ONE)
                    reference[n, r, p] = row.reference * ONE // 1000
                    doubt[n, r, p] = row.doubt * ONE // 1000

    def ints(values: list[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    factor = ints([row.pull * ONE // 1000 for row in rows])
    return Incidents(
        ids=tuple(row.id for row in rows),
        odds=ints([row.odds for row in rows]),
        earliest=ints([row.earliest * 60 // tick_seconds for row in rows]),
        latest=ints([row.latest * 60 // tick_seconds for row in rows]),
        ticks=ints([max(row.minutes * 60 // tick_seconds, 1) for row in rows]),
        rooms=touched,
        pull=np.where(touched, factor[:, None], ONE),
        appeal=appeal,
        reference=reference if any(row.reference != 1000 for row in rows) else None,
        doubt=doubt if any(row.doubt for row in rows) else None,
        checkout=ints([row.checkout * ONE // 1000 for row in rows]),
        eased=_eased(rows, pitches),
    )


def _eased(rows: Sequence[Incident], pitches: Sequence[str]) -> Ints | None:
    """What each pitch, 0 being idleness, leaves of each incident's shift [N,A], Q16."""
    if not any(row.eased for row in rows):
        return None
    left = [[1000, *(row.eased.get(name, 1000) for name in pitches)] for row in rows]
    return np.array(left, dtype=np.int64) * ONE // 1000


def draw_incidents(world: World, seeds: Sequence[int]) -> Ints:
    """The tick at which each incident begins, or NEVER [B,N]."""
    rows = world.incidents
    count = len(rows.ids)
    if not count:
        return np.zeros((len(seeds), 0), dtype=np.int64)
    luck = uniform(words(seeds, (("incidents", 2 * count),), 0))
    span = rows.latest - rows.earliest + 1
    begins = rows.earliest + (luck[:, count:] * span).astype(np.int64)
    return np.where((luck[:, :count] * 1000.0).astype(np.int64) < rows.odds, begins, NEVER)


def going_on(world: World, state: State) -> Bools | None:
    """Which incidents last in this tick [B,N]; None where there is none at all."""
    begins = state.incident
    if not begins.shape[1]:
        return None
    since = state.tick - begins
    on = (since >= NIL) & (since < world.incidents.ticks[None]) & (begins >= NIL)
    return on if some(on) else None


def _lasting(on: Bools) -> list[int]:
    """The incidents that last in any of the nights."""
    ever = on[0] if len(on) == 1 else np.logical_or.reduce(on, axis=0)
    found: list[int] = ever.nonzero()[0].tolist()
    return found


def _touching(on: Bools, those: frozenset[int]) -> list[int]:
    """Those of the incidents that last in any of the nights."""
    return [n for n in _lasting(on) if n in those] if those else []


def _for_nights(on: Bools, n: int, row: Ints, neutral: Ints) -> Ints:
    """A row of an incident's table for the nights in which it lasts, what changes nothing for the
    others [B, ...]. A night on its own has it, or nobody would ask."""
    if len(on) == 1:
        return row[None]
    return np.where(on[:, n].reshape(-1, *(1,) * row.ndim), row, neutral)


def _factor(on: Bools, table: Ints, those: list[int]) -> Ints | None:
    """The product [B, ...] of the rows of a table [N, ...], Q16; None where none of them counts."""
    total: Ints | None = None
    for n in those:
        factor = _for_nights(on, n, table[n], UNIT)
        total = factor if total is None else total * factor >> Q16
    return total


def pull_now(world: World, on: Bools) -> Ints | None:
    """Factor on each room's pull [B,R], Q16: the product over what lasts; None where it is 1."""
    return _factor(on, world.incidents.pull, _touching(on, world.fixed.pulling))


def appeal_now(world: World, on: Bools, pitch: Ints) -> Ints | None:
    """Shift of the log-odds of buying each good [B,R,P], Q16: the sum over what lasts, as far as
    the pitches that the rooms hold [B,R] leave it; None for none."""
    rows = world.incidents
    total: Ints | None = None
    for n in _touching(on, world.fixed.appealing):
        shift = _for_nights(on, n, rows.appeal[n], NIL)
        if rows.eased is not None:
            shift = shift * rows.eased[n].take(pitch)[..., None] >> Q16
        total = shift if total is None else total + shift
    return total


def reference_now(world: World, on: Bools) -> Ints | None:
    """Factor on the price that each good is held against [B,R,P], Q16; None where it is 1."""
    table = world.incidents.reference
    return None if table is None else _factor(on, table, _touching(on, world.fixed.comparing))


def asked_aloud(world: World, state: State, doubt: Ints) -> Ints:
    """Doubt of each good [B,R,P], Q16, after the questions that incidents raise as they come."""
    table = world.incidents.doubt
    if table is None:
        return doubt
    comes = state.incident == state.tick
    if not some(comes):
        return doubt
    for n in _lasting(comes):
        raised = (UNIT - doubt) * table[n] >> Q16
        doubt = doubt + raised * comes[:, n, None, None]
    return doubt


def checkout_now(world: World, on: Bools) -> Ints:
    """Orders that the checkout takes in a tick [B], after what lasts."""
    rows = world.incidents
    most = np.full(len(on), world.rates.checkout * world.tick_seconds, dtype=np.int64)
    for n in _touching(on, world.fixed.slowing):
        most = most * np.where(on[:, n], rows.checkout[n], UNIT) >> Q16
    return most
