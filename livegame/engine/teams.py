"""Group prices: the more a team buys, the less each of it pays.

A team forms when a link opens or packs are released, at the price that the host asks; at each step
its good becomes cheaper for all of it, and those who bought before get the difference back, as at
any price cut.
"""

from collections.abc import Sequence

import numpy as np

from livegame.catalog.models import Product
from livegame.engine.mechanics import FAR, Teams
from livegame.engine.prices import reprice
from livegame.engine.state import State, evolve
from livegame.engine.tables import Ints
from livegame.engine.world import World


def compile_teams(goods: Sequence[Sequence[Product]], width: int) -> Teams:
    """The group prices of a scenario's goods."""
    steps = max((len(good.team) for row in goods for good in row), default=0)
    packs = np.full((len(goods), width, steps), FAR, dtype=np.int64)
    permille = np.full((len(goods), width, steps), 1000, dtype=np.int64)
    for r, row in enumerate(goods):
        for p, good in enumerate(row):
            for s, tier in enumerate(sorted(good.team, key=lambda one: one.packs)):
                packs[r, p, s], permille[r, p, s] = tier.packs, tier.permille
    return Teams(packs=packs, permille=permille, has=packs.min(axis=2, initial=FAR) < FAR)


def price_of(world: World, base: Ints, team: Ints) -> Ints:
    """What a team of so many pays [B,R,P] where the host asks `base` of a team of one, fen."""
    rows = world.teams
    price = base
    for s in range(rows.packs.shape[2]):
        there = team >= rows.packs[..., s]
        price = np.where(there, np.maximum(base * rows.permille[..., s] // 1000, 1), price)
    return price


def next_step(world: World, state: State, room: int, slot: int) -> tuple[int, int]:
    """Packs that a team still lacks for its next price, and that price in fen; (0, 0) for none."""
    rows = world.teams
    team, base = int(state.team[0, room, slot]), int(state.base[0, room, slot])
    for s in range(rows.packs.shape[2]):
        packs = int(rows.packs[room, slot, s])
        if team < packs < FAR:
            return packs - team, max(base * int(rows.permille[room, slot, s]) // 1000, 1)
    return 0, 0


def joined(world: World, before: State, state: State, packs: Ints) -> State:
    """The state after the teams have grown by the tick's packs [B,R,P].

    Args:
        world: the compiled scenario.
        before: as the tick began, with the moments at which links opened.
        state: after the tick. packs: what the tick sold.
    """
    if not world.teams.packs.shape[2]:
        return state
    fresh = (state.opened >= before.tick) & (world.teams.has > 0)
    team = np.where(fresh, 0, state.team) + packs
    price = price_of(world, state.base, team)
    if np.array_equal(price, state.price):
        return evolve(state, team=team)
    return evolve(reprice(world, state, price), team=team)
