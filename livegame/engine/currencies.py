"""Prices read in other money: whole amounts, of which people overlook some of the last digits.

A price just below a round step of its money looks smaller than it is; when the money turns, the
same price in RMB is another one there. What a price looks like is given in fen, so that the usual
price at the usual rate looks like itself.
"""

from collections.abc import Sequence

import numpy as np
from attrs import evolve as with_fields
from attrs import frozen

from livegame.catalog.models import Product
from livegame.catalog.nights import Scenario
from livegame.engine.constants import Q16, SINGLE, UNIT
from livegame.engine.scene import Scene
from livegame.engine.state import State
from livegame.engine.tables import ONE, Bools, Ints
from livegame.engine.world import World

RATE = 100_000  # fen in a thousand RMB


@frozen(eq=False)
class Currencies:
    """The money of each good: R rooms, P goods a room, N incidents.

    Attributes:
        has: goods whose price is read in other money [R,P].
        place: of its currency among the scenario's rows [R,P], -1 for none.
        rate: local money for a thousand RMB; step, overlooked (Q16): how it is read [R,P].
        usual: what the usual price looks like, local money [R,P].
        turn: what each incident makes of a price there [N,R,P], Q16.
    """

    has: Bools
    place: Ints
    rate: Ints
    step: Ints
    overlooked: Ints
    usual: Ints
    turn: Ints

    def of_room(self, room: int) -> "Currencies":
        """The same for one room."""
        only = slice(room, room + 1)
        names = ("has", "place", "rate", "step", "overlooked", "usual")
        parts = {name: getattr(self, name)[only] for name in names}
        return with_fields(self, turn=self.turn[:, only], **parts)


def compile_currencies(
    scene: Scenario, goods: Sequence[Sequence[Product]], width: int
) -> Currencies | None:
    """The currencies of a scenario; None where every price is read in RMB."""
    if not scene.currency:
        return None
    shape = (len(goods), width)
    place = np.full(shape, -1, dtype=np.int64)
    rate, step = np.full(shape, RATE, dtype=np.int64), np.ones(shape, dtype=np.int64)
    overlooked, usual = np.zeros(shape, dtype=np.int64), np.ones(shape, dtype=np.int64)
    turn = np.full((len(scene.incident), *shape), ONE, dtype=np.int64)
    for r, row in enumerate(goods):
        for p, good in enumerate(row):
            for n, incident in enumerate(scene.incident):
                ours = not incident.roles or scene.roles[r] in incident.roles
                kinds = not incident.categories or good.category in incident.categories
                if ours and kinds:
                    turn[n, r, p] = incident.turn * ONE // 1000
            for c, money in enumerate(scene.currency):
                if good.category in money.categories:
                    place[r, p], rate[r, p], step[r, p] = c, money.rate, money.step
                    overlooked[r, p] = money.overlooked * ONE // 1000
            usual[r, p] = good.usual_fen
    there = np.maximum(usual * rate // RATE, 1)
    looks = _read(there, step, overlooked)
    return Currencies(place >= 0, place, rate, step, overlooked, looks, turn)


def _read(local: Ints, step: Ints, overlooked: Ints) -> Ints:
    """What an amount looks like: some of what is above its last round step is overlooked."""
    return np.maximum(local - ((local % step) * overlooked >> Q16), SINGLE)


def local_prices(world: World, price: Ints, on: Bools | None) -> Ints:
    """Prices [B,R,P] in whole local money, after what currencies have done this night.

    Args:
        world: the compiled scenario, one with currencies. price: fen.
        on: incidents that last [B,N], or None.
    """
    money = world.money
    assert money is not None
    local = price * money.rate // RATE
    if on is not None:
        for n in np.flatnonzero(np.logical_or.reduce(on, axis=0)).tolist():
            local = local * np.where(on[:, n, None, None], money.turn[n], UNIT) >> Q16
    return np.maximum(local, SINGLE)


def looks_like(world: World, state: State, scene: Scene) -> Ints:
    """What each price looks like to those who read it [B,R,P], fen; the price itself where it is
    read in RMB."""
    money = world.money
    if money is None:
        return state.price
    local = local_prices(world, state.price, scene.on)
    seen = _read(local, money.step, money.overlooked) * world.usual // money.usual
    return np.where(money.has, np.maximum(seen, SINGLE), state.price)


def read_here(
    world: World, state: State, scene: Scene, room: int, slot: int
) -> tuple[int, int, str]:
    """A good's price in local money, what it looks like there, and the sign of its currency; the
    last is "" where it is read in RMB."""
    money = world.money
    if money is None or not money.has[room, slot]:
        return 0, 0, ""
    local = local_prices(world, state.price, scene.on)
    looks = _read(local, money.step, money.overlooked)
    sign = world.scenario.currency[int(money.place[room, slot])].sign
    return int(local[0, room, slot]), int(looks[0, room, slot]), sign
